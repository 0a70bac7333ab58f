"""The few words of PDF's own language that we write ourselves."""

from collections.abc import Iterable

from reportlab.pdfbase.pdfdoc import PDFObject

_PLAIN = frozenset(map(chr, range(32, 127))) - set("()\\")


class Raw(PDFObject):
    """An object of the file, in PDF's own words; they may still change until it is saved."""

    __InternalName__: str  # reportlab's name for it, once it is in the file

    def __init__(self, words: str = "") -> None:
        self.words = words

    def format(self, _document: object) -> bytes:
        """What reportlab writes."""
        return self.words.encode("ascii")


def string(text: str) -> str:
    r"""A text of any letters.

    >>> string("Bijlage 2"), string("é")
    ('(Bijlage 2)', '<FEFF00E9>')
    """
    if _PLAIN.issuperset(text):
        return f"({text})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def plain(text: str) -> str:
    r"""The text in one line, without signs that a title, an outline or XML cannot hold.

    >>> plain("Noor\ud800\x00 en\nTom")
    'Noor en Tom'
    """
    return "".join(character for character in " ".join(text.split()) if character.isprintable())


def numbers(values: Iterable[float]) -> str:
    """Numbers of points, to a hundredth: `[0 12.5]`."""
    return f"[{' '.join(f'{round(value, 2):g}' for value in values)}]"


def stream(entries: str, content: str) -> str:
    """A stream with these entries in its dictionary."""
    return f"<<{entries}/Length {len(content)}>>\nstream\n{content}\nendstream"
