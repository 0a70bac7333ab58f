"""Keeps a visit in its draft after each run, and brings it back from there before the next.

Another tab of the same browser writes the same draft. What only one of them changed is as that one
left it; see `smi_core.merging`.
"""

import time
from collections.abc import Callable

import streamlit as st

from pages._draft import Keeping
from pages._following import following
from pages._recording import put_back, record
from pages._visit import Visit, begin_anew, cookie, visit
from smi_core.draft import UnreadableDraft
from smi_core.kept import Record, from_bytes, moved_behind, pack_file, to_bytes
from smi_core.merging import merged
from smi_core.words import Language
from web import activity
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


def tell() -> None:
    """Once more, if what the page said of the store is no longer so."""
    known = visit().keeping
    if known.is_away != known.is_told:
        known.is_told = known.is_away
        st.rerun()


def is_kept() -> bool:
    """Whether what this visitor says is kept for a while, so that a screen may promise it."""
    return of_visitor(cookie()) is not None and not visit().keeping.is_shared


def wipe() -> None:
    """Forget everything but the language, also the draft."""
    clear()
    visit().keeping.must_forget = True
    _with_store(_forget)


def clear() -> None:
    """Forget what this tab has but the language; also open downloads, files that came in."""
    mine = visit()
    withdraw(cookie())
    let_go_all()
    keeping = Keeping(is_shared=mine.keeping.is_shared)
    begin_anew(Visit(chosen=mine.chosen, keeping=keeping))


def _with_store(do: Callable[[Visit, Drafts], None]) -> None:
    """Do something with the store, if there is one; a store that is away is told on the screen."""
    mine, drafts = visit(), of_visitor(cookie())
    if drafts is None:
        return
    try:
        do(mine, drafts)
    except Away:
        visit().keeping.is_away = True


def _catch_up(mine: Visit, drafts: Drafts) -> None:
    known = mine.keeping
    if known.must_forget:
        _forget(mine, drafts)
    match drafts.peek(cookie()):
        case None:  # none yet, or the store lost it: then this tab writes it anew
            known.revision, known.base = 0, {}
        case (revision, _) if revision == known.revision:
            pass
        case (_, "draft") if known.is_shared:  # of who was here before
            _forget(mine, drafts)
        case (revision, "draft"):
            if found := drafts.load(cookie()):
                before = len(mine.children)
                following(lambda: _take_over(mine, found, drafts))
                if len(mine.children) < before:  # what is on the screen may be of another child now
                    st.switch_page("children.py")
        case (revision, state):
            known.is_shared = known.is_shared or state == "shared"
            if known.revision:  # another tab wiped it
                _start_anew(mine, revision)
            known.revision = revision
    known.is_fresh = False


def _keep(mine: Visit, drafts: Drafts) -> None:
    known = mine.keeping
    if known.must_forget:
        _forget(mine, drafts)
    has_to = not known.is_shared and mine.municipality is not None
    known.is_away = has_to and not _write(mine, drafts)


def _write(mine: Visit, drafts: Drafts) -> bool:
    """Write what changed; whether the store has it now."""
    for _ in range(TRIES):
        now = record(mine)
        if now == mine.keeping.base:
            _still_here(mine, drafts)
            return True
        if _write_once(mine, now, drafts):
            return True
        found = drafts.load(cookie())
        if found is None or found.state != "draft":  # wiped in that very moment: the next run sees
            return True
        _take_over(mine, found, drafts)
    return False


def _write_once(mine: Visit, now: Record, drafts: Drafts) -> bool:
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
        base, now = known.base or _nothing(mine.chosen), record(mine)
        both = merged(base, now, moved_behind(theirs, base, now))
        put_back(mine, both, lambda name: drafts.load_file(cookie(), name))
    except UnreadableDraft as error:
        if error.reason != "newer_version":  # nobody can read it: write over it
            known.base, known.revision = {}, found.revision
        return  # a newer version of this website can
    known.base, known.revision = theirs, found.revision


def _nothing(chosen: Language) -> Record:
    """What a visit begins with."""
    return record(Visit(chosen=chosen))


def _still_here(mine: Visit, drafts: Drafts) -> None:
    """Keep the draft for a day from the last sign of life; a page drawn by itself is none."""
    away = activity.away(cookie())
    last = time.monotonic() - away
    if last - mine.keeping.touched > BETWEEN:
        drafts.touch(cookie(), away)
        mine.keeping.touched = last


def _start_anew(mine: Visit, revision: int) -> None:
    """Everything was wiped elsewhere, so here too."""
    keeping = Keeping(is_shared=mine.keeping.is_shared, is_fresh=False, revision=revision)
    begin_anew(Visit(chosen=mine.chosen, keeping=keeping))
    st.switch_page("start.py")


def _forget(mine: Visit, drafts: Drafts) -> None:
    drafts.forget(cookie(), "shared" if mine.keeping.is_shared else "wiped")
    mine.keeping.must_forget = False
    mine.keeping.revision, mine.keeping.base = 0, {}
