"""A visit out of a file under lock and key. Anybody can lock one, so nothing in it is believed."""

from collections.abc import Sequence
from datetime import date

from smi_core.attached import Attachment
from smi_core.cleaning import safe_name
from smi_core.content import load_scheme, load_steps, municipalities
from smi_core.draft import UnreadableDraft
from smi_core.kept import Aside, Kept, from_bytes, taken_back
from smi_core.locked import LockRefused, unlock
from smi_core.pack import Reopened
from smi_core.uploads import PackRefused, look_at

MOST_OF_A_RECORD = 10_000_000
"""Bytes of all that is no file."""


def reopen_locked(data: bytes, passphrase: str, on: date) -> Reopened:
    """Read a file of ours that was kept; anything may come in.

    Args:
        data: the file.
        passphrase: as somebody typed it.
        on: the day of reading.

    Raises:
        PackRefused: it cannot be opened again; the reason says why.
    """
    try:
        record, *files = unlock(data, passphrase)
        if len(record) > MOST_OF_A_RECORD:
            raise PackRefused("bomb")
        kept = taken_back(from_bytes(record), load_steps(), on)
    except (LockRefused, UnreadableDraft) as error:
        raise PackRefused(error.reason) from None
    if kept.aside.municipality not in municipalities():
        raise PackRefused("unknown_municipality")
    return _reopened(kept.aside.municipality, kept, look_at(files))


def _reopened(municipality: str, kept: Kept, found: Sequence[Attachment | None]) -> Reopened:
    aside, known = kept.aside, _papers()
    said = list(aside.files.values())
    there = [one if one and one.paper in known else None for one in found][: len(said)]
    there += [None] * (len(said) - len(there))
    pairs = list(zip(said, there, strict=True))
    return Reopened(
        municipality=municipality,
        answers=kept.answers,
        refused=kept.refused,
        attachments=tuple(one for file, one in pairs if one and not file.is_waiting),
        waiting=tuple(one for file, one in pairs if one and file.is_waiting),
        lost=tuple(safe_name(file.name) for file, one in pairs if one is None),
        beside=_only_words(aside),
    )


def _papers() -> frozenset[str]:
    """The papers of every municipality: a family that moved keeps what it had."""
    return frozenset(paper.id for key in municipalities() for paper in load_scheme(key).papers)


def _only_words(aside: Aside) -> Aside:
    """What a stranger may say too: texts in fields, and what was said of papers."""
    return Aside(typed=aside.typed, before=aside.before, benefit_told=aside.benefit_told)
