"""Drawings that draw drawings that draw drawings: a few lines can ask for a billion."""

import re
from collections import Counter
from itertools import islice
from typing import Any, NamedTuple

import pikepdf

from smi_core.sandbox.wire import Refused

MOST_WORK = 100_000_000  # bytes of drawing that are gone through for all pages together
TO_BEGIN = 1000  # bytes that are as much work as to begin with a drawing
DEEPEST = 40
_DO = re.compile(rb"/([^\s/<>\[\](){}%]*)\s+Do(?![^\s/<>\[\](){}%])")
_Key = tuple[int, int]


class Drawing(NamedTuple):
    """How long a drawing is in bytes, and how many times it draws each other one by its name."""

    size: int
    draws: Counter[str]


def drawing_of(plain: bytes) -> Drawing:
    """A drawing by its commands. It may be no drawing at all, then it draws nothing."""
    found = islice(_DO.finditer(plain), MOST_WORK // TO_BEGIN)
    return Drawing(len(plain), Counter("/" + _plain(match[1]) for match in found))


def _plain(name: bytes) -> str:
    """A name may hide its letters: `#41` is `A`."""
    letters = re.sub(rb"#([0-9A-Fa-f]{2})", lambda code: bytes.fromhex(code[1].decode()), name)
    return letters.decode("utf-8", "replace")


def check_repetition(pdf: pikepdf.Pdf, drawn: dict[_Key, Drawing]) -> None:
    """Count the work of drawing all pages, with what they draw in turn.

    Raises:
        Refused: if it is endless.
    """
    known: dict[_Key, int] = {}
    together = 0
    for page in pdf.pages:
        own = page.obj.get("/Contents")
        parts = list(own) if isinstance(own, pikepdf.Array) else [own]  # pyright: ignore[reportArgumentType]  # pikepdf has no type for it
        forms = _forms(page.obj.get("/Resources"))
        for part in parts:
            if isinstance(part, pikepdf.Stream):
                together += _work(part, drawn, forms, known, 0)
    if together > MOST_WORK:
        raise Refused("bomb")


def _work(
    node: pikepdf.Object,
    drawn: dict[_Key, Drawing],
    forms: dict[str, Any],
    known: dict[_Key, int],
    depth: int,
) -> int:
    """How many bytes are gone through to draw this once. What draws itself ends by itself."""
    if depth > DEEPEST:
        raise Refused("bomb")
    if node.objgen not in known:
        known[node.objgen] = 0
        size, draws = drawn.get(node.objgen, _NOTHING)
        inner = _forms(node.get("/Resources")) or forms
        known[node.objgen] = (
            TO_BEGIN
            + size
            + sum(
                times * _work(inner[name], drawn, inner, known, depth + 1)
                for name, times in draws.items()
                if name in inner
            )
        )
    return known[node.objgen]


_NOTHING = Drawing(0, Counter())


def _forms(resources: Any) -> dict[str, Any]:
    """What can be drawn by name."""
    named = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    if not isinstance(named, pikepdf.Dictionary):
        return {}
    return {name: form for name, form in named.items() if isinstance(form, pikepdf.Stream)}
