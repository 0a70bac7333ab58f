"""Looking at a file before it is added: can everything on it be read?"""

import streamlit as st

from pages._choosing import show_held_back, show_refused
from pages._how_far import has_now
from pages._layout import bottom, onward, top
from pages._preview import show_file
from pages._visit import texts, visit, way_back
from pages._words import paragraph
from smi_core.attached import Attachment
from smi_core.checklist import ChecklistItem


def look(item: ChecklistItem, waiting: list[Attachment]) -> None:
    """The first file that waits, page by page."""
    mine, say, one = visit().attaching, texts().say, waiting[0]
    mine.sheet = min(mine.sheet, len(one.pages) - 1)
    screen = f"look-{mine.round}-{len(waiting)}-{mine.sheet}"
    is_back = top(_title(one), screen, "papers", item.paper.text.said_in(texts().language))
    if mine.is_new:  # later it would push the sheet off a phone; it waits where files are chosen
        show_refused()
    show_held_back()
    paragraph(say("upload.look", name=one.name))
    show_file(one, mine.sheet, is_large=mine.is_large)
    _turn(one)
    if len(waiting) > 1:
        paragraph(say("upload.look_more", number=len(waiting) - 1))
    is_no = st.button(say("upload.no"), key=f"no-{len(waiting)}")  # a second tap does nothing
    is_yes = onward(_yes(one))
    bottom()
    if is_yes or is_no:
        _decide(one, is_readable=is_yes)
    if is_back:
        st.switch_page("papers.py", query_params={"papier": one.paper, **way_back()})


def _title(one: Attachment) -> str:
    say, total = texts().say, len(one.pages)
    if total == 1:
        return say("upload.readable")
    return say("upload.readable_sheet", number=visit().attaching.sheet + 1, total=total)


def _yes(one: Attachment) -> str:
    """It adds the whole file, not the sheet that is on the screen."""
    say, total = texts().say, len(one.pages)
    return say("upload.yes") if total == 1 else say("upload.yes_sheets", number=total)


def _turn(one: Attachment) -> None:
    """Closer, or to another page. A new page is a new screen, which begins at its top."""
    mine, say = visit().attaching, texts().say
    with st.container(horizontal=True):
        if st.button(say("upload.smaller" if mine.is_large else "upload.larger"), key="zoom"):
            mine.is_large = not mine.is_large
            st.rerun()
        if mine.sheet and st.button(say("upload.last_sheet"), key="last_sheet"):
            _turn_to(mine.sheet - 1)
        is_last = mine.sheet == len(one.pages) - 1
        if not is_last and st.button(say("upload.next_sheet"), key="next_sheet"):
            _turn_to(mine.sheet + 1)


def _turn_to(sheet: int) -> None:
    mine = visit().attaching
    mine.sheet, mine.is_new = sheet, False
    st.rerun()


def _decide(one: Attachment, *, is_readable: bool) -> None:
    visit().attaching.decide(one, is_readable=is_readable)
    if is_readable:
        has_now(one.paper)
    st.rerun()
