"""The last page: what to do, the pack, what comes next, and erasing everything."""

import streamlit as st

from pages._after import show_after, show_more, show_open
from pages._download import renewal
from pages._handing_in import by_email, by_form, on_paper
from pages._layout import bottom, details, numbered, plain, top, who_helps
from pages._packing import packed
from pages._visit import my_case, texts, visit
from smi_core import handing_in

case, said, mine = my_case(), texts(), visit()
say = said.say

is_back = top(say("next.title"), "pack", "apply")
numbered(handing_in.steps(case, said, say("pack.first")))
show_open(case)

st.header(say("pack.get"), anchor=False)
if mine.attaching.waiting:
    st.warning(plain(say("pack.waiting")))
pack = packed(case)
match case.guide.scheme.channel.kind:
    case "email":
        by_email(pack)
    case "digid_form":
        by_form(pack)
    case _:
        on_paper(pack)
show_after(case)
show_more(case)
details(say("pack.finished"), say("pack.opens_again"), say("pack.wipe"))
renewal()
who_helps()
bottom()
if is_back:
    st.switch_page("check.py")
