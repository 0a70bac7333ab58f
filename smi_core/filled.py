"""What somebody typed or ticked in the fields of a pack, as answers."""

from collections.abc import Mapping, Sequence
from datetime import date

from smi_core.answers import Answers, PaperState
from smi_core.draft import Refused
from smi_core.questions import InvalidAnswer, Question, Step, child_questions, parse, questions_of

BOX_OF_A_PAPER = "papier-"
TICKED = "yes"


def with_filled(
    answers: Answers, filled: Mapping[str, str], steps: Sequence[Step], on: date
) -> tuple[Answers, tuple[Refused, ...]]:
    """The answers with what was filled in since; what was answered before stays.

    Args:
        answers: those that the pack carries.
        filled: what is in each field that has something, by its name.
        steps: all steps, of every municipality.
        on: the day of reading.
    """
    household, children = dict(answers.household), [dict(child) for child in answers.children]
    refused = []
    for field, typed in filled.items():
        found = _asked(field, len(children), steps)
        if found is None:
            continue
        question, child = found
        try:
            given = household if child is None else children[child]
            given.setdefault(question.id, parse(question, typed, on))
        except InvalidAnswer as error:
            reason, limit = error.reason.value, str(error.limit)
            refused.append(Refused(where=field, question=question.id, reason=reason, limit=limit))
    changed = {"household": household, "children": tuple(children)}
    papers = {**_ticked(filled), **answers.papers}
    return answers.model_copy(update={**changed, "papers": papers}), tuple(refused)


def _ticked(filled: Mapping[str, str]) -> dict[str, PaperState]:
    boxes = (name for name, value in filled.items() if value.lower() == TICKED)
    return {
        box.removeprefix(BOX_OF_A_PAPER): PaperState(state="have")
        for box in boxes
        if box.startswith(BOX_OF_A_PAPER)
    }


def _asked(field: str, children: int, steps: Sequence[Step]) -> tuple[Question, int | None] | None:
    """The question that a field asks, and of which child; such as `bsn` or `kind_bsn-2`."""
    name, _, number = field.partition("-")
    question, of_a_child = questions_of(steps).get(name), name in child_questions(steps)
    if question is None or of_a_child != bool(number):
        return None
    if not of_a_child:
        return question, None
    place = int(number) if number.isdecimal() and len(number) < 3 else 0
    return (question, place - 1) if 0 < place <= children else None
