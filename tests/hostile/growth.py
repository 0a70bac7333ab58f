"""How much the process that takes files in grows, at its highest, by each file.

Run on its own (`python -m tests.hostile.growth NAME…`): in a process that does other things too,
the peak says nothing. Prints one line of JSON: bytes by name.
"""

import json
import sys
from pathlib import Path

from smi_core.attached import size_of
from smi_core.uploads import UploadRefused, take_in
from tests.hostile import KINDS
from tests.hostile.kind import Kind

STATUS, PEAK = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def growth_by(kind: Kind) -> int:
    """Bytes on top of the upload and of what comes of it."""
    upload = kind.make()
    PEAK.write_text("5")  # forgets the peak so far
    before = _kilobytes("VmHWM")
    try:
        result = size_of(take_in(kind.uploaded_as, upload, "paper"))
    except UploadRefused:
        result = 0
    return (_kilobytes("VmHWM") - before) * 1024 - result


def _kilobytes(name: str) -> int:
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith(name))
    return int(line.split()[1])


def main() -> None:
    kinds = {kind.name: kind for kind in KINDS}
    growth_by(kinds["plain"])  # loads what is loaded once
    sys.stdout.write(json.dumps({name: growth_by(kinds[name]) for name in sys.argv[1:]}))


if __name__ == "__main__":
    main()
