"""Writes the whole corpus into a folder."""

import argparse
from pathlib import Path

from tests.hostile import KINDS


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        (folder / f"{kind.name}{Path(kind.uploaded_as).suffix}").write_bytes(kind.make())


if __name__ == "__main__":
    main()
