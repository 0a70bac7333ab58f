"""Answers in a file: any JSON values, the data of a pack, and a whole pack that came back."""

import hashlib
import io
import json
import random
import re
import warnings
from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache
from typing import Any
from unittest.mock import patch

import pikepdf

from smi_core import handover
from smi_core.attached import Attachment
from smi_core.case import work_out
from smi_core.content import load_guide, load_steps, municipalities
from smi_core.draft import OF_A_PACK, PARTS, UnreadableDraft, read, write
from smi_core.pack import make_pack, reopen
from smi_core.questions import child_questions
from smi_core.sandbox import packs, wire
from smi_core.uploads import PackRefused, opening
from tests.families import TODAY
from tests.fuzz.feed import Feed
from tests.fuzz.target import Target
from tests.fuzz.typed import QUESTIONS, given_to
from tests.hostile import signed
from tests.hostile.mutations import mutated
from tests.packs import example, in_every_state, photo, scan

STEPS = load_steps()
_PER_CHILD = child_questions(STEPS)
_ASKED = {
    "household": tuple(one for one in QUESTIONS if one.id not in _PER_CHILD),
    "children": tuple(one for one in QUESTIONS if one.id in _PER_CHILD),
}
_NAMES = ("image", "lines", "text", "left", "paper", "name", "kind", "removed", "pages", "original")
_WORDS = (
    *(f'"{name}"' for name in (*_NAMES, *PARTS, *OF_A_PACK, *(one.id for one in QUESTIONS))),
    *(
        "null",
        "true",
        "1e999",
        "NaN",
        "[",
        "]",
        "{",
        "}",
        "[" * 200,
        "\\ud800",
        "\ufeff",
        "-0",
        "9" * 90,
    ),
)


ATTACHMENT = Attachment(paper="inkomen", name="foto.jpg", kind="photo", pages=(photo(),))


def draft(data: bytes) -> None:
    """What can be read of a file is written and read back whole, and can be worked out."""
    feed = Feed(data)
    key = feed.one_of(municipalities())
    answers, _ = read(draft_of(feed), STEPS, TODAY)
    file = json.loads(json.dumps(write(answers)))
    assert read(file, STEPS, TODAY) == (answers, ())
    work_out(load_guide(key), answers, TODAY)


def handed(data: bytes) -> None:
    """The same of the data of a pack, from its bytes."""
    found = handover.take_back(data, STEPS, TODAY)
    assert read(json.loads(json.dumps(write(found.answers))), STEPS, TODAY) == (found.answers, ())
    for one in found.attachments:
        assert one.name.isprintable()
        assert len(one.pages) <= 60


def pack(data: bytes) -> None:
    """A pack with changes of any kind is opened safely or refused.

    The reader runs in this process, where the fuzzer sees it; `tests/test_hostile_packs.py` has
    the real one, in a process of its own.
    """
    changed = changed_pack(Feed(data))
    with ExitStack() as stack:
        stack.enter_context(patch.object(opening, "ask", _asked_here))
        stack.enter_context(patch.object(packs.documents, "read", _as_if_read))
        stack.enter_context(warnings.catch_warnings())
        warnings.simplefilter("ignore")  # in a process of its own nobody hears them either
        found = reopen(changed, TODAY)
    assert found.municipality in municipalities()
    assert all(page.data for one in found.attachments for page in one.pages)


def draft_of(feed: Feed) -> Any:
    """What might stand in a file of answers: right, almost right, or anything at all."""
    if feed.number(15) == 0:
        return feed.value()
    whole = {
        "version": feed.one_of((2, 1, 2, 1, 3, 0, -1, "2", True, 2.0, None, [2])),
        "municipality": feed.one_of((*municipalities(), "", "x")),
        "household": _answers(feed, "household"),
        "children": [_answers(feed, "children") for _ in range(feed.one_of((1, 2, 3, 0, 12, 13)))],
        "papers": {_key(feed): _state(feed) for _ in range(feed.number(3))},
        "applies_anyway": feed.one_of((False, True, 1, "true")),
        "attachments": [_attachment(feed) for _ in range(feed.number(3))],
    }
    for _ in range(feed.number(2)):
        whole[_key(feed) if feed.number(1) else feed.one_of(tuple(whole))] = feed.value()
    return whole


def changed_pack(feed: Feed) -> bytes:
    """One of our packs with other answers in it, other words for its parts, or other bytes."""
    whole = feed.one_of(_packs())
    match feed.number(4):
        case 0:
            return whole
        case 1:
            return _with_answers(whole, json.dumps(draft_of(feed), default=str).encode())
        case 2:
            return _with_answers(whole, feed.bytes(4000))
        case 3:
            return mutated(_with_objects(whole, feed), _dice(feed))
        case _:
            return mutated(whole, _dice(feed))


