"""Answers to a file that other programs and the applicant keep, and back."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from pydantic import ValidationError

from smi_core.answers import Answers, AnswersOf, PaperState
from smi_core.base import Frozen
from smi_core.questions import (
    Answer,
    InvalidAnswer,
    Step,
    child_questions,
    parse,
    questions_of,
)

VERSION = 2
"""Version 1 was answers alone; since 2 they may travel in a pack, with the keys of `OF_A_PACK`."""
MOST_CHILDREN = 12
MOST_PAPERS = 200
PARTS = frozenset({"version", "municipality", "household", "children", "papers", "applies_anyway"})
OF_A_PACK = frozenset({"format", "made_on", "rules_read_on", "attachments"})
_OF_A_CHILD = re.compile(r"children\[(\d{1,3})\]")
_FIELD_OF_A_CHILD = re.compile(r"\w+-(\d{1,3})")


class Refused(Frozen):
    """One answer of a file that was not taken, and where it stands.

    Attributes:
        question: the question that was answered; None if the place itself is not right.
        reason: the texts have one sentence for each (`invalid.<reason>`).
        limit: the border that was passed, where there is one.
    """

    where: str
    question: str | None = None
    reason: str
    limit: str = ""

    @property
    def child(self) -> int | None:
        """The child that the answer is about, from 0; None for the household.

        >>> Refused(where="children[1].kind_naam", reason="text").child
        1
        >>> Refused(where="kind_bsn-2", reason="bsn").child
        1
        """
        if inside := _OF_A_CHILD.match(self.where):
            return int(inside[1])
        field = _FIELD_OF_A_CHILD.fullmatch(self.where)
        return int(field[1]) - 1 if field else None


Unreadable = Literal["not_answers", "newer_version"]


class UnreadableDraft(ValueError):
    """A file that is not a set of answers at all.

    Attributes:
        reason: the texts have one sentence for each (`reopen.refused.<reason>`).
    """

    def __init__(self, reason: Unreadable, message: str) -> None:
        super().__init__(message)
        self.reason: Unreadable = reason


def write(answers: Answers) -> dict[str, Any]:
    """Answers as plain JSON values; `read` gives them back."""
    return {
        "version": VERSION,
        "household": {name: _plain(answer) for name, answer in answers.household.items()},
        "children": [
            {name: _plain(answer) for name, answer in child.items()} for child in answers.children
        ],
        "papers": {name: state.model_dump() for name, state in answers.papers.items()},
        "applies_anyway": answers.applies_anyway,
    }


def read(given: object, steps: Sequence[Step], on: date) -> tuple[Answers, tuple[Refused, ...]]:
    """Read answers from JSON values; what cannot be taken is named and left out.

    Args:
        given: what a JSON parser made of the file; anything may come in.
        steps: all steps, of every municipality.
        on: the day of reading.

    Raises:
        UnreadableDraft: if it is not a set of answers, or of a version we do not know.
    """
    if not isinstance(given, Mapping):
        raise UnreadableDraft("not_answers", "answers are an object with household and children")
    if not _is_whole_text(given):
        raise UnreadableDraft("not_answers", "this holds half a sign, which no text can have")
    known = PARTS | OF_A_PACK if _version(given) > 1 else PARTS
    refused = [
        Refused(where=str(name), reason="unknown_question") for name in given if name not in known
    ]
    per_child = child_questions(steps)
    everything = questions_of(steps)
    asked_once = {name: q for name, q in everything.items() if name not in per_child}
    asked_per_child = {name: q for name, q in everything.items() if name in per_child}
    children = given.get("children", [{}])
    if not isinstance(children, list) or not 1 <= len(children) <= MOST_CHILDREN:
        raise UnreadableDraft("not_answers", f"children is a list of 1 to {MOST_CHILDREN} objects")
    answers = Answers(
        household=_part(given.get("household", {}), "household", asked_once, on, refused),
        children=tuple(
            _part(child, f"children[{place}]", asked_per_child, on, refused)
            for place, child in enumerate(children)
        ),
        papers=_papers(given.get("papers", {}), refused),
        applies_anyway=given.get("applies_anyway") is True,
    )
    return answers, tuple(refused)


def _is_whole_text(given: object) -> bool:
    r"""Whether all of it can be written: JSON lets through half of a sign, such as \ud800."""
    try:
        json.dumps(given, ensure_ascii=False, default=str).encode()
    except (ValueError, RecursionError):
        return False
    return True


def _version(given: Mapping[Any, Any]) -> int:
    """The version of a file; one that does not say is taken for ours.

    Nothing in the answers has changed since version 1, so there is nothing to migrate but the
    names of the parts. A question or an option that has gone is refused by name, and asked again.
    """
    version = given.get("version", VERSION)
    if version in range(1, VERSION + 1):
        return int(version)
    newer = isinstance(version, int) and version > VERSION
    raise UnreadableDraft(
        "newer_version" if newer else "not_answers",
        f"this is version {version!r}; we read versions 1 to {VERSION}",
    )


def _plain(answer: Answer) -> Any:
    match answer:
        case tuple():
            return list(answer)
        case date():
            return answer.isoformat()
        case Decimal():
            return f"{answer:f}"
        case _:
            return answer


def _part(
    given: object, where: str, questions: Mapping[str, Any], on: date, refused: list[Refused]
) -> AnswersOf:
    if not isinstance(given, Mapping):
        raise UnreadableDraft(
            "not_answers", f"{where} is an object with an answer for each question"
        )
    kept: AnswersOf = {}
    for name, value in given.items():
        place = f"{where}.{name}"
        if name not in questions:
            refused.append(Refused(where=place, reason="unknown_question"))
            continue
        try:
            kept[name] = parse(questions[name], value, on)
        except InvalidAnswer as error:
            refused.append(
                Refused(
                    where=place, question=name, reason=error.reason.value, limit=str(error.limit)
                )
            )
    return kept


def _papers(given: object, refused: list[Refused]) -> dict[str, PaperState]:
    if not isinstance(given, Mapping) or len(given) > MOST_PAPERS:
        what = f"papers is an object with a state for each paper, at most {MOST_PAPERS}"
        raise UnreadableDraft("not_answers", what)
    kept = {}
    for name, state in given.items():
        try:
            kept[str(name)] = PaperState.model_validate(state)
        except ValidationError:
            refused.append(Refused(where=f"papers.{name}", reason="not_a_state"))
    return kept
