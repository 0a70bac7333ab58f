"""What a kind of upload in the corpus is, and what must come of it."""

from collections.abc import Callable
from typing import Literal

from smi_core.attached import Refusal, Removed
from smi_core.base import Frozen

# Stands in everything that must not get through; it is in no honest file.
MARK = "SMIHOSTILE"
Outcome = Literal["taken"] | Refusal
TAKEN: frozenset[Outcome] = frozenset({"taken"})


class Spot(Frozen):
    """A place on a page, in percent from the top left, and how it must look."""

    page: int = 0
    left: int
    top: int
    looks: Literal["dark", "light"]


class Kind(Frozen):
    """A kind of file that somebody may upload.

    Attributes:
        make: gives the file; the same bytes every time, but for the random numbers of AES.
        expected: what may come of it; any of these is right.
        file_name: as the browser sends it; empty is the name of the kind with `.pdf`.
        must_go: what may not be found in what is taken, nor in the pack.
        must_stay: what must be readable in the lines, in this order.
        told: what the parent must be told was taken out.
        spots: how the pages must look; upright, and hidden things hidden.
        pages: how many pages come of it; 0 is any number.
        is_original_kept: whether the file itself travels along.
        is_slow: only in `make test-all`: it takes long, or is much like another.
    """

    name: str
    make: Callable[[], bytes]
    expected: frozenset[Outcome] = TAKEN
    file_name: str = ""
    must_go: tuple[str, ...] = (MARK,)
    must_stay: tuple[str, ...] = ()
    told: frozenset[Removed] = frozenset()
    spots: tuple[Spot, ...] = ()
    pages: int = 1
    is_original_kept: bool = False
    is_slow: bool = False

    @property
    def uploaded_as(self) -> str:
        """The name of the file."""
        return self.file_name or f"{self.name}.pdf"


def refused(name: str, make: Callable[[], bytes], *reasons: Outcome, file_name: str = "") -> Kind:
    """A kind that is never taken, or only if `taken` is among the reasons."""
    return Kind(name=name, make=make, expected=frozenset(reasons), file_name=file_name, pages=0)


def slow(name: str, make: Callable[[], bytes], *reasons: Outcome, file_name: str = "") -> Kind:
    """The same, of which the intake has to work until its time is over."""
    return refused(name, make, *reasons, file_name=file_name).model_copy(update={"is_slow": True})
