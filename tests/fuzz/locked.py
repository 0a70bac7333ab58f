"""A file under lock and key that somebody brings: anybody can lock anything with a passphrase."""

import json
import zlib
from contextlib import ExitStack
from hashlib import sha256
from unittest.mock import patch

from smi_core import locked
from smi_core.kept import pack_file
from smi_core.sandbox import kept as child
from smi_core.sandbox import wire
from smi_core.unlocked import reopen_locked
from smi_core.uploads import PackRefused, opening
from tests.families import TODAY
from tests.fuzz.drafts import ATTACHMENT
from tests.fuzz.feed import Feed
from tests.fuzz.kept import file_of, record_of_visit
from tests.fuzz.target import Target

PASSPHRASE = "abcd-efgh-jkmn-pqrs"


def brought_back(data: bytes) -> None:
    """It opens, or is refused; the files in it are pictures, and named without tricks.

    The key is made in a cheap way, and the reader of its files runs in this process; the real ones
    have their own tests.
    """
    feed = Feed(data)
    change = feed.number(7)
    file = _changed(_file(feed), feed, change)
    with ExitStack() as stack:
        stack.enter_context(patch.object(locked, "_key", _cheap))
        stack.enter_context(patch.object(opening, "ask", _asked_here))
        stack.enter_context(patch.object(child, "seconds_used", lambda: 0.0))
        found = reopen_locked(file, PASSPHRASE, TODAY)
    for one in (*found.attachments, *found.waiting):
        assert one.name.isprintable()
        assert all(page.width * page.height <= 16_000_000 for page in one.pages)
    assert all(name.isprintable() for name in found.lost)


def _file(feed: Feed) -> bytes:
    """A file with a record and files in it, or with anything in their place."""
    what = feed.number(5)
    files = [_packed(feed) for _ in range(feed.number(3))]
    with patch.object(locked, "_key", _cheap), ExitStack() as stack:
        if what == 0:
            anything = feed.bytes(400)
            stack.enter_context(patch.object(locked, "_joined", lambda _: anything))
        record = json.dumps(record_of_visit(feed), default=str).encode()
        return locked.lock([feed.bytes(400) if what == 1 else record, *files], PASSPHRASE)


def _packed(feed: Feed) -> bytes:
    match feed.number(3):
        case 0:
            return feed.bytes(200)
        case 1:
            return pack_file(ATTACHMENT)
        case _:
            return zlib.compress(json.dumps(file_of(feed), default=str).encode())


def _changed(whole: bytes, feed: Feed, change: int) -> bytes:
    """The file as it is, with other bytes, or with other bytes and a right last part."""
    if change > 1:
        return whole
    at = feed.number(len(whole) - 1)
    other = whole[:at] + feed.bytes(20) + whole[at + feed.number(40) :]
    return other if change else other[:-32] + sha256(other[:-32]).digest()


def _cheap(passphrase: str, salt: bytes) -> bytes:
    return sha256(salt + passphrase.encode()).digest()


def _asked_here(task: str, pieces: list[bytes], most: int) -> list[bytes]:
    """What the child does, with its answer as it goes over the wire."""
    assert task == "kept"
    try:
        answer = child.read(list(pieces))
    except wire.Refused as refused:
        answer = wire.Answer({"refused": refused.reason})
    said = json.dumps(answer.says, ensure_ascii=False).encode("utf-8", "replace")
    return [said, *answer.pieces]


def _seeds() -> list[bytes]:
    """A file with a photo in it, as it is; and others."""
    whole = b"\7\5\1\1\1" + bytes(60)
    return [whole, *(bytes([n, n]) + whole[2:] for n in range(8))]


TARGETS = (Target("locked", brought_back, (PackRefused,), _seeds),)
