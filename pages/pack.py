"""The application pack: how to hand it in, and the downloads."""

import streamlit as st

from pages._download import renewal
from pages._handing_in import by_email, by_form, on_paper
from pages._layout import bottom, bullets, numbered, paragraph, quote, top
from pages._packing import packed
from pages._visit import my_case, texts, visit
from smi_core.lists import step_lines

case, said, mine = my_case(), texts(), visit()
say, scheme = said.say, case.guide.scheme

is_back = top(say("pack.title"), "pack", "apply")
paragraph(say("pack.lead"))
st.header(say("next.title"), anchor=False)
numbered(step_lines(case, said))
if missing := case.route.open_questions():
    st.header(say("pack.open_points"), anchor=False)
    bullets(q.label.about(mine.language, scheme.municipality) for _, q in missing)
st.header(say("pack.how"), anchor=False)
paragraph(scheme.channel.text.about(mine.language, scheme.municipality))
quote(scheme.channel.cite.quote, scheme.channel.cite.place)
if mine.language != "nl":
    paragraph(say("pack.dutch"))

st.header(say("pack.get"), anchor=False)
if mine.attaching.waiting:
    st.warning(say("pack.waiting"))
pack = packed(case)
match scheme.channel.kind:
    case "email":
        by_email(pack)
    case "digid_form":
        by_form(pack)
    case kind:
        on_paper(pack, is_known=kind == "paper_form")
paragraph(say("pack.opens_again"))
renewal()
with st.expander(say("dossier.advice")):
    for statement in case.advice:
        paragraph(statement.text.about(mine.language, scheme.municipality))
        quote(statement.cite.quote, statement.cite.place)
bottom()
if is_back:
    st.switch_page("check.py")
