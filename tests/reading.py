"""What a screen reader finds in a PDF: its structure tree, with the words of each element.

The words come out of the pages themselves, by way of the tables in which each font says which
letters it draws; an element's `ActualText` goes before them, as it does in a screen reader.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, cast

import pikepdf

INLINE = frozenset({"Link", "Span", "Reference"})
"""Elements that are read in one breath with what is around them."""
_WHOLE = frozenset({"TH", "TD", "Caption", "Lbl"})
_NEW_LINE = frozenset({"Td", "TD", "T*", "Tm", "'", '"'})
_SHOWN = frozenset({"Tj", "TJ", "'", '"'})


class Piece(NamedTuple):
    """A piece of a page (counted from 0), with its number there and its words."""

    page: int
    number: int
    words: str


class Annotation(NamedTuple):
    """A link or a form field."""

    entries: Any


class Element(NamedTuple):
    """An element of the structure tree, such as a paragraph (`P`)."""

    role: str
    entries: Any
    kids: tuple["Element | Piece | Annotation", ...]

    def entry(self, name: str) -> str:
        """One of its texts: `Alt`, `ActualText`, `Lang`; empty if it has none."""
        return str(self.entries.get(f"/{name}", ""))

    def attribute(self, name: str) -> str:
        """One of its attributes, such as the `Scope` of a header cell; empty if it has none."""
        given = self.entries.get("/A", [])
        found = [*given] if isinstance(given, pikepdf.Array) else [given]
        return next((str(one[f"/{name}"]) for one in found if f"/{name}" in one), "").lstrip("/")

    @property
    def words(self) -> str:
        """What is said of it, as one line."""
        said = self.entry("ActualText") or self.entry("Alt") or " ".join(map(_words, self.kids))
        return " ".join(said.split())


def read(pdf: pikepdf.Pdf) -> Element:
    """The whole document."""
    pages = [_pieces(page) for page in pdf.pages]
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    (root,) = _listed(pdf.Root.StructTreeRoot.K)
    return _element(root, pages, numbers, None)


def heard(pdf: pikepdf.Pdf) -> list[tuple[str, str]]:
    """What is read aloud from first to last: the role of each element, and its words."""
    return [*_heard(read(pdf))]


def everything(element: Element) -> Iterator[Element]:
    """The element and all that is in it, in the order of reading."""
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from everything(kid)


def order(element: Element) -> list[tuple[int, int]]:
    """The page and the number there of each piece, in the order of reading."""
    return [
        place
        for kid in element.kids
        for place in (order(kid) if isinstance(kid, Element) else [kid[:2]])
        if not isinstance(kid, Annotation)
    ]


def _heard(element: Element) -> Iterator[tuple[str, str]]:
    blocks = [kid for kid in element.kids if isinstance(kid, Element) and kid.role not in INLINE]
    if not blocks or element.role in _WHOLE or element.entry("ActualText"):
        yield element.role, element.words
        return
    for block in blocks:
        yield from _heard(block)


def _words(kid: Element | Piece | Annotation) -> str:
    match kid:
        case Annotation(entries=entries):
            return str(entries.get("/TU", "")) + " " + str(entries.get("/V", ""))
        case _:
            return kid.words


def _element(
    node: Any, pages: list[dict[int, str]], numbers: dict[tuple[int, int], int], page: int | None
) -> Element:
    page = numbers[node.Pg.objgen] if "/Pg" in node else page

    def kid(one: Any) -> Element | Piece | Annotation:
        if isinstance(one, int):
            return Piece(cast(int, page), one, pages[cast(int, page)][one])
        if one.get("/Type") == "/MCR":
            there = numbers[one.Pg.objgen] if "/Pg" in one else cast(int, page)
            return Piece(there, int(one.MCID), pages[there][int(one.MCID)])
        if one.get("/Type") == "/OBJR":
            return Annotation(one.Obj)
        return _element(one, pages, numbers, page)

    kids = tuple(kid(one) for one in _listed(node.get("/K", [])))
    return Element(str(node.S).lstrip("/"), node, kids)


def _listed(kids: Any) -> list[Any]:
    return [*kids] if isinstance(kids, pikepdf.Array | list) else [kids]


def _pieces(page: pikepdf.Page) -> dict[int, str]:
    """The words of a page, by the number of the piece; what is for the eye only has none."""
    letters = {name: _letters(font) for name, font in page.resources.get("/Font", {}).items()}
    found: dict[int, str] = {}
    inside: list[int | None] = []
    current: dict[bytes, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            inside.append(_number(operands))
            found.setdefault(cast(int, inside[-1]), "")
        elif name == "EMC":
            inside.pop()
        elif name == "Tf":
            current = letters[str(operands[0])]
        number = next((one for one in reversed(inside) if one is not None), None)
        if number is not None:
            found[number] += " " * (name in _NEW_LINE)
            found[number] += _decoded(operands, current) if name in _SHOWN else ""
    return found


def _number(operands: Any) -> int | None:
    given = operands[1] if len(operands) > 1 else None
    number = given.get("/MCID") if isinstance(given, pikepdf.Dictionary) else None
    return None if number is None else int(number)


def _decoded(operands: Any, letters: dict[bytes, str]) -> str:
    parts = operands[-1] if isinstance(operands[-1], pikepdf.Array) else [operands[-1]]
    width = len(next(iter(letters), b" "))
    shown = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    codes = (shown[start : start + width] for start in range(0, len(shown), width))
    return "".join(letters.get(code, "\ufffd") for code in codes)


def _letters(font: Any) -> dict[bytes, str]:
    """Which letters each code draws; a font that does not say so draws unknown ones."""
    if "/ToUnicode" not in font:
        return {}
    table = font.ToUnicode.read_bytes().decode("latin-1")
    found: dict[bytes, str] = {}
    for part in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, letter in re.findall(r"<(\w+)>\s*<(\w+)>", part):
            found[bytes.fromhex(code)] = _text(letter)
    for part in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, given in re.findall(r"<(\w+)>\s*<(\w+)>\s*(\[.*?\]|<\w+>)", part):
            found |= _range(first, last, given)
    return found


def _range(first: str, last: str, given: str) -> dict[bytes, str]:
    codes = range(int(first, 16), int(last, 16) + 1)
    letters = [_text(letter) for letter in re.findall(r"<(\w+)>", given)]
    if not given.startswith("["):
        letters = [letters[0][:-1] + chr(ord(letters[0][-1]) + step) for step in range(len(codes))]
    return {
        code.to_bytes(len(first) // 2): letter for code, letter in zip(codes, letters, strict=True)
    }


def _text(letter: str) -> str:
    return bytes.fromhex(letter).decode("utf-16-be")
