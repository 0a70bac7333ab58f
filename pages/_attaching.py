"""The files of one visit: taken in, looked at, and only then added to a paper."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from smi_core.answers import PaperState
from smi_core.attached import MOST_FILES, MOST_TOGETHER, Attachment, Refusal, size_of
from smi_core.uploads import UploadRefused, take_in

Reason = Refusal | Literal["too_many_files", "too_much_together"]
"""Why a file is not taken; the texts have one sentence for each (`upload.refused.<reason>`)."""


@dataclass
class Attaching:
    """What one visitor added, and what is still to be looked at.

    Attributes:
        added: go into the pack.
        waiting: were taken in; the parent has yet to say whether they can be read.
        sheet: which page of the first that waits is shown, from 0.
        is_large: that page is shown as large as it is.
        refused: the files of the last time that were not taken: the name, and why.
        is_new: nobody has gone on since those files came in.
        round: counts the times that files came in. Each round has a fresh uploader.
        before: what was said of a paper before its first file came; None if nothing was.
    """

    added: list[Attachment] = field(default_factory=list)
    waiting: list[Attachment] = field(default_factory=list)
    sheet: int = 0
    is_large: bool = False
    refused: list[tuple[str, Reason]] = field(default_factory=list)
    is_new: bool = False
    round: int = 0
    before: dict[str, PaperState | None] = field(default_factory=dict)

    def of(self, paper: str) -> list[Attachment]:
        """What was added to one paper."""
        return [one for one in self.added if one.paper == paper]

    def waiting_for(self, paper: str) -> list[Attachment]:
        """What is still to be looked at for one paper."""
        return [one for one in self.waiting if one.paper == paper]

    def take(self, paper: str, files: Iterable[tuple[str, bytes]]) -> None:
        """Take files in for a paper. One that is refused does not stop the others.

        Args:
            paper: the id of the paper.
            files: each with its name.
        """
        self.refused, self.is_new = [], True
        for name, data in files:
            try:
                self._take_one(paper, name, data)
            except UploadRefused as error:
                self.refused.append((name, error.reason))

    def decide(self, one: Attachment, *, is_readable: bool) -> None:
        """The parent looked at a file: it is added, or forgotten."""
        self.waiting = [other for other in self.waiting if other is not one]
        self.sheet, self.is_large, self.is_new = 0, False, False
        if is_readable:
            self.added.append(one)

    def remove(self, one: Attachment) -> None:
        """Take a file out again."""
        self.added = [other for other in self.added if other is not one]

    def _take_one(self, paper: str, name: str, data: bytes) -> None:
        held = [*self.added, *self.waiting]
        if len(held) >= MOST_FILES:
            self.refused.append((name, "too_many_files"))
            return
        one = take_in(name, data, paper)
        if sum(map(size_of, (*held, one))) > MOST_TOGETHER:
            self.refused.append((name, "too_much_together"))
        else:
            self.waiting.append(one)
