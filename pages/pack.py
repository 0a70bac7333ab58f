"""The application pack: how to hand it in, and the download."""

import streamlit as st

from pages._layout import bottom, bullets, numbered, paragraph, quote, top
from pages._visit import my_case, texts, visit
from smi_core.content import load_texts
from smi_core.dossier import compile_dossier
from smi_core.lists import step_lines
from smi_core.pdf import draw
from web.downloads import offer
from web.visitor import COOKIE

case, said, mine = my_case(), texts(), visit()
say, scheme = said.say, case.guide.scheme

top(say("pack.title"), "pack")
paragraph(say("pack.lead"))
st.header(say("next.title"), anchor=False)
numbered(step_lines(case, said))
if scheme.channel.kind == "email":
    st.warning(say("pack.bsn_email"))
if missing := case.route.open_questions():
    st.header(say("pack.open_points"), anchor=False)
    bullets(q.label.about(mine.language, scheme.municipality) for _, q in missing)
st.header(say("pack.how"), anchor=False)
paragraph(scheme.channel.text.about(mine.language, scheme.municipality))
quote(scheme.channel.cite.quote, scheme.channel.cite.place)
if mine.language != "nl":
    paragraph(say("pack.dutch"))

dossier = compile_dossier(case, load_texts("nl"))
cookie = str(st.context.cookies.get(COOKIE, ""))
name = f"{say('pack.file_name', gemeente=case.guide.key)}.pdf"
token = offer(cookie, lambda: draw(dossier), name, "application/pdf")
st.html(
    f'<a class="button-link" download data-renew="renew_pack" href="/download/{token}">'
    f"{say('pack.download')}</a>"
)
paragraph(say("pack.once"))
st.button(say("pack.make"), key="renew_pack")
with st.expander(say("dossier.advice")):
    for statement in case.advice:
        paragraph(statement.text.about(mine.language, scheme.municipality))
        quote(statement.cite.quote, statement.cite.place)
if st.button(say("nav.back"), key="back"):
    st.switch_page("check.py")
bottom()
