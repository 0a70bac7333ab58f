"""Content files that somebody is still writing: any YAML, in the place of each file in turn."""

import json
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from smi_core import content
from smi_core.checks import ContentError, check_scheme, check_shared
from smi_core.guide import Shared, make_guide
from tests.fuzz.feed import Feed
from tests.fuzz.target import Target

WORDS = (
    *("- ", ": ", "\n", "  ", "{", "}", "[", "]", "&a ", "*a", "!!python/object/apply:os.system ["),
    *("!!binary ", "<<: *a", "? ", "| \n", "> \n", "---\n", "...\n", "%YAML 9.9\n", "2026-13-45"),
    *("1e999", ".nan", "0o777", "12:30:45", "yes", "null", "~", "\t", "\u2028", "\x85", '"\\x00"'),
    *("!!int x", "!!timestamp x", "!!set {a, a}", "0x", "0b", "1_000", "\ufeff", "'"),
)


def scheme(folder: Path) -> None:
    """One municipality with what belongs to it."""
    found = content.load_scheme.__wrapped__("delft", folder)
    shared = content.load_shared(content.CONTENT)
    check_scheme("content/delft.yaml", found, shared)
    make_guide("delft", found, shared)


def steps(folder: Path) -> None:
    """The questions, and whether the rest still agrees with them."""
    shared = content.load_shared(content.CONTENT)
    found = content.load_steps.__wrapped__(folder)
    check_shared(Shared(**{**dict(shared), "steps": found}))


def texts(folder: Path) -> None:
    """The sentences; a gap in one language is refused."""
    content.load_texts.__wrapped__("nl", folder)


def partial(folder: Path) -> None:
    """A language that says a part, and something said in it."""
    content.load_partial.__wrapped__("uk", folder)


LOADED: tuple[tuple[str, Callable[[Path], object]], ...] = (
    ("delft.yaml", scheme),
    ("steps.yaml", steps),
    ("options.yaml", steps),
    ("silence.yaml", content.load_silence.__wrapped__),
    ("terms.yaml", content.load_terms.__wrapped__),
    ("national/kot_recht.yaml", content.load_lists.__wrapped__),
    ("national/uren.yaml", content.load_national.__wrapped__),
    ("texts/nl.yaml", texts),
    ("languages/uk.yaml", partial),
)


def written(data: bytes) -> None:
    """A content file loads, or is refused with its name and the place."""
    feed = Feed(data)
    name, load = feed.one_of(LOADED)
    place = _folder() / name
    place.unlink()  # a link: writing through it would spoil our own content
    place.write_bytes(_file(name, feed))
    try:
        load(_folder())
    finally:
        place.unlink()
        place.symlink_to(content.CONTENT / name)


@cache
def _folder() -> Path:
    """A folder with all content, of which one file at a time is another."""
    copy = Path(tempfile.mkdtemp(prefix="fuzz-content-"))
    for file in content.CONTENT.rglob("*"):
        here = copy / file.relative_to(content.CONTENT)
        here.mkdir() if file.is_dir() else here.symlink_to(file)
    return copy


def _file(name: str, feed: Feed) -> bytes:
    match feed.number(3):
        case 0:
            return feed.bytes(4000)
        case 1:
            return _spoiled((content.CONTENT / name).read_text("utf-8"), feed).encode()
        case _:
            return json.dumps(_rearranged(name, feed), default=str).encode()


def _spoiled(text: str, feed: Feed) -> str:
    """The file with something put in, or left out, here and there."""
    for _ in range(1 + feed.number(2)):
        at = feed.number(len(text))
        gone = feed.one_of((0, 0, 1, 3, 40, 4000))
        text = text[:at] + (feed.one_of(WORDS) if feed.number(3) else "") + text[at + gone :]
    return text


def _rearranged(name: str, feed: Feed) -> Any:
    """What stands in the file, with other values in some places; JSON is YAML too."""
    tree = json.loads(_tree(name))
    for _ in range(1 + feed.number(2)):
        holder, key = _place_in(tree, feed)
        if holder is None:
            return feed.value()
        match feed.number(3):
            case 0:
                del holder[key]
            case 1 if isinstance(holder, dict):
                holder[feed.text()] = holder.pop(key)
            case _:
                holder[key] = feed.value()
    return tree


def _place_in(tree: Any, feed: Feed) -> tuple[Any, Any]:
    """Some place in a tree, as what holds it and the key there; None at its root."""
    holder, key, here = None, None, tree
    for _ in range(feed.number(7)):
        keys = list(here) if isinstance(here, dict) else _numbers(here)
        if not keys:
            break
        holder, key = here, feed.one_of(keys)
        here = holder[key]
    return holder, key


def _numbers(here: Any) -> list[int]:
    return list(range(len(here))) if isinstance(here, list) else []


@cache
def _tree(name: str) -> str:
    text = (content.CONTENT / name).read_text("utf-8")
    return json.dumps(yaml.load(text, Loader=content.LOADER), default=str)


def _seeds() -> Iterator[bytes]:
    for place in range(len(LOADED)):
        for way in (1, 2):
            yield bytes([place, way]) + bytes(range(40))


TARGETS = (Target("content", written, (ContentError,), _seeds, 4000),)
