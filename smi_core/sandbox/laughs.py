"""Drawings that draw drawings that draw drawings: a few lines can ask for a billion."""

import re
from collections import Counter
from itertools import islice
from typing import Any

import pikepdf

from smi_core.sandbox.wire import Refused

MOST_DRAWN = 100_000  # times that something is drawn by name, on all pages together
DEEPEST = 40
_DO = re.compile(rb"/([^\s/<>\[\](){}%]*)\s+Do(?![^\s/<>\[\](){}%])")
_Key = tuple[int, int]


def names_drawn(drawing: bytes) -> list[str]:
    """What a drawing draws by name, in order; no more than would be too many."""
    found = islice(_DO.finditer(drawing), MOST_DRAWN + 1)
    return ["/" + _plain(match[1]) for match in found]


def _plain(name: bytes) -> str:
    """A name may hide its letters: `#41` is `A`."""
    letters = re.sub(rb"#([0-9A-Fa-f]{2})", lambda code: bytes.fromhex(code[1].decode()), name)
    return letters.decode("utf-8", "replace")


def check_repetition(pdf: pikepdf.Pdf, drawn: dict[_Key, list[str]]) -> None:
    """Count what all pages draw, with what that draws in turn.

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
                together += _times(part, drawn, forms, known, 0)
    if together > MOST_DRAWN:
        raise Refused("bomb")


def _times(
    node: pikepdf.Object,
    drawn: dict[_Key, list[str]],
    forms: dict[str, Any],
    known: dict[_Key, int],
    depth: int,
) -> int:
    """How many things are drawn by drawing this once. What draws itself is stopped elsewhere."""
    if depth > DEEPEST:
        raise Refused("bomb")
    if node.objgen not in known:
        known[node.objgen] = 0
        times = Counter(drawn.get(node.objgen, ()))
        inner = _forms(node.get("/Resources")) or forms
        known[node.objgen] = sum(
            count * (1 + _times(inner[name], drawn, inner, known, depth + 1))
            for name, count in times.items()
            if name in inner
        )
    return known[node.objgen]


def _forms(resources: Any) -> dict[str, Any]:
    """What can be drawn by name."""
    named = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    if not isinstance(named, pikepdf.Dictionary):
        return {}
    return {name: form for name, form in named.items() if isinstance(form, pikepdf.Stream)}
