"""What is wrong with a pack for somebody who hears it, also where veraPDF sees nothing.

Each check gives complaints; a good pack has none.
"""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import pairwise

import pikepdf

from tests.reading import Annotation, Element, everything, order, read

LEAST_OF_AN_ALT = 15  # characters
A_FILE = re.compile(r"\.(png|jpe?g|heic|pdf|gif|webp)\b", re.IGNORECASE)
MAY_STAND_IN = {
    "L": {"LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "Caption"},
    "TR": {"TH", "TD"},
    "TOC": {"TOCI", "TOC", "Caption"},
}
BELONGS_IN = {"LI": {"L"}, "TR": {"Table", "THead", "TBody"}, "TOCI": {"TOC"}, "TH": {"TR"}}


def complaints(data: bytes) -> list[str]:
    """Everything that is wrong, each with the name of the check that found it."""
    with pikepdf.open(BytesIO(data)) as pdf:
        document = read(pdf)
        return [f"{name}: {one}" for name, check in CHECKS.items() for one in check(document)]


def _figures(document: Element) -> Iterator[str]:
    for figure in _all(document, "Figure"):
        alt = figure.entry("Alt")
        if len(alt) < LEAST_OF_AN_ALT or " " not in alt or A_FILE.search(alt):
            yield f"{alt!r} does not tell what there is to see"


def _header_cells(document: Element) -> Iterator[str]:
    for cell in _all(document, "TH"):
        if not cell.words:
            yield "a header cell says nothing"
        if cell.attribute("Scope") not in ("Row", "Column"):
            yield f"{cell.words!r} does not say whether it is of a row or a column"
    for row in _all(document, "TR"):
        if not [*_all(row, "TH")]:
            yield f"nothing names the row {row.words!r}"


def _headings(document: Element) -> Iterator[str]:
    levels = [int(one.role[1:]) for one in everything(document) if re.match(r"H\d", one.role)]
    if levels[:1] != [1]:
        yield "the first heading is not of level 1"
    for above, below in pairwise(levels):
        if below > above + 1:
            yield f"level {below} follows level {above}"
    for one in everything(document):
        if re.match(r"H\d", one.role) and not one.words:
            yield "a heading says nothing"


def _fields(document: Element) -> Iterator[str]:
    texts = {element.words for element in everything(document) if element.role != "Form"} - {""}
    for form in _all(document, "Form"):
        for name in [str(one.entries.get("/TU", "")) for one in _annotations(form)]:
            if not any(name == text or name.endswith(f": {text}") for text in texts):
                yield f"no label says {name!r}"
            if not name:
                yield "a field has no name"


def _links(document: Element) -> Iterator[str]:
    for link in _all(document, "Link"):
        if not link.words:
            yield "a link says nothing"
        if not _annotations(link):
            yield f"{link.words!r} leads nowhere"
        if not all(str(one.entries.get("/Contents", "")) for one in _annotations(link)):
            yield f"{link.words!r} does not say where it leads"


def _structure(document: Element) -> Iterator[str]:
    for element in everything(document):
        kids = [kid.role for kid in element.kids if isinstance(kid, Element)]
        may = MAY_STAND_IN.get(element.role)
        if may is not None and not may.issuperset(kids):
            yield f"{element.role} has {sorted(set(kids) - may)}"
        if may is not None and not kids:
            yield f"{element.role} is empty"
        for kid in kids:
            if element.role not in BELONGS_IN.get(kid, {element.role}):
                yield f"{kid} stands in {element.role}"
        if element.role == "LI" and kids != ["Lbl", "LBody"]:
            yield f"an item of a list is made of {kids}"


def _order(document: Element) -> Iterator[str]:
    for before, after in pairwise(order(document)):
        if before >= after:
            yield f"piece {after} is drawn first and read after {before}"


def _all(element: Element, role: str) -> Iterator[Element]:
    return (one for one in everything(element) if one.role == role)


def _annotations(element: Element) -> list[Annotation]:
    return [kid for one in everything(element) for kid in one.kids if isinstance(kid, Annotation)]


CHECKS: dict[str, Callable[[Element], Iterator[str]]] = {
    "figures": _figures,
    "header cells": _header_cells,
    "headings": _headings,
    "fields": _fields,
    "links": _links,
    "structure": _structure,
    "order": _order,
}
