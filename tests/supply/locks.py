"""Reads the complete lists of packages, `requirements*.txt`, that `make lock` writes."""

import re
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker

ROOT = Path(__file__).parents[2]
WITH = ROOT / "requirements.txt"
DEVELOPING = ROOT / "requirements-dev.txt"
TOOLS = ROOT / "requirements-tools.txt"
FUZZER = ROOT / "requirements-fuzz.txt"
_PACKAGE = re.compile(r"([a-z0-9-]+)==(\S+)(?: ; (.+))?")
_ASKED = re.compile(r"([A-Za-z0-9-]+)(?:\[\w+\])?==(\S+)")


@dataclass(frozen=True)
class Package:
    """One package of a list; its hashes are those of every file of this version."""

    name: str
    version: str
    marker: str | None
    hashes: tuple[str, ...]

    @property
    def is_for_us(self) -> bool:
        """Whether this machine and this Python take it."""
        return self.marker is None or Marker(self.marker).evaluate()


def locked(lock: Path) -> list[Package]:
    """The packages of a list, in its order.

    Raises:
        ValueError: if a line is not one that `make lock` writes.
    """
    whole = lock.read_text("utf-8").replace("\\\n", "")
    lines = (line.strip() for line in whole.splitlines())
    options = ("#", "--only-binary :all:")
    return [_package(line) for line in lines if line and not line.startswith(options)]


def asked(wanted: Path) -> dict[str, str]:
    """The versions that a `requirements*.in` asks for itself, by name."""
    lines = (re.split("[#;]", line)[0] for line in wanted.read_text("utf-8").splitlines())
    found = (_ASKED.fullmatch(line.strip()) for line in lines)
    return {one[1].lower(): one[2] for one in found if one}


def _package(line: str) -> Package:
    spec, *hashes = (part.strip() for part in line.split("--hash=sha256:"))
    found = _PACKAGE.fullmatch(spec)
    if not found or not hashes:
        raise ValueError(f"not one exact version with hashes: {spec}")
    return Package(found[1], found[2], found[3], tuple(hashes))
