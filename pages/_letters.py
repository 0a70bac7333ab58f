"""Letters for the papers that somebody else writes, as PDF and as a file to edit."""

from html import escape

import streamlit as st

from pages._download import PDF, WORD, File, link
from pages._visit import texts
from pages._words import paragraph, plain
from smi_core.asking import LetterId
from smi_core.blocks import Letter
from smi_core.case import Case
from smi_core.content import load_texts
from smi_core.docx import letter_docx
from smi_core.letters import letters
from smi_core.pdf import draw_letter


def show_letters(kind: LetterId, case: Case) -> bool:
    """The letters of one kind, with what they are for.

    Returns:
        Whether there are any; if not, this family needs none.
    """
    say = texts().say
    written = letters(case, load_texts("nl"))  # who gets them reads Dutch
    found = [one for one in written if one.id.partition("-")[0] == kind]
    if not found:
        return False
    with st.expander(plain(say(f"letter.title.{kind}"))):
        paragraph(say(f"letter.explain.{kind}"))
        paragraph(say("papers.letter_dutch"))
        st.html("".join(map(_links, found)))
    return True


def _links(letter: Letter) -> str:
    say, name = texts().say, ", ".join(letter.to)
    kind, _, which = letter.id.partition("-")
    file = say(f"letter.file.{kind}") + (f"-{which}" if which else "")
    as_pdf = File(f"{file}.pdf", PDF, lambda: draw_letter(letter))
    as_word = File(f"{file}.docx", WORD, lambda: letter_docx(letter))
    return (
        f'<p lang="nl">{escape(name)}</p><p class="links">'
        f"{link(say('papers.letter_pdf'), as_pdf, name)}"
        f"{link(say('papers.letter_word'), as_word, name)}</p>"
    )
