"""What stands in the fields of a screen: as it was filled in, or else as it was answered."""

from pages._visit import Place, visit
from smi_core.content import load_scheme
from smi_core.questions import Answer, Question, display, is_unsure
from smi_core.reading import stated_period
from smi_core.rules import UNSURE_ANSWER
from smi_core.words import Words

NOT_TICKED = ("", None, [], ())


def key_of(place: Place) -> str:
    """The key of a question's widget, for a child with its number."""
    child, question = place
    return question if child is None else f"{question}-{child + 1}"


def text_key(place: Place) -> str:
    """The key of the box in which somebody writes."""
    return f"{key_of(place)}-text"


def choice_key(place: Place) -> str:
    """The key of a radio: Streamlit shows no choice once its labels change, so one a language."""
    return f"{key_of(place)}-choice-{visit().language}"


def tick_key(place: Place, value: str) -> str:
    """The key of one tick of several."""
    return f"{key_of(place)}-{value}"


def unsure_key(place: Place) -> str:
    """The key of the tick "I do not know" beside a box."""
    return f"{key_of(place)}-unsure"


def note_key(paper: str, state: str) -> str:
    """The key of the box beside how far somebody is with a paper."""
    return f"note-{paper}-{visit().language}-{state}"


def given_at(question: Question, place: Place) -> object:
    """What was filled in, with "per month" where that was chosen beside it."""
    given, per = visit().typed.get(place), visit().typed.get(beside(place, "per"))
    if not isinstance(given, str) or not given.strip() or per in (None, *question.per[:1]):
        return given
    is_whole = stated_period(given) or is_unsure(question, given)
    return given if is_whole else f"{given} per {per}"


def tick_of(place: Place) -> bool:
    """Whether "I do not know" is ticked beside a box."""
    return bool(visit().typed.get(beside(place, "unsure")))


def said_of(words: Words) -> str:
    """Words in the language of this visit, with the name of its municipality."""
    mine = visit()
    assert mine.municipality is not None
    return words.about(mine.language, load_scheme(mine.municipality).municipality)


def beside(place: Place, name: str) -> Place:
    """The place of what belongs to a field and is filled in beside it."""
    return place[0], f"{place[1]}:{name}"


def shown_at(question: Question, place: Place) -> str:
    """What stands in a box; empty for "I do not know", which is ticked beside it."""
    now = now_at(question, place)
    return "" if now in NOT_TICKED or now == UNSURE_ANSWER else str(now)


def now_at(question: Question, place: Place) -> object:
    """What stands in the field: what was typed before, else the answer."""
    mine = visit()
    if place in mine.typed:
        return mine.typed[place]
    answer: Answer | None = mine.answers_of(place[0]).get(question.id)
    if answer is None or isinstance(answer, tuple) or question.options:
        return answer
    return UNSURE_ANSWER if answer == UNSURE_ANSWER else display(question, answer, mine.language)
