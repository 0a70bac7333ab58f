"""The file that a visitor keeps: under lock and key, with a name that tells nothing."""

from collections.abc import Mapping, Sequence
from weakref import ref

import streamlit as st

from pages._download import File, link
from pages._recording import record
from pages._visit import Visit, texts, visit
from pages._words import paragraph
from smi_core.attached import Attachment
from smi_core.kept import Record, pack_file, to_bytes
from smi_core.locked import lock
from smi_core.passphrases import new_passphrase
from web.downloads import Lapsed

MEDIA_TYPE = "application/octet-stream"
NOT_ALONG = ("password", "passphrase", "way", "language")
"""What belongs to this browser, not in a file that goes elsewhere."""


def with_ours() -> None:
    """One file, and the passphrase that we propose, to write down."""
    mine, say = visit(), texts().say
    mine.passphrase = mine.passphrase or new_passphrase()  # one for all files of a visit
    paragraph(say("save.write_down"))
    st.html(f'<p class="secret">{mine.passphrase}</p>')
    show_link(locked_link(say("save.download"), mine.passphrase))


def show_link(html: str) -> None:
    """The link to a file that is kept."""
    with st.container(key="get_file"):
        st.html(f"<p>{html}</p>")


def locked_link(label: str, passphrase: str) -> str:
    """A link to all of this visit in one file; it needs `renewal` once, and no case.

    Args:
        label: what the link says.
        passphrase: opens the file. It is nowhere in it, so who loses it cannot open the file.
    """
    mine = visit()
    now = record(mine)
    pieces = _files(mine, now)
    name = f"{texts().say('save.file_name')}.dat"
    held = [ref(one) for one in pieces]  # an offer lasts longer than files that were taken out

    def make() -> bytes:
        there = [one for file in held if (one := file()) is not None]
        if len(there) < len(held):
            raise Lapsed
        return _locked(now, there, passphrase)

    return link(label, File(name, MEDIA_TYPE, make))


def _files(mine: Visit, now: Record) -> tuple[Attachment, ...]:
    """The files, in the order in which the record names them."""
    by_name = {name: one for one, name in mine.keeping.stored}
    return tuple(by_name[name] for name in now["aside"]["files"])


def _locked(now: Record, files: Sequence[Attachment], passphrase: str) -> bytes:
    return lock([to_bytes(_carried(now)), *map(pack_file, files)], passphrase)


def _carried(now: Mapping[str, object]) -> Record:
    aside = now["aside"]
    assert isinstance(aside, Mapping)
    return {**now, "aside": {key: aside[key] for key in aside if key not in NOT_ALONG}}
