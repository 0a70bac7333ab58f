"""Sends files through the intake, a few at a time, and keeps what came of each."""

import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import NamedTuple

from smi_core.attached import Attachment
from smi_core.uploads import UploadRefused, take_in
from tests.hostile.kind import Kind, Outcome


class Result(NamedTuple):
    """What came of a file; `attachment` if it was taken."""

    outcome: Outcome
    attachment: Attachment | None
    seconds: float


class Intake:
    """Takes in every kind once, whichever tests ask for it."""

    def __init__(self, kinds: Iterable[Kind]) -> None:
        self.pool = ThreadPoolExecutor(max_workers=2)
        self.futures = {kind.name: self.pool.submit(_result, kind) for kind in kinds}

    def of(self, kind: Kind) -> Result:
        """What came of a kind. An error that is no refusal is raised here."""
        return self._future(kind).result()

    def taken(self, kinds: Iterable[Kind]) -> list[Attachment]:
        """What was taken of these kinds."""
        results = [self.of(kind).attachment for kind in kinds]
        return [attachment for attachment in results if attachment]

    def close(self) -> None:
        self.pool.shutdown(cancel_futures=True)

    def _future(self, kind: Kind) -> Future[Result]:
        if kind.name not in self.futures:
            self.futures[kind.name] = self.pool.submit(_result, kind)
        return self.futures[kind.name]


def came_of(file_name: str, make: Callable[[], bytes]) -> Result:
    """Take in one file."""
    upload, start = make(), time.monotonic()
    try:
        attachment = take_in(file_name, upload, "paper")
    except UploadRefused as refused:
        return Result(refused.reason, None, time.monotonic() - start)
    return Result("taken", attachment, time.monotonic() - start)


def _result(kind: Kind) -> Result:
    return came_of(kind.uploaded_as, kind.make)
