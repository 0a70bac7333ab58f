"""What a visit knows of a page that broke."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Trouble:
    """A page that broke.

    Attributes:
        at: its address, as `pages._broken` writes it; empty if nothing broke, or once the visitor
            goes on.
        code: stands in the log too.
        pages: those that broke one after another, by their names.
    """

    at: str = ""
    code: str = ""
    pages: tuple[str, ...] = ()
