"""The pack of this visit: what goes in, how large it becomes, and the ways to have it."""

import streamlit as st

from pages._download import PDF, ZIP, File
from pages._packs import Packed
from pages._visit import texts, visit
from smi_core.case import Case
from smi_core.pack import fit, make_pack, make_zip
from smi_core.pdf import encrypt


def packed(case: Case) -> Packed:
    """The pack of this visit, made to fit once as long as nothing changes."""
    mine = visit()
    given = tuple(mine.attaching.added)
    known = mine.packed
    if known is None or known.given != given or known.case != case:
        with st.spinner(texts().say("pack.making")):
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
        lambda: make_pack(pack.case, pack.fitted.attachments),
    )


def as_locked_pdf(pack: Packed, password: str) -> File:
    """The pack, to be opened with a password."""

    def make() -> bytes:
        return encrypt(make_pack(pack.case, pack.fitted.attachments), password)

    return File(_name(pack), PDF, make)


def as_zip(pack: Packed) -> File:
    """The files alone, each as a PDF with a name that says which paper it is."""
    name = texts().say("pack.zip_name", gemeente=pack.case.guide.key)
    return File(f"{name}.zip", ZIP, lambda: make_zip(pack.case, pack.fitted.attachments))


def _name(pack: Packed) -> str:
    """It says nothing of the family, for others see it in a list of files."""
    return f"{texts().say('pack.file_name', gemeente=pack.case.guide.key)}.pdf"
