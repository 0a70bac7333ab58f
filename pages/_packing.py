"""The pack of this visit: what goes in, how large it becomes, and the ways to have it."""

from collections.abc import Callable
from weakref import ref

import streamlit as st

from pages._download import PDF, ZIP, File
from pages._packs import Packed
from pages._visit import cookie, texts, visit
from smi_core.case import Case
from smi_core.pack import fit, make_pack, make_zip
from smi_core.pdf import encrypt
from web.downloads import Lapsed
from web.limits import LIMITS


def packed(case: Case) -> Packed:
    """The pack of this visit, made to fit once as long as nothing changes."""
    mine = visit()
    given = tuple(mine.attaching.added)
    known = mine.packed
    if known is None or known.given != given or known.case != case:
        with st.spinner(texts().say("pack.making")), LIMITS.alone(cookie()):
            mine.packed = known = Packed(case=case, given=given, fitted=fit(case, given))
    return known


def as_pdf(pack: Packed, name: str = "") -> File:
    """The pack itself.

    Args:
        pack: what is in it.
        name: what the file is called, without its ending; empty for what the municipality gets.
    """
    return File(
        f"{name}.pdf" if name else _name(pack),
        PDF,
        _while_there(pack, lambda it: make_pack(it.case, it.fitted.attachments)),
    )


def as_locked_pdf(pack: Packed, password: str) -> File:
    """The pack, to be opened with a password."""

    def make(it: Packed) -> bytes:
        return encrypt(make_pack(it.case, it.fitted.attachments), password)

    return File(_name(pack), PDF, _while_there(pack, make))


def as_zip(pack: Packed) -> File:
    """The files alone, each as a PDF with a name that says which paper it is."""
    name = texts().say("pack.zip_name", gemeente=pack.case.guide.key)
    make = _while_there(pack, lambda it: make_zip(it.case, it.fitted.attachments))
    return File(f"{name}.zip", ZIP, make)


def _while_there(pack: Packed, make: Callable[[Packed], bytes]) -> Callable[[], bytes]:
    """Makes a file of a pack for as long as the visit has that pack.

    An offer lasts ten minutes, and would keep all files of a pack that has changed since.
    """
    held = ref(pack)

    def make_if_there() -> bytes:
        if (found := held()) is None:
            raise Lapsed
        return make(found)

    return make_if_there


def _name(pack: Packed) -> str:
    """It says nothing of the family, for others see it in a list of files."""
    return f"{texts().say('pack.file_name', gemeente=pack.case.guide.key)}.pdf"
