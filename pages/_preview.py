"""A file as it will be in the pack, so that the parent can see whether it can be read."""

from base64 import b64encode
from decimal import Decimal
from html import escape

import streamlit as st

from pages._visit import texts
from pages._words import bullets, paragraph
from smi_core.attached import Attachment, PageImage, size_of
from smi_core.money import format_number
from smi_core.uploads import as_picture
from smi_core.words import Language


def show_file(one: Attachment, sheet: int, *, is_large: bool) -> None:
    """One page of a file, and what we did to the file.

    Args:
        one: the file.
        sheet: the number of the page, from 0.
        is_large: as large as it is, in a window that moves over it; else as wide as the screen.
    """
    say = texts().say
    page = one.pages[sheet]
    alt = say("upload.sheet_alt", name=one.name, number=sheet + 1, total=len(one.pages))
    st.html(_window(_picture(page, alt), alt) if is_large else _picture(page, alt))
    if page.lines:
        with st.expander(say("upload.sheet_text")):
            bullets(line.text for line in page.lines)
    if one.original is not None:
        paragraph(say("upload.signed"))
    if one.removed:
        paragraph(say("upload.removed"))
        bullets(say(f"upload.removed.{what}") for what in one.removed)


def summary(one: Attachment) -> str:
    """The name of a file, with its number of pages and its size in words."""
    say, total = texts().say, len(one.pages)
    sheets = say("upload.one_sheet") if total == 1 else say("upload.sheets", number=total)
    size = size_in_words(size_of(one), texts().language)
    return say("upload.file", name=one.name, sheets=sheets, size=size)


def number_of_files(number: int) -> str:
    """How many files, in words."""
    say = texts().say
    return say("papers.one_file") if number == 1 else say("papers.files", number=number)


def size_in_words(size: int, language: Language) -> str:
    """A number of bytes as people say it; up to 1 MB in whole kB."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{format_number(round(Decimal(size) / 1_000_000, 1), language)} MB"


def _window(picture: str, name: str) -> str:
    attributes = f'role="region" tabindex="0" aria-label="{escape(name)}"'
    return f'<div class="sheet-window" {attributes}>{picture}</div>'


def _picture(page: PageImage, alt: str) -> str:
    """The picture inside the page itself: an address of its own would be open to everybody."""
    picture, media_type = as_picture(page)
    source = f"data:{media_type};base64,{b64encode(picture).decode()}"
    return (
        f'<img class="sheet" alt="{escape(alt)}" src="{source}"'
        f' width="{page.width}" height="{page.height}">'
    )
