"""What is kept of a visit: the record and the files of a draft, as they come back."""

import json
import zlib
from contextlib import suppress
from typing import Any

from smi_core.draft import UnreadableDraft
from smi_core.kept import Kept, from_bytes, pack_file, record_of, taken_back, to_bytes, unpack_file
from smi_core.merging import merged
from tests.families import TODAY
from tests.fuzz.drafts import ATTACHMENT, STEPS, draft_of
from tests.fuzz.feed import Feed
from tests.fuzz.target import Target
from tests.fuzz.typed import QUESTIONS
from web.sealing import NotOurs, seal_of

_FIELDS = tuple(f"{child}.{one.id}" for child in (None, 0, 11, "x") for one in QUESTIONS[:9])
_PARTS = ("municipality", "language", "benefit_told", "password", "x")
SECRET = "s" * 43


def record(data: bytes) -> None:
    """A record that is taken back is kept and taken back the same."""
    feed = Feed(data)
    found = _back(feed.bytes(4000) if feed.number(7) == 7 else _written(_record_of(feed)))
    once = _back(to_bytes(record_of(found.answers, found.aside)))
    twice = _back(to_bytes(record_of(once.answers, once.aside)))
    assert twice == once  # of fields that were there twice, one is left
    assert (once.answers, once.refused) == (found.answers, ())
    assert set(once.aside.typed) <= set(found.aside.typed)


def merge(data: bytes) -> None:
    """Two changes come together; a side that changed nothing changes nothing."""
    feed = Feed(data)
    base, mine, theirs = (_record_of(feed) for _ in range(3))
    mine, theirs = {**base, **mine}, {**base, **theirs}
    assert repr(merged(base, mine, base)) == repr(mine)
    assert repr(merged(base, base, theirs)) == repr(theirs)
    with suppress(UnreadableDraft):
        taken_back(merged(base, mine, theirs), STEPS, TODAY)


def file(data: bytes) -> None:
    """A file that comes back is kept and comes back the same; it never grows without end."""
    feed = Feed(data)
    match feed.number(3):
        case 0:
            packed = feed.bytes(4000)
        case 1:
            packed = zlib.compress(feed.bytes(4000) * feed.one_of((1, 1000, 200_000)))
        case _:
            packed = zlib.compress(_written(_file_of(feed)))[: feed.one_of((10**6, 40, 9))]
    found = unpack_file(packed)
    assert unpack_file(pack_file(found)) == found


def sealed(data: bytes) -> None:
    """Nothing opens but what was sealed, for that place, and nothing else comes of trying."""
    feed = Feed(data)
    seal = seal_of(SECRET)
    whole = seal.close(b"plain", "record")
    at = feed.number(len(whole) - 1)
    changed = whole[:at] + feed.bytes(feed.number(60)) + whole[at + feed.number(3) :]
    assert changed == whole or not changed or seal.open(changed, "record") is None


def _back(kept: bytes) -> Kept:
    return taken_back(from_bytes(kept), STEPS, TODAY)


def _record_of(feed: Feed) -> dict[str, Any]:
    whole = draft_of(feed)
    aside: Any = {
        "municipality": feed.one_of(("delft", None, "x", 1)),
        "typed": {
            feed.one_of(_FIELDS) if feed.number(3) else feed.text(): feed.one_of(
                (feed.text(), True, None, [feed.text()], feed.value(1))
            )
            for _ in range(feed.number(4))
        },
        "files": {feed.text(): {"name": feed.text()} for _ in range(feed.number(2))},
        "before": {feed.text(): feed.one_of((None, {"state": "have"}, {"state": "x"}))},
        "way": {"page": feed.text(), "query": {feed.text(): feed.text()}},
    }
    if feed.number(1):
        aside[feed.one_of((*tuple(aside), *_PARTS))] = feed.value(2)
    whole = whole if isinstance(whole, dict) else {"household": whole}
    return {**whole, "aside": aside if feed.number(15) < 15 else feed.value()}


def _file_of(feed: Feed) -> Any:
    whole = json.loads(ATTACHMENT.model_dump_json())
    page = whole["pages"][0]
    for _ in range(feed.number(2)):
        holder = whole if feed.number(1) else page
        holder[feed.one_of((*tuple(holder), "x"))] = feed.value(2)
    return whole


def _written(value: Any) -> bytes:
    """As JSON, also where that has half a sign in it: so may a file that somebody made."""
    return json.dumps(value, default=str).encode()


_ANY = tuple(bytes([n]) + bytes(range(n, 256, n + 1)) for n in range(1, 9))
TARGETS = (
    Target("record", record, (UnreadableDraft,), lambda: (b"\0\1" + bytes(60), *_ANY)),
    Target("merge", merge, (), lambda: ((b"\1" + bytes(60)) * 3, *_ANY)),
    Target("file", file, (UnreadableDraft,), lambda: (b"\2\0\0", *_ANY)),
    Target("sealed", sealed, (NotOurs,), lambda: (bytes(3), *_ANY), 200),
)
