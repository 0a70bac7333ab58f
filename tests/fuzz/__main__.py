"""Fuzzes each parser in turn, in a process of its own, and says what came of it.

Runs in the environment that `make fuzz` makes (Linux on x86-64, Python 3.11), for the fuzzer wants
to be installed apart. With the same seed and number of runs it does the same.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz.targets import TARGETS

_COUNTED = re.compile(r"#(\d+)\s+(INITED|DONE|NEW|REDUCE|pulse)\s+cov: (\d+).*?rss: (\d+)Mb")
_SECONDS = 3600  # for one parser, whatever happens


@dataclass(frozen=True)
class Found:
    """What came of one parser: places in the code reached at the start and at the end."""

    name: str
    inputs: int
    at_first: int
    reached: int
    megabytes: int
    fault: str

    @property
    def line(self) -> str:
        """For people."""
        grown = f"{self.at_first} -> {self.reached}"
        outcome = self.fault or "no faults"
        return f"{self.name:10}{self.inputs:>8}{grown:>16}{self.megabytes:>8} MB  {outcome}"


def fuzz(name: str, arguments: argparse.Namespace) -> Found:
    """Fuzz one parser; an input that broke it is kept in build/fuzz-found."""
    kept = Path("build/fuzz-found")
    kept.mkdir(parents=True, exist_ok=True)
    log = kept / f"{name}.log"
    with tempfile.TemporaryDirectory(prefix="fuzz-corpus-") as corpus:
        options = [f"-runs={arguments.runs}", f"-seed={arguments.seed}", "-rss_limit_mb=3000"]
        limits = ["-timeout=20", f"-max_total_time={_SECONDS}", f"-artifact_prefix={kept}/{name}-"]
        command = [sys.executable, "-m", "tests.fuzz.one", name, corpus, *options, *limits]
        with log.open("w", encoding="utf-8") as written:
            ran = subprocess.run(command, stdout=written, stderr=written, check=False)
    return _found(name, log.read_text("utf-8", "replace"), ended_well=ran.returncode == 0)


def _found(name: str, log: str, *, ended_well: bool) -> Found:
    counted = [tuple(map(int, one.group(1, 3, 4))) for one in _COUNTED.finditer(log)]
    first, last = (counted[0], counted[-1]) if counted else ((0, 0, 0), (0, 0, 0))
    says = re.findall(r"^\S*(?:Error|Exception|TooMuch|ERROR)\b.*$", log, re.MULTILINE)
    fault = "" if ended_well and counted else f"FAULT: {says[0] if says else 'see its log'}"
    return Found(name, last[0], first[1], last[1], last[2], fault)


def main() -> int:
    """Fuzz what is asked for; 1 if a fault was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    names = [target.name for target in TARGETS]
    parser.add_argument("names", nargs="*", metavar="parser", help=", ".join(names))
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    sys.stdout.write("parser      inputs  places reached  memory  came of it\n")
    faults = 0
    for name in arguments.names or names:
        found = fuzz(name, arguments)
        sys.stdout.write(f"{found.line}\n")
        sys.stdout.flush()
        faults += bool(found.fault)
    return min(faults, 1)


if __name__ == "__main__":
    sys.exit(main())
