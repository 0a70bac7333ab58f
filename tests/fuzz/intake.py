"""Uploads, as far as this process looks at them: their kind, their name, and the child's answer."""

import json
import os
import time
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

from smi_core.cleaning import safe_name
from smi_core.uploads import (
    PackRefused,
    UploadRefused,
    open_pack,
    opening,
    process,
    take_in,
    taking,
)
from smi_core.uploads.kinds import task_for
from tests.fuzz.feed import Feed
from tests.fuzz.target import Target

_HEADS = (
    *(b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b"\0\0\0\x18ftypheic"),
    *(b"%PDF-1.7\n", b"GIF89a", b"PK\3\4", b"MZ", b"<svg", b"%!PS", b"\0" * 12),
)
UPLOAD = ("refused", "kind", "pages", "removed")
PACK = ("refused", "pictures", "originals", "filled")
_ORIGINALS = ("bijlage-1-origineel.pdf", "../x.pdf", 1)
_WORDS = ("document", "photo", "jpeg", "flate", "grey", "rgb", "bomb", "x", "", None, 1)


def upload(data: bytes) -> None:
    """The kind of a file comes from its bytes, and its name holds nothing unseen."""
    feed = Feed(data)
    name = safe_name(feed.text())
    assert name.isprintable()
    assert 0 < len(name) <= 100
    assert not set(name) & set("/\\")
    start = feed.bytes(feed.number(1100)) + feed.one_of(_HEADS) + feed.bytes(400)
    assert task_for(start) in ("document", "photo", "heif", None)


def child(data: bytes) -> None:
    """Whatever a child says that was taken over by a file: it is a page, a pack, or refused."""
    feed = Feed(data)
    is_pack, is_whole = feed.number(1), feed.number(1)

    def ask(*_: object) -> list[bytes]:
        return _said(feed, PACK if is_pack else UPLOAD) if is_whole else _over_the_wire(feed)

    with patch.object(taking, "ask", ask), patch.object(opening, "ask", ask):
        if is_pack:
            opened = open_pack(b"%PDF-1.7")
            assert all(len(text) <= opening.MOST_TYPED for text in opened.filled.values())
        else:
            found = take_in("foto.jpg", b"%PDF-1.7", "paper")
            assert all(page.width * page.height <= 16_000_000 for page in found.pages)


def _over_the_wire(feed: Feed) -> list[bytes]:
    """What the parent makes of bytes that a child wrote."""
    there, here = os.pipe()
    try:
        os.write(here, feed.bytes(60_000))
        os.close(here)
        return process._answer(there, 100_000, time.monotonic() + 5)
    except EOFError:
        raise process.Failed("unsafe") from None
    finally:
        os.close(there)


def _said(feed: Feed, names: tuple[str, ...]) -> list[bytes]:
    """An answer of the right shape, more or less, and as many pieces or not."""
    makers: dict[str, Callable[[], Any]] = {
        "refused": lambda: feed.one_of((None, None, None, *_WORDS)),
        "kind": lambda: feed.one_of(_WORDS),
        "pages": lambda: [_page(feed) for _ in range(feed.number(3))],
        "pictures": lambda: [_named(feed) for _ in range(feed.number(2))],
        "originals": lambda: [feed.one_of(_ORIGINALS)] * feed.number(1),
        "filled": lambda: {feed.text(): feed.text() for _ in range(feed.number(3))},
        "removed": lambda: feed.one_of(([], ["scripts"], "x", None)),
    }
    says = {name: makers[name]() for name in names if feed.number(7) < 6}
    if feed.number(7) == 7:
        says[feed.one_of((*names, "x"))] = feed.value()
    written = json.dumps(says, ensure_ascii=False).encode("utf-8", "replace")
    lists = [says.get(name) for name in ("pages", "pictures", "originals")]
    right = sum(len(one) for one in lists if isinstance(one, list)) + (names is PACK)
    return [written, *(feed.bytes(20) for _ in range(feed.one_of((right, right, right, 0, 1, 5))))]


def _named(feed: Feed) -> dict[str, Any]:
    return {"name": _name(feed), "page": _page(feed)}


def _name(feed: Feed) -> object:
    return feed.one_of(("Bijlage1Blad1", "Bijlage0Blad1", "../x", "Bijlage1Blad1\n", 1))


def _page(feed: Feed) -> dict[str, Any]:
    return {
        "width": feed.one_of((1, 4000, 4001, 0, -1, "1", 1.5)),
        "height": feed.one_of((1, 4000, 10**9)),
        "coding": feed.one_of(("jpeg", "flate", *_WORDS)),
        "colour": feed.one_of(("grey", "rgb", *_WORDS)),
        "lines": [{"text": feed.text(), "at": feed.one_of(_AT)} for _ in range(feed.number(3))],
    }


_AT = ([0, 0, 1, 1], [1, 2, 3], [-1, 0, 0, 0], [10_000, 0, 0, 10_001], "x")
_REFUSED = (UploadRefused, PackRefused)
TARGETS = (
    Target("upload", upload, ()),
    Target(
        "child",
        child,
        _REFUSED,
        lambda: (b"\1\1" + bytes(50), b"\0\1\0\0\0\0\0\1" + bytes(60), bytes(50)),
        60_000,
    ),
)