def _answers(feed: Feed, where: str) -> Any:
    if feed.number(20) == 20:
        return feed.value()
    chosen = [feed.one_of(_ASKED[where]) for _ in range(feed.number(12))]
    found = {question.id: given_to(question, feed) for question in chosen}
    return found | ({_key(feed): feed.value(1)} if feed.number(3) == 3 else {})


def _key(feed: Feed) -> str:
    return feed.one_of(_NAMES) if feed.number(1) else feed.text()


def _state(feed: Feed) -> Any:
    states = ("have", "missing", "later", "not_mine", "")
    if feed.number(2) == 2:
        return feed.value()
    return {"state": feed.one_of(states), "note": feed.text(), _key(feed): feed.value(1)}


def _attachment(feed: Feed) -> Any:
    names = ("Bijlage1Blad1", "Bijlage1Blad2", "Bijlage2Blad1", "", "Bijlage9Blad9")
    one: dict[str, Any] = {
        "paper": feed.text(),
        "name": feed.text(),
        "kind": feed.one_of(("document", "photo", "", None)),
        "removed": feed.one_of(([], ["scripts"], ["x"], ["scripts"] * 12, None)),
        "pages": [{"image": feed.one_of(names), "lines": []} for _ in range(feed.number(3))],
        "original": feed.one_of((None, "bijlage-1-origineel.pdf", "x", 1)),
    }
    return one | ({_key(feed): feed.value(2)} if feed.number(1) else {})


@cache
def _signed() -> bytes:
    return signed.signed()


@cache
def _packs() -> tuple[bytes, ...]:
    """A pack with a photo, a scan and a signed document; one of many papers; one with nothing."""
    papers = [item.paper.id for item in example("delft").papers if item.paper.kind == "enclose"]
    attachments = [
        ATTACHMENT.model_copy(update={"paper": papers[0]}),
        Attachment(
            paper=papers[1],
            name="besluit.pdf",
            kind="document",
            pages=(scan("Besluit"),),
            original=_signed(),
        ),
    ]
    return (
        make_pack(example("delft"), attachments),
        make_pack(in_every_state("lansingerland"), []),
        make_pack(example("alkmaar"), []),
    )


def _with_answers(whole: bytes, answers: bytes) -> bytes:
    """A pack with other answers, and with a hash that is right for them."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        pdf.attachments["aanvraag.json"].obj.EF.F.write(answers)
        right = hashlib.sha256(answers).hexdigest().encode()
        about = pdf.Root.Metadata.read_bytes()
        pdf.Root.Metadata.write(re.sub(rb"[0-9a-f]{64}", right, about))
        pdf.save(out, fix_metadata_version=False, deterministic_id=True)
    return out.getvalue()


def _with_objects(whole: bytes, feed: Feed) -> bytes:
    """A pack whose objects stand in the open, where a change of bytes reaches them."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        pdf.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=bool(feed.number(1)),
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            deterministic_id=True,
        )
    return out.getvalue()


def _dice(feed: Feed) -> random.Random:
    return random.Random(feed.bytes(8))


def _asked_here(task: str, pieces: list[bytes], most: int) -> list[bytes]:
    """What the child does, by the same steps, with its answer as it goes over the wire."""
    assert task == "open"
    try:
        answer = packs.read(pieces)
    except wire.Refused as refused:
        answer = wire.Answer({"refused": refused.reason})
    said = json.dumps(answer.says, ensure_ascii=False).encode("utf-8", "replace")
    whole = [said, *answer.pieces]
    assert sum(map(len, whole)) <= most
    return whole


def _as_if_read(pieces: list[bytes]) -> wire.Answer:
    """A signed file inside a pack is looked at as any upload; here it would take half the time."""
    if pieces[0] != _signed():
        raise wire.Refused("damaged")
    return wire.Answer({"keeps_original": True})


def _data_of_packs() -> Iterator[bytes]:
    for one in _packs():
        with pikepdf.open(io.BytesIO(one)) as pdf:
            yield pdf.attachments["aanvraag.json"].get_file().read_bytes()


TARGETS = (
    Target(
        "draft",
        draft,
        (UnreadableDraft,),
        lambda: (b"\0\1" + bytes(40), b"\1\1" + bytes(range(200)), bytes(40)),
        4096,
    ),
    Target("data", handed, (UnreadableDraft,), _data_of_packs, 20_000, _WORDS),
    Target("pack", pack, (PackRefused,), lambda: (bytes([0, n, n, n, n]) for n in range(5)), 4096),
)
