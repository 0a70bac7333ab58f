"""Debian's PostgreSQL, started for a test in a folder of its own and stopped at the end.

It listens on a socket in that folder alone, and it refuses to run as root.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

PROGRAMS = "/usr/lib/postgresql/*/bin/pg_ctl"
ORDINARY = "postgres"
"""The user that Debian's package brings along."""
QUICK = "-c fsync=off -c full_page_writes=off -c listen_addresses="


@dataclass(frozen=True)
class Postgres:
    """A database that a test may stop and start.

    Attributes:
        folder: all of it is in there.
    """

    folder: Path

    @property
    def url(self) -> str:
        """Its address, as SQLAlchemy writes it."""
        return f"postgresql+psycopg://smi@/postgres?host={self.folder}"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        _run("pg_ctl", "-w", "-D", self._data, "-l", self._log, "-o", self._options, "start")

    def stop(self) -> None:
        """Stop it at once, whoever is connected."""
        _run("pg_ctl", "-w", "-D", self._data, "-m", "immediate", "stop")

    def make(self) -> None:
        """Make the files of an empty database."""
        _run("initdb", "-D", self._data, "-U", "smi", "-A", "trust", "-E", "UTF8", "--no-sync")

    @property
    def is_up(self) -> bool:
        """Whether it runs."""
        return (self.folder / "data" / "postmaster.pid").exists()

    @property
    def _data(self) -> str:
        return str(self.folder / "data")

    @property
    def _log(self) -> str:
        return str(self.folder / "log.txt")

    @property
    def _options(self) -> str:
        return f"{QUICK} -k {self.folder}"


@contextmanager
def postgres() -> Iterator[Postgres]:
    """A running database without anything in it."""
    with TemporaryDirectory(prefix="smi-", ignore_cleanup_errors=True) as folder:
        if os.geteuid() == 0:
            shutil.chown(folder, ORDINARY)
        database = Postgres(Path(folder))
        database.make()
        database.start()
        try:
            yield database
        finally:
            if database.is_up:
                database.stop()


def _run(program: str, *options: str) -> None:
    as_ordinary = ["runuser", "-u", ORDINARY, "--"] if os.geteuid() == 0 else []
    command = [*as_ordinary, str(_folder() / program), *options]
    # What pg_ctl leaves running would keep a pipe open, and so never let us go on.
    done = subprocess.run(command, cwd="/", stdout=subprocess.DEVNULL, timeout=60, check=False)
    if done.returncode:
        raise RuntimeError(f"{program} {options[-1]} failed")


def _folder() -> Path:
    found = sorted(Path("/").glob(PROGRAMS[1:]), key=lambda path: int(path.parts[-3]))
    if not found:
        raise RuntimeError("no PostgreSQL here: `make system` installs it")
    return found[-1].parent
