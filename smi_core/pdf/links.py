"""Addresses in our own text, which become links."""

import re
from html import unescape

from smi_core.pdf.annotations import leads_to
from smi_core.pdf.tags import Node

_ADDRESS = re.compile(
    r"""(?<![\w@./-])(?:
        (?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
        |https?://[^\s<>"]*[\w/]
        |www\.[\w.-]+\.[a-z]{2,}(?:/[^\s<>"]*[\w/])?
        |[\w-]+(?:\.[\w-]+)*\.(?:nl|eu|com|org)\b(?:/[^\s<>"]*[\w/])?
    )""",
    re.VERBOSE,
)


def linked(markup: str) -> tuple[str, list[tuple[Node, str]]]:
    """The markup with its links, and for every link its element and its annotation.

    The element joins the tree when it is drawn: a link stands between pieces of text.
    """
    links: list[tuple[Node, str]] = []

    def link(found: re.Match[str]) -> str:
        links.append((Node("Link", None), leads_to(_whole(found))))
        number = len(links) - 1
        start, end = (f'<onDraw name="link" label="{n}"/>' for n in (number, ""))
        return f'{start}<a href="{number}" color="#154273">{found[0]}</a>{end}'

    return _ADDRESS.sub(link, markup), links


def _whole(found: re.Match[str]) -> str:
    """The address as a link wants it."""
    words = unescape(found[0])
    if found["mail"]:
        return f"mailto:{words}"
    return words if words.startswith("http") else f"https://{words}"
