"""Known weaknesses of the packages in our lists: `python -m tests.supply.audit` (`make audit`).

pip-audit asks a service of the registry. It says "no known vulnerabilities" as well when that
service knew nothing of a package, so we count what was answered: no answer is not a pass.

With a folder (a copy of an advisory database in the OSV format, such as PyPA's) the lists are
compared with that instead, without a network.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from packaging.version import Version

from tests.supply.locks import DEVELOPING, FUZZER, TOOLS, Package, locked

PIP_AUDIT = Path("build/tools/bin/pip-audit")
PASSED, FOUND, NOT_AUDITED = 0, 1, 2
SAID = {
    PASSED: "No known weakness.",
    FOUND: "KNOWN WEAKNESSES: take newer versions, or write in docs/security.md why not.",
    NOT_AUDITED: "NOT AUDITED: the advisory service cannot be reached, or knows nothing of these.",
}


@dataclass(frozen=True)
class Outcome:
    """What came of it: `package: advisory` for each weakness, and the packages not looked at."""

    weak: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def code(self) -> int:
        """What the command ends with."""
        if self.weak:
            return FOUND
        return NOT_AUDITED if self.unknown else PASSED


def together(outcomes: list[Outcome]) -> Outcome:
    """Several outcomes as one."""
    return Outcome(
        weak=tuple(name for one in outcomes for name in one.weak),
        unknown=tuple(name for one in outcomes for name in one.unknown),
    )


def outcome_of(report: dict[str, Any], packages: list[Package]) -> Outcome:
    """What a report of pip-audit (JSON) says of these packages."""
    told = {one["name"]: one["vulns"] for one in report["dependencies"] if "vulns" in one}
    return Outcome(
        weak=tuple(
            f"{name}: {one['id']}" for name, weaknesses in told.items() for one in weaknesses
        ),
        unknown=tuple(one.name for one in packages if one.name not in told),
    )


def compared(packages: list[Package], folder: Path) -> Outcome:
    """What an advisory database on this disk says of the packages."""
    files = {name: list(folder.rglob(f"{name}/*.yaml")) for name in {p.name for p in packages}}
    weak = (
        f"{package.name}: {advisory['id']}"
        for package in packages
        for file in files[package.name]
        if not (advisory := yaml.safe_load(file.read_text("utf-8"))).get("withdrawn")
        and is_affected(advisory, package)
    )
    return Outcome(weak=tuple(weak), unknown=())


def is_affected(advisory: dict[str, Any], package: Package) -> bool:
    """Whether an advisory in the OSV format is about this version of this package."""
    about = [one for one in advisory["affected"] if one["package"]["name"].lower() == package.name]
    return any(
        package.version in one.get("versions", ())
        or any(_is_within(Version(package.version), kind) for kind in one.get("ranges", ()))
        for one in about
    )


def _is_within(version: Version, kind: dict[str, Any]) -> bool:
    """Whether a version lies in a range: the last event before it tells."""
    is_in = False
    for event, at in sorted(_events(kind), key=lambda one: one[1]):
        is_past = version > at if event == "last_affected" else version >= at
        is_in = event == "introduced" if is_past else is_in
    return is_in


def _events(kind: dict[str, Any]) -> Iterator[tuple[str, Version]]:
    """What happened at which version; a range of commits in git says nothing of versions."""
    if kind["type"] == "ECOSYSTEM":
        for event, at in (pair for one in kind["events"] for pair in one.items()):
            yield event, Version(at)


def _asked(lock: Path, packages: list[Package]) -> Outcome:
    """What the service of the registry says of a list."""
    command = [PIP_AUDIT, "--disable-pip", "--require-hashes", "--format", "json", "-r", lock]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        return outcome_of(json.loads(ran.stdout), packages)
    except json.JSONDecodeError:  # it could not even ask
        return Outcome(weak=(), unknown=tuple(one.name for one in packages))


def main(arguments: list[str]) -> int:
    """Say what is known; 0 if every package was looked up and none has a known weakness."""
    outcomes = []
    for lock in (DEVELOPING, TOOLS, FUZZER):
        packages = [one for one in locked(lock) if one.is_for_us]
        found = compared(packages, Path(arguments[0])) if arguments else _asked(lock, packages)
        looked_up = len(packages) - len(found.unknown)
        sys.stdout.write(f"{lock.name}: {looked_up} of {len(packages)} packages looked up\n")
        sys.stdout.writelines(f"  known weakness: {one}\n" for one in found.weak)
        outcomes.append(found)
    code = together(outcomes).code
    sys.stdout.write(f"{SAID[code]}\n")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
