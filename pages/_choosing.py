"""Choosing files for a paper, what was added to it so far, and which files were not taken."""

from collections.abc import Iterator, Sequence
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.uploaded_file_manager import UploadedFile

from pages._how_far import has_less
from pages._keeping import is_kept
from pages._preview import summary
from pages._visit import cookie, texts, visit
from pages._words import details, paragraph, plain
from web.finishing import undisturbed
from web.limits import LIMITS
from web.uploads import let_go

KINDS = ".pdf,.jpg,.jpeg,.png,.heic,.heif,.webp"
MOST_MEGABYTES = 20


def reading_line() -> DeltaGenerator:
    """The line that says that files are being read; it stays in view wherever the visitor is.

    It is there, empty, before it says anything: who listens hears what comes into it.
    """
    line = st.empty()
    _tell(line, "")
    return line


def show_upload(paper: str, channel: str, reading: DeltaGenerator) -> None:
    """What was added to a paper, and the way to add more.

    Args:
        paper: its id.
        channel: how this municipality wants to get the application.
        reading: the line that says so while files are read.
    """
    say = texts().say
    st.header(say("upload.title"), anchor=False)
    paragraph(say(f"upload.goes.{channel}"))
    _show_added(paper)
    _uploader(paper, reading)
    private = say("upload.private" if is_kept() else "upload.private_not_kept")
    details(say("upload.help"), say("upload.tip"), say("upload.kinds"), private)


def show_refused() -> None:
    """The files that were not taken, each with what to do. They get the focus once."""
    mine, say = visit().attaching, texts().say
    if not mine.refused:
        return
    lines = "".join(
        f"<li>{escape(name)}: {escape(say(f'upload.refused.{reason}'))}</li>"
        for name, reason in mine.refused
    )
    place = f' id="error-summary" data-nonce="{mine.round}"' if mine.is_new else ""
    title = escape(say("upload.refused"))
    kept = escape(say("upload.refused.kept")) if mine.added or mine.waiting else ""
    st.html(f'<div class="refused"{place}><h2>{title}</h2><ul>{lines}</ul><p>{kept}</p></div>')


def show_held_back() -> None:
    """Room for the files that the browser or the server held back, for the page never got these.

    A script knows them from the uploader, which is gone once other files came in.
    """
    st.html('<p class="held-back" role="status" data-held-back></p>')


def _show_added(paper: str) -> None:
    mine, say = visit().attaching, texts().say
    for place, one in enumerate(mine.of(paper)):
        paragraph(summary(one), "added")
        name = plain(say("upload.remove", name=one.name))
        # A second tap, or another tab, finds another number, and does nothing.
        if st.button(name, key=f"remove-{len(mine.added)}-{place}", type="tertiary"):
            mine.remove(one)
            has_less(paper)
            st.rerun()


def _uploader(paper: str, reading: DeltaGenerator) -> None:
    """Takes in what is chosen, and then forgets it as it came: each round has a new uploader."""
    mine, say = visit().attaching, texts().say
    key = f"upload-{paper}-{mine.round}"
    st.html(f'<span data-accept="{KINDS}" data-accept-for="{key}" hidden></span>')
    files = st.file_uploader(
        say("upload.label"),
        accept_multiple_files=True,
        key=key,
        label_visibility="collapsed",
        max_upload_size=MOST_MEGABYTES,
    )
    if not files:
        return
    with undisturbed(), LIMITS.alone(cookie()):  # who presses something meanwhile waits
        mine.round += 1
        let_go(files)
        mine.take(paper, _one_by_one(files, reading))
    st.rerun()


def _one_by_one(files: Sequence[UploadedFile], line: DeltaGenerator) -> Iterator[tuple[str, bytes]]:
    """The files with their names, telling which of them is read."""
    say, total = texts().say, len(files)
    for number, file in enumerate(files, start=1):
        one = say("upload.reading")
        _tell(line, say("upload.reading_of", number=number, total=total) if total > 1 else one)
        yield file.name, file.getvalue()


def _tell(line: DeltaGenerator, text: str) -> None:
    line.html(f'<p class="busy" role="status">{escape(text)}</p>')
