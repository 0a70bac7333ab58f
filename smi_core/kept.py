"""What is kept of a visit, as bytes and back: the answers, what stands in the fields, the files.

The record is small and is written after each change. Each file is written once, beside it.
"""

import json
import zlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from pydantic import ConfigDict, Field, ValidationError

from smi_core.answers import Answers, PaperState
from smi_core.attached import MOST_FILES, MOST_TOGETHER, Attachment
from smi_core.base import Frozen
from smi_core.cleaning import LONGEST_NAME
from smi_core.draft import Refused, UnreadableDraft, read, write
from smi_core.questions import Step

MOST_FILLED = 400_000
"""Characters that may stand in one field; far more than the pages take."""
MOST_FIELDS = 1000
MOST_OF_A_FILE = 2 * MOST_TOGETHER
"""Bytes of a file once it is unpacked: pixels grow by a third when they are written as letters."""

Filled = Annotated[str, Field(max_length=MOST_FILLED)]
LONGEST_WORD = 200
"""Characters of what names something: a field, a page, what an address asks."""
Name = Annotated[str, Field(max_length=LONGEST_WORD)]


class Typed(Frozen):
    """What stands in a field, whether or not it can be an answer.

    Attributes:
        child: from 0; None for the household.
        field: the id of the question, or of what stands beside its field.
    """

    child: Annotated[int, Field(ge=0)] | None
    field: Name
    value: Filled | bool | tuple[Filled, ...] | None


class KeptFile(Frozen):
    """A file, and how far the parent is with it.

    Attributes:
        name: as the parent knows it, to say which one is to be added again if it is lost.
        is_waiting: the parent has yet to say whether it can be read.
    """

    name: Annotated[str, Field(max_length=LONGEST_NAME)]
    is_waiting: bool = False


class Way(Frozen):
    """Where keeping leads back to: a page, and what its address asks."""

    page: Name = "start"
    query: dict[Name, Name] = {}


class Aside(Frozen):
    """What a visit holds beside answers; all of it may be missing.

    Attributes:
        municipality: the key of its file; None if none was chosen.
        files: by their names in the store, in the order in which they were added.
        before: what was said of a paper before its first file came.
        benefit_told: see `pages._visit.Visit`.
        password: of the pack that was shown.
        passphrase: of the file that was shown. Only the draft has it, never that file.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")  # of a later version: no reason to stop

    municipality: Name | None = None
    language: Name = "nl"
    typed: Annotated[tuple[Typed, ...], Field(max_length=MOST_FIELDS)] = ()
    files: Annotated[dict[Name, KeptFile], Field(max_length=2 * MOST_FILES)] = {}
    before: dict[Name, PaperState | None] = {}
    benefit_told: Name = ""
    password: Name = ""
    passphrase: Name = ""
    way: Way = Way()


class Kept(Frozen):
    """All that is kept, but the files themselves.

    Attributes:
        refused: answers that no longer fit; they are asked again.
    """

    answers: Answers
    aside: Aside
    refused: tuple[Refused, ...] = ()


Record = dict[str, Any]
"""What is kept as JSON values, for comparing and bringing together."""


def record_of(answers: Answers, aside: Aside) -> Record:
    """Answers, and what stands beside them, as JSON values."""
    return {**write(answers), "aside": _by_key(aside.model_dump(mode="json"))}


def to_bytes(record: Record) -> bytes:
    """A record as it is kept."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()


def from_bytes(kept: bytes) -> Record:
    """A record as it was kept.

    Raises:
        UnreadableDraft: it is no record.
    """
    try:
        found = json.loads(kept)
    except (ValueError, RecursionError):
        raise UnreadableDraft("not_answers", "this is not JSON that we can read") from None
    if not isinstance(found, dict) or not isinstance(found.get("aside", {}), dict):
        raise UnreadableDraft("not_answers", "a record is an object, with another in it")
    return found


def moved_behind(theirs: Record, base: Record, mine: Record) -> Record:
    """Their record, with the fields of children that both added where `merged` puts those children.

    Args:
        theirs: what the other side made of the base.
        base: what both began with.
        mine: what this side made of it.
    """
    known, my_own, their_own = (len(one.get("children", ())) for one in (base, mine, theirs))
    if min(my_own, their_own) <= known or mine["children"][known:] == theirs["children"][known:]:
        return theirs
    aside = theirs.get("aside", {})
    was = aside.get("typed", {})
    typed = {_moved(at, my_own - known, known): said for at, said in was.items()}
    return {**theirs, "aside": {**aside, "typed": typed}}


def _moved(at: str, by: int, since: int) -> str:
    child, _, field = at.partition(".")
    return f"{int(child) + by}.{field}" if child.isdecimal() and int(child) >= since else at


def taken_back(record: Mapping[str, Any], steps: Sequence[Step], on: date) -> Kept:
    """What a record says, with today's questions.

    Args:
        record: anything may come in.
        steps: all steps, of every municipality.
        on: the day of reading.

    Raises:
        UnreadableDraft: it is no record, or of a version that we do not know.
    """
    given = dict(record)
    aside = _aside(given.pop("aside", {}))
    answers, refused = read(given, steps, on)
    return Kept(answers=answers, aside=aside, refused=refused)


def pack_file(one: Attachment) -> bytes:
    """A file of the parent, as it is kept."""
    return zlib.compress(one.model_dump_json().encode(), 1)


def unpack_file(packed: bytes) -> Attachment:
    """A file as it was kept.

    Raises:
        UnreadableDraft: it is not one, or larger than a file can be.
    """
    machine = zlib.decompressobj()
    try:
        plain = machine.decompress(packed, MOST_OF_A_FILE)
        if not machine.eof:
            raise UnreadableDraft("not_answers", "a file ends where it does not, or is too large")
        return Attachment.model_validate_json(plain)
    except (zlib.error, ValidationError):
        raise UnreadableDraft("not_answers", "this is no file that was kept") from None


def _by_key(aside: Record) -> Record:
    """With the typed texts by field, so that two tabs may each change their own."""
    typed = {f"{one['child']}.{one['field']}": one["value"] for one in aside["typed"]}
    return {**aside, "typed": typed}


def _aside(given: object) -> Aside:
    if not isinstance(given, Mapping):
        raise UnreadableDraft("not_answers", "what stands beside the answers is an object")
    try:
        return Aside.model_validate({**given, "typed": _typed(given.get("typed", {}))})
    except (ValidationError, RecursionError):
        raise UnreadableDraft("not_answers", "what stands beside the answers is not ours") from None


def _typed(given: object) -> list[dict[str, object]]:
    if not isinstance(given, Mapping):
        raise UnreadableDraft("not_answers", "the typed texts are an object")
    found = []
    for key, value in given.items():
        child, _, field = str(key).partition(".")
        whose = int(child) if child.isdecimal() and len(child) < 4 else None
        found.append({"child": whose, "field": field, "value": value})
    return found
