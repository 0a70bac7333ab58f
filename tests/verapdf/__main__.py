"""The rules that files break, for who works on them: `python -m tests.verapdf pack.pdf ...`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.verapdf import broken_rules

if __name__ == "__main__":
    packs = {name: Path(name).read_bytes() for name in sys.argv[1:]}
    with TemporaryDirectory() as folder:
        broken = broken_rules(packs, Path(folder))
    for name, rules in broken.items():
        sys.stdout.write("\n  ".join((f"{name}: {'FAIL' if rules else 'pass'}", *rules)) + "\n")
    sys.exit(any(broken.values()))
