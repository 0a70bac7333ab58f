"""Draws an application pack as a PDF. The only package that knows the PDF library."""

from datetime import date

from smi_core.blocks import Dossier, Enclosure, Letter
from smi_core.pdf.document import About, build
from smi_core.pdf.finish import encrypt, finish
from smi_core.pdf.letters import on_one_page
from smi_core.pdf.pictures import hang, pictures_of
from smi_core.pdf.sheets import first_template, separate_sheets
from smi_core.pdf.story import story
from smi_core.pdf.tags import Node

__all__ = ["draw", "draw_enclosure", "draw_letter", "encrypt"]


def draw(dossier: Dossier) -> bytes:
    """The pack as a PDF of A4 pages: PDF/UA-1 and PDF/A-3a.

    The same dossier gives the same bytes, in any number of threads.
    """
    about = _about(dossier)
    tree = Node("Document", None)
    drawn = build(story(dossier, tree), tree, about)
    return hang(finish(drawn, about, dossier.files), pictures_of(dossier.enclosures))


def draw_enclosure(enclosure: Enclosure, made_on: date) -> bytes:
    """Only the pages of one attachment, to be handed in as a file of its own."""
    title = f"{enclosure.label}: {enclosure.title}"
    about = About(title=title, subject=enclosure.title, made_on=made_on, footer=title)
    tree = Node("Document", None)
    pages = separate_sheets(enclosure, tree)
    drawn = build(pages, tree, about, first_template(enclosure))
    return hang(finish(drawn, about), pictures_of((enclosure,)))


def draw_letter(letter: Letter) -> bytes:
    """A letter of one page."""
    about = About(title=letter.title, subject=letter.subject, made_on=letter.made_on)
    tree = Node("Document", None)
    return finish(build(on_one_page(letter, tree), tree, about), about)


def _draw_untagged(dossier: Dossier) -> bytes:
    """The same pages without tags and not finished: what the benchmark compares with."""
    return build(story(dossier, Node("Document", None)), None, _about(dossier))


def _about(dossier: Dossier) -> About:
    return About(
        title=dossier.title,
        subject=dossier.subtitle,
        made_on=dossier.made_on,
        reference=dossier.reference,
        footer=dossier.footer,
    )
