"""A visit as a record that can be kept, and back."""

from collections.abc import Callable
from weakref import WeakValueDictionary

import streamlit as st

from pages._attaching import Attaching
from pages._visit import Visit, given_answers, today
from smi_core.answers import Answers
from smi_core.attached import Attachment
from smi_core.content import load_steps, municipalities
from smi_core.draft import UnreadableDraft
from smi_core.kept import (
    MOST_FILLED,
    Aside,
    KeptFile,
    Record,
    Typed,
    Way,
    record_of,
    taken_back,
    unpack_file,
)
from web.drafts import new_name

Load = Callable[[str], bytes | None]
"""Gives a file of the store by its name there."""
_FILES: WeakValueDictionary[str, Attachment] = WeakValueDictionary()
"""Files that some visit holds, by their names in the store, which nobody can guess."""


def record(mine: Visit) -> Record:
    """All of a visit that is kept. Files get a name for the store; their bytes are not in it."""
    attaching = mine.attaching
    files = {_named(mine, one): KeptFile(name=one.name) for one in attaching.added}
    for one in attaching.waiting:
        files[_named(mine, one)] = KeptFile(name=one.name, is_waiting=True)
    page, query = mine.came_from
    aside = Aside(
        municipality=mine.municipality,
        language=mine.chosen,
        typed=tuple(_typed(mine)),
        files=files,
        before=attaching.before,
        benefit_told=mine.benefit_told,
        password=mine.password,
        passphrase=mine.passphrase,
        way=Way(page=page, query=query),
    )
    return record_of(given_answers(mine), aside)


def put_back(mine: Visit, kept: Record, load: Load) -> None:
    """A visit as a record says it was.

    Raises:
        UnreadableDraft: the record cannot be read, so the visit is as it was.
    """
    found = taken_back(kept, load_steps(), today())
    aside, answers = found.aside, found.answers
    if aside.municipality in municipalities():
        mine.municipality = aside.municipality
    take(mine, answers, aside)
    mine.password, mine.passphrase = aside.password, aside.passphrase
    mine.came_from = (aside.way.page, dict(aside.way.query))
    if mine.keeping.is_fresh and "lang" not in st.query_params:
        mine.chosen = aside.language
    mine.keeping.refused = found.refused
    _put_files_back(mine, aside, load)


def take(mine: Visit, answers: Answers, aside: Aside) -> None:
    """Take over what somebody said, and what stood in the fields beside it."""
    mine.household = dict(answers.household)
    mine.children = [dict(child) for child in answers.children]
    mine.papers, mine.applies_anyway = dict(answers.papers), answers.applies_anyway
    mine.typed = {(one.child, one.field): _as_typed(one) for one in aside.typed}
    mine.benefit_told = aside.benefit_told


def _named(mine: Visit, one: Attachment) -> str:
    """The name of a file in the store; a new file gets one."""
    for other, name in mine.keeping.stored:
        if other is one:
            return name
    name = new_name()
    mine.keeping.stored.append((one, name))
    _FILES[name] = one
    return name


def _as_typed(one: Typed) -> object:
    """What stands in a field, as the fields of this website hold it."""
    return list(one.value) if isinstance(one.value, tuple) else one.value


def _put_files_back(mine: Visit, aside: Aside, load: Load) -> None:
    here = {name: one for one, name in mine.keeping.stored}
    found = {name: here.get(name) or _loaded(name, load) for name in aside.files}
    there = {name: one for name, one in found.items() if one is not None}
    was = mine.attaching
    mine.attaching = Attaching(
        added=[one for name, one in there.items() if not aside.files[name].is_waiting],
        waiting=[one for name, one in there.items() if aside.files[name].is_waiting],
        before=dict(aside.before),
        round=was.round,
        refused=was.refused,
        is_new=was.is_new,
        sheet=was.sheet,
        is_large=was.is_large,
    )
    mine.keeping.stored = [(one, name) for name, one in there.items()]
    mine.keeping.lost = tuple(aside.files[name].name for name in aside.files if name not in there)


def _loaded(name: str, load: Load) -> Attachment | None:
    """A file of the store; it is once in memory, for all tabs of its visitor."""
    packed = load(name)
    if packed is None:
        return None
    try:
        return _FILES.setdefault(name, _FILES.get(name) or unpack_file(packed))
    except UnreadableDraft:
        return None


def _typed(mine: Visit) -> list[Typed]:
    """What stands in fields. More than a field may hold is cut, for it would not come back."""
    return [
        Typed(child=child, field=name, value=_cut(value))
        for (child, name), value in mine.typed.items()
    ]


def _cut(value: object) -> str | bool | tuple[str, ...] | None:
    match value:
        case str():
            return value[:MOST_FILLED]
        case list() | tuple():
            return tuple(str(one) for one in value)
        case bool() | None:
            return value
        case _:
            return str(value)
