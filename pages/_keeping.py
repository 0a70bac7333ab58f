"""Keeps a visit in its draft after each run, and brings it back from there before the next.

Another tab of the same browser writes the same draft. What only one of them changed is as that one
left it; see `smi_core.merging`.
"""

import time
from collections.abc import Callable

import streamlit as st

from pages._draft import Keeping
from pages._recording import put_back, record
from pages._visit import Visit, cookie, visit
from smi_core.draft import UnreadableDraft
from smi_core.kept import Record, from_bytes, pack_file, to_bytes
from smi_core.merging import merged
from web.downloads import withdraw
from web.drafts import Away, Draft, Drafts, of_visitor
from web.uploads import let_go_all

TRIES = 5
"""So often a draft is brought together with what other tabs wrote, before the next run tries."""
BETWEEN = 300
"""Seconds after which the store hears that somebody is still busy, though nothing changed."""


def catch_up() -> None:
    """Before a page is drawn: take over what the store has and this tab has not."""
    _with_store(_catch_up)


def keep() -> None:
    """After a page was drawn: write what changed. It never raises, for a page may have failed."""
    _with_store(_keep)


def wipe() -> None:
    """Forget everything but the language; also the draft, open downloads, files that came in."""
    mine = visit()
    withdraw(cookie())
    let_go_all()
    st.session_state.clear()
    fresh = Visit(chosen=mine.chosen)
    fresh.keeping = Keeping(is_shared=mine.keeping.is_shared, must_forget=True)
    st.session_state["visit"] = fresh
    _with_store(_forget)


def _with_store(do: Callable[[Visit, Drafts], None]) -> None:
    """Do something with the store, if there is one; a store that is away is told on the screen."""
    mine, drafts = visit(), of_visitor(cookie())
    if drafts is None:
        return
    try:
        do(mine, drafts)
        mine.keeping.is_away = False
    except Away:
        mine.keeping.is_away = True


def _catch_up(mine: Visit, drafts: Drafts) -> None:
    known = mine.keeping
    if known.must_forget:
        _forget(mine, drafts)
    match drafts.peek(cookie()):
        case None:  # none yet, or the store lost it: then this tab writes it anew
            known.revision, known.base = 0, {}
        case (revision, _) if revision == known.revision:
            pass
        case (revision, "draft"):
            if found := drafts.load(cookie()):
                _take_over(mine, found, drafts)
        case (revision, state):
            known.is_shared = state == "shared"
            if known.revision:  # another tab wiped it
                _start_anew(mine)
            visit().keeping.revision = revision
    visit().keeping.is_fresh = False


def _keep(mine: Visit, drafts: Drafts) -> None:
    known = mine.keeping
    if known.must_forget:
        _forget(mine, drafts)
    if known.is_shared or mine.municipality is None:
        return None
    for _ in range(TRIES):
        now = record(mine)
        if now == known.base:
            return _still_here(mine, drafts)
        if _is_saved(mine, now, drafts):
            return None
        found = drafts.load(cookie())
        if found is None or found.state != "draft":  # wiped in that very moment: the next run sees
            return None
        _take_over(mine, found, drafts)
    return None


def _is_saved(mine: Visit, now: Record, drafts: Drafts) -> bool:
    """Whether the draft was written; not if another tab wrote it since we read it."""
    known = mine.keeping
    names = set(now["aside"]["files"])
    before = set(known.base.get("aside", {}).get("files", ()))
    new = {name: pack_file(one) for one, name in known.stored if name in names - before}
    draft = Draft(known.revision, "draft", to_bytes(now))
    written = drafts.save(cookie(), draft, new, before - names)
    if written is None:
        return False
    known.base, known.revision, known.touched = now, written.revision, time.monotonic()
    known.stored = [(one, name) for one, name in known.stored if name in names]
    return True


def _take_over(mine: Visit, found: Draft, drafts: Drafts) -> None:
    """Bring together what the store has and what this tab has."""
    known = mine.keeping
    try:
        theirs = from_bytes(found.record)
        both = merged(known.base, record(mine), theirs) if known.base or _has_said(mine) else theirs
        put_back(mine, both, lambda name: drafts.load_file(cookie(), name))
    except UnreadableDraft:  # of a newer version of this website: leave it to that one
        return
    known.base, known.revision = theirs, found.revision


def _has_said(mine: Visit) -> bool:
    return mine.municipality is not None


def _still_here(mine: Visit, drafts: Drafts) -> None:
    now = time.monotonic()
    if now - mine.keeping.touched > BETWEEN:
        drafts.touch(cookie())
        mine.keeping.touched = now


def _start_anew(mine: Visit) -> None:
    """Everything was wiped elsewhere, so here too."""
    shared = mine.keeping.is_shared
    st.session_state.clear()
    st.session_state["visit"] = Visit(chosen=mine.chosen, keeping=Keeping(is_shared=shared))
    st.switch_page("start.py")


def _forget(mine: Visit, drafts: Drafts) -> None:
    drafts.forget(cookie(), "shared" if mine.keeping.is_shared else "wiped")
    mine.keeping.must_forget = False
    mine.keeping.revision = 0
