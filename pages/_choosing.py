"""Choosing files for a paper, what was added to it so far, and which files were not taken."""

from html import escape

import streamlit as st

from pages._layout import bottom, onward, paragraph, plain, top
from pages._preview import summary
from pages._visit import texts, visit, way_back
from smi_core.case import Case
from smi_core.checklist import ChecklistItem
from smi_core.lists import paper_name
from web.uploads import let_go

KINDS = ".pdf,.jpg,.jpeg,.png,.heic,.heif,.webp"
MOST_MEGABYTES = 20


def choose(item: ChecklistItem, case: Case) -> None:
    """The screen on which files are chosen, or taken out again."""
    say, mine, paper = texts().say, visit(), item.paper
    added = mine.attaching.of(paper.id)
    screen = f"paper-{paper.id}-{len(added)}"
    is_back = top(paper_name(item, texts()), screen, "papers")
    show_refused()
    show_held_back()
    paragraph(paper.get.about(mine.language, case.guide.scheme.municipality))
    _show_added(paper.id)
    paragraph(say("upload.tip"))
    paragraph(say("upload.kinds"))
    _uploader(paper.id)
    paragraph(say("upload.private"))
    is_done = onward(say("upload.done"), main=bool(added))
    bottom()
    if is_done or is_back:
        mine.attaching.refused = []
        st.switch_page("papers.py", query_params={"papier": paper.id, **way_back()})


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
    """Room for the files that the browser itself held back, for they never came here.

    A script knows their names from the uploader, which is gone once other files came in.
    """
    say = texts().say
    sentence = say("upload.refused.too_large")
    st.html(f'<p class="held-back" role="status" data-held-back="{escape(sentence)}"></p>')


def _show_added(paper: str) -> None:
    mine, say = visit().attaching, texts().say
    added = mine.of(paper)
    if not added:
        return
    st.header(say("upload.added"), anchor=False)
    for place, one in enumerate(added):
        paragraph(summary(one))
        name = plain(say("upload.remove", name=one.name))
        if st.button(name, key=f"remove-{place}", type="tertiary"):
            mine.remove(one)
            st.rerun()


def _uploader(paper: str) -> None:
    """Takes in what is chosen, and then forgets it as it came: each round has a new uploader."""
    mine, say = visit().attaching, texts().say
    key = f"upload-{mine.round}"
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
    mine.round += 1
    let_go(files)
    with st.spinner(say("upload.reading")):
        mine.take(paper, ((file.name, file.getvalue()) for file in files))
    st.rerun()
