"""What does not come back: answers that no longer fit, by name, and files."""

from collections.abc import Iterable, Sequence

from pages._visit import texts
from smi_core.answers import AnswersOf
from smi_core.content import load_scheme, load_steps
from smi_core.draft import Refused
from smi_core.questions import questions_of


def not_taken(
    refused: Iterable[Refused], municipality: str, children: Sequence[AnswersOf]
) -> tuple[str, ...]:
    """What is asked again, by the name of the question, once each."""
    lines = (_asked_again(one, municipality, children) for one in refused)
    return tuple(dict.fromkeys(lines))


def _asked_again(one: Refused, municipality: str, children: Sequence[AnswersOf]) -> str:
    """The name of the question, and of the child that it is about if there are several."""
    said, town = texts(), load_scheme(municipality).municipality
    asked = questions_of(load_steps())
    if one.question not in asked:
        return said.say("reopen.lost_other")
    question = asked[one.question].label.about(said.language, town)
    if one.child is None or len(children) == 1:
        return question
    given = children[one.child].get("kind_naam")
    child = given or said.say("child.name", number=one.child + 1)
    return said.say("reopen.lost_of_child", question=question, child=child)
