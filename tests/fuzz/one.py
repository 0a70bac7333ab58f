"""Fuzzes one parser: `python -m tests.fuzz.one NAME FOLDER [options of libFuzzer]`."""

import logging
import sys
from importlib import import_module
from pathlib import Path

OURS = ["smi_core", "web", "pages"]
"""What the fuzzer looks into,"""
BUSY = ["smi_core.sandbox.scan"]
"""but for what goes through every object of a pack, which would take most of the time."""


def main() -> None:
    """Start from the seeds, and look for more; ends the process."""
    name, folder, *options = sys.argv[1:]
    atheris = import_module("atheris")  # not where the other tests run
    with atheris.instrument_imports(include=OURS, exclude=BUSY, enable_loader_override=False):
        targets = import_module("tests.fuzz.targets").TARGETS
    target = next(one for one in targets if one.name == name)
    corpus = Path(folder) / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(target.seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)
    if target.words:
        words = Path(folder) / "words"
        words.write_text("".join(f'"{_escaped(word)}"\n' for word in target.words), "ascii")
        options = [*options, f"-dict={words}"]
    logging.disable(logging.CRITICAL)
    target.warm_up()
    atheris.Setup(
        [sys.argv[0], str(corpus), f"-max_len={target.most}", "-len_control=0", *options],
        target.feed,
    )
    atheris.Fuzz()


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode())


if __name__ == "__main__":
    main()
