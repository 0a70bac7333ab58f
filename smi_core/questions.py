"""A question and a step; `parse` what somebody gives into an answer, `display` it back."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Literal

from smi_core import forms
from smi_core.base import Frozen
from smi_core.days import read_day
from smi_core.money import format_euro, format_number
from smi_core.reading import (
    Per,
    Tax,
    Typed,
    UnreadableAmount,
    read_amount,
    read_number,
    stated_period,
)
from smi_core.rules import UNSURE_ANSWER, Requirement
from smi_core.words import Language, Words

Answer = str | int | Decimal | date | tuple[str, ...]
ChoiceKind = Literal["yes_no", "choice"]
ListKind = Literal["choices", "days", "half_days"]
TextKind = Literal["text", "long_text", "bsn", "postcode", "email", "phone", "iban", "lrk"]
Kind = Literal[ChoiceKind, ListKind, TextKind, "date", "birth_date", "money", "hours", "whole"]
PartOf = Literal["check", "cost", "week", "apply"]
PARTS_OF: tuple[PartOf, ...] = ("check", "cost", "week", "apply")
"""The parts of the questions, in the order in which they are asked; the answer page, with the
outlook, comes after the first."""
Autofill = Literal[
    "name", "address-line1", "postal-code", "address-level2", "bday", "tel", "email", "off"
]
Use = Literal["rules", "care", "income", "current", "form", "pack"]

NOT_WRITTEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""Characters that nobody types: control characters, those that turn the reading order, and those
that XML cannot hold."""
MOST_TYPED = 1000  # characters of an answer that is no free text
MOST_PARTS = 100  # of an answer that is a list
MONTHS = re.compile(r"\s*(maand(en)?|mnd|months?)\.?$", re.IGNORECASE)
"""What people write after a number of months."""
NO_IDEA = frozenset(
    {"?", "weet niet", "weet ik niet", "ik weet het niet", "geen idee", "onbekend"}
) | {"i do not know", "i don't know", "don't know", "no idea", "unknown"}
"""What people type where they do not know."""
MOST_WITHOUT_THOUSANDS = 1000
"""Below it, three digits after a point or a comma can be no thousands."""
SHAPED = {
    "bsn": forms.bsn,
    "postcode": forms.postcode,
    "email": forms.email,
    "phone": forms.phone,
    "iban": forms.iban,
    "lrk": forms.lrk,
}


class Option(Frozen):
    """One answer to choose.

    Attributes:
        with_partner: makes sense only for somebody with a partner.
        alone: the words for somebody without one, where they differ.
    """

    value: str
    label: Words
    with_partner: bool = False
    alone: Words | None = None


class Question(Frozen):
    """One thing that is asked.

    Attributes:
        label: how it is called on the check page and in the pack.
        alone: what is asked of somebody without a partner, where that differs; see `asked_alone`.
        without: the fact that is "nee" for somebody who is asked so.
        example: what somebody else might answer, with a field for a story.
        options: the answers to choose from, "I do not know" among them where that may be true.
        unsure: the words for "I do not know"; None if everybody can know this.
        use: when it is asked; see the head of content/steps.yaml.
        optional: may be left open without anything being missing.
        at_least, at_most: limits of a number, both allowed; of a text or list the most
            characters; of a birth date the highest age in years.
        per: what an amount is counted over: first how the answer counts, then how it may be typed
            too. Twelve months make a year.
        tax: whether an amount is asked before or after tax; None where that says nothing.
        odd_below, odd_above: an amount that is allowed, but looks as if it were typed over
            something else. No limit of any law.
        autocomplete: what the browser knows it by (HTML, autofill field name).
    """

    id: str
    kind: Kind
    prompt: Words
    label: Words
    alone: Words | None = None
    without: Literal["partner", "toeslagpartner"] = "partner"
    help: Words | None = None
    example: Words | None = None
    options: tuple[Option, ...] = ()
    unsure: Words | None = None
    ask_if: Requirement | None = None
    use: Use = "rules"
    optional: bool = False
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    per: tuple[Per, ...] = ()
    tax: Tax | None = None
    odd_below: Decimal | None = None
    odd_above: Decimal | None = None
    autocomplete: Autofill | None = None


class Step(Frozen):
    """A few questions that belong together; with `repeat` they are asked for every child.

    Attributes:
        part: asked for the outlook (`check`), for the estimate (`cost`), in the week plan (`week`),
            or to make the application (`apply`).
        together: shown on one screen; else each question has a screen of its own.
    """

    id: str
    part: PartOf = "check"
    together: bool = False
    title: Words
    intro: Words | None = None
    repeat: Literal["child"] | None = None
    questions: tuple[Question, ...]


class Invalid(Enum):
    """Why an answer cannot be taken; the texts have one sentence for each."""

    NOT_A_CHOICE = "not_a_choice"
    CONTRADICTORY = "contradictory"
    NOT_AN_AMOUNT = "not_an_amount"
    NOT_AN_INCOME = "not_an_income"
    ROUGH = "rough"
    ROUGH_INCOME = "rough_income"
    OTHER_PERIOD = "other_period"
    BEFORE_TAX = "before_tax"
    AFTER_TAX = "after_tax"
    NOT_A_NUMBER = "not_a_number"
    NOT_WHOLE = "not_whole"
    NEGATIVE = "negative"
    TOO_PRECISE = "too_precise"
    TOO_LOW = "too_low"
    TOO_HIGH = "too_high"
    NOT_A_DATE = "not_a_date"
    IN_THE_FUTURE = "in_the_future"
    TOO_OLD = "too_old"
    TOO_FAR = "too_far"
    TOO_LONG = "too_long"
    NOT_TEXT = "not_text"
    BSN = "bsn"
    POSTCODE = "postcode"
    EMAIL = "email"
    PHONE = "phone"
    IBAN = "iban"
    LRK = "lrk"


class InvalidAnswer(ValueError):
    """An answer that cannot be taken, with the reason and the limit that was passed.

    The value itself is never in the message: it may be personal.
    """

    def __init__(self, reason: Invalid, limit: object = "") -> None:
        self.reason = reason
        self.limit = limit
        super().__init__(f"answer refused: {reason.value}")


def parse(question: Question, given: object, on: date) -> Answer:
    """Read what somebody typed or chose, or what stands in a file, as an answer.

    Args:
        question: the question that was asked.
        given: a text, a list of texts, or a number as JSON has it.
        on: the day of asking; a birth date lies not after it.

    Raises:
        InvalidAnswer: with the reason.
    """
    _check_size(question, given)
    if question.unsure and is_unsure(question, given):
        return UNSURE_ANSWER
    match question.kind:
        case "yes_no" | "choice":
            return _choice(question, given)
        case "choices" | "days" | "half_days":
            return _several(question, given)
        case "money" | "hours" | "whole":
            return _number(question, given)
        case "date" | "birth_date":
            return _day(question, _typed(given, date), on)
        case _:
            return _text(question, _typed(given))


def _check_size(question: Question, given: object) -> None:
    """Nobody means so much, and some ways of reading take very long over it; all visitors wait."""
    parts = given if isinstance(given, (list, tuple)) else (given,)
    if len(parts) > MOST_PARTS:
        raise InvalidAnswer(Invalid.NOT_A_CHOICE)
    if any(isinstance(part, (list, tuple, dict)) for part in parts):
        raise InvalidAnswer(Invalid.NOT_TEXT)
    is_free = question.kind in ("text", "long_text")  # their own limit is less, and says so
    if not is_free and any(isinstance(one, str) and len(one) > MOST_TYPED for one in parts):
        raise InvalidAnswer(Invalid.TOO_LONG, Decimal(MOST_TYPED))


def _typed(given: object, *also: type) -> str:
    """What was typed, as text; other kinds of value only where they say the same."""
    if isinstance(given, bool) or not isinstance(given, (str, *also)):
        raise InvalidAnswer(Invalid.NOT_TEXT)
    return str(given)


def is_unsure(question: Question, given: object) -> bool:
    """Whether this is "I do not know", as its value, in words, or as the only one in a list."""
    if isinstance(given, (list, tuple)):
        return len(given) == 1 and is_unsure(question, given[0])
    words = question.unsure.versions() if question.unsure else ()
    said = str(given).strip(" .!").casefold().replace("’", "'")
    return said in {UNSURE_ANSWER, *NO_IDEA, *(word.casefold() for word in words)}


def display(question: Question, answer: Answer, language: Language = "nl") -> str:
    """An answer as people read it. `parse` reads it back."""
    if answer == UNSURE_ANSWER and question.unsure:
        return question.unsure.said_in(language)
    match answer:
        case tuple():
            return ", ".join(_label(question, value, language) for value in answer)
        case date():
            return f"{answer:%d-%m-%Y}"
        case Decimal() if question.kind == "money":
            return format_euro(answer, language)
        case Decimal() | int():
            return format_number(Decimal(answer), language)
        case _:
            return _label(question, answer, language)


def questions_of(steps: Iterable[Step]) -> dict[str, Question]:
    """Every question by its id."""
    return {question.id: question for step in steps for question in step.questions}


def child_questions(steps: Iterable[Step]) -> frozenset[str]:
    """The ids of the questions that are asked for every child."""
    return frozenset(q.id for step in steps if step.repeat for q in step.questions)


def asked_alone(question: Question) -> Question:
    """A question as it is asked of somebody without a partner. The values of answers stay."""
    kept = [option for option in question.options if not option.with_partner]
    options = [one.model_copy(update={"label": one.alone or one.label}) for one in kept]
    prompt = question.alone or question.prompt
    return question.model_copy(update={"prompt": prompt, "options": tuple(options)})


def asked_after(steps: Iterable[Step], part: PartOf) -> dict[str, PartOf]:
    """The ids of the questions that are asked only after a part, with the part they are in."""
    later = PARTS_OF[PARTS_OF.index(part) + 1 :]
    return {q.id: step.part for step in steps if step.part in later for q in step.questions}


def _label(question: Question, value: str, language: Language) -> str:
    labels = {option.value: option.label.said_in(language) for option in question.options}
    return labels.get(value, value)


def _choice(question: Question, given: object) -> str:
    for option in question.options:
        if str(given).strip() == option.value or _says(option, str(given)):
            return option.value
    raise InvalidAnswer(Invalid.NOT_A_CHOICE)


def _says(option: Option, given: str) -> bool:
    spoken = given.strip().casefold()
    return any(words.casefold() == spoken for words in option.label.versions())


def _several(question: Question, given: object) -> Answer:
    wanted = given if isinstance(given, (list, tuple)) else _split(question, str(given))
    chosen = {_choice(question, one) for one in wanted}
    if not chosen:
        raise InvalidAnswer(Invalid.NOT_A_CHOICE)
    if len(chosen) > 1 and chosen & {"geen", "nee", UNSURE_ANSWER}:
        raise InvalidAnswer(Invalid.CONTRADICTORY)
    if chosen == {UNSURE_ANSWER}:
        return UNSURE_ANSWER
    return tuple(option.value for option in question.options if option.value in chosen)


def _split(question: Question, text: str) -> Sequence[str]:
    """The labels or values in a text that lists them; a label may hold a comma itself."""
    left, found = text, []
    names = {words for option in question.options for words in option.label.versions()}
    names |= {option.value for option in question.options}
    while left:
        name = next((n for n in sorted(names, key=len, reverse=True) if _starts(left, n)), None)
        if name is None:
            raise InvalidAnswer(Invalid.NOT_A_CHOICE)
        found.append(name)
        left = left[len(name) :].lstrip(", ")
    return found


def _starts(text: str, name: str) -> bool:
    return re.match(re.escape(name) + r"(,|$)", text, re.IGNORECASE) is not None


def _number(question: Question, given: object) -> Decimal | int:
    text = _typed(given, int, float, Decimal)
    try:
        typed = _read(question, text, is_written=isinstance(given, str))
        _check_tax(question, typed)
        number = _counted(question, typed)
    except UnreadableAmount as error:
        raise InvalidAnswer(_why(question, error)) from None
    if question.at_least is not None and number < question.at_least:
        raise InvalidAnswer(Invalid.TOO_LOW, question.at_least)
    if question.at_most is not None and number > question.at_most:
        raise InvalidAnswer(Invalid.TOO_HIGH, question.at_most)
    if question.kind != "whole":
        return number
    if number != number.to_integral_value():
        raise InvalidAnswer(Invalid.NOT_WHOLE)
    return int(number)


def _read(question: Question, text: str, *, is_written: bool) -> Typed:
    """The number in a text; only a large amount that somebody wrote can have thousands in it."""
    if question.kind == "whole":
        text = MONTHS.sub("", text)
    limit = question.at_most
    is_large = question.kind == "money" and (limit is None or limit >= MOST_WITHOUT_THOUSANDS)
    return read_amount(text) if is_large and is_written else read_number(text)


def _check_tax(question: Question, typed: Typed) -> None:
    """What is asked before tax must not be typed after it, nor the other way round."""
    if typed.tax in (None, question.tax):
        return
    asked = {"before": Invalid.BEFORE_TAX, "after": Invalid.AFTER_TAX, None: Invalid.NOT_A_NUMBER}
    raise InvalidAnswer(asked[question.tax])


def _counted(question: Question, typed: Typed) -> Decimal:
    """The number over what the question counts it over."""
    is_unit = typed.per == "hour" and question.kind == "hours"  # what is counted, not over what
    if typed.per is None or is_unit or (typed.per,) == question.per[:1]:
        return typed.amount
    if not question.per:
        raise InvalidAnswer(Invalid.NOT_A_NUMBER)
    if typed.per not in question.per:
        raise InvalidAnswer(Invalid.OTHER_PERIOD, question.per[0])
    return typed.amount * 12 if (typed.per, question.per[0]) == ("month", "year") else typed.amount


def _why(question: Question, error: UnreadableAmount) -> Invalid:
    """The reason; where a question before it takes a rough amount, with the way back there."""
    reason = error.reason.value
    is_income = question.per[:1] == ("year",) and question.unsure is None
    if reason == "rough":
        return Invalid.ROUGH_INCOME if is_income else Invalid.ROUGH
    if reason == "not_a_number" and question.kind == "money":
        return Invalid.NOT_AN_INCOME if is_income else Invalid.NOT_AN_AMOUNT
    return Invalid(reason)


def is_by_month(question: Question, given: object) -> bool:
    """Whether a yearly amount was typed per month."""
    return question.per[:1] == ("year",) and stated_period(str(given)) == "month"


def is_odd(question: Question, answer: Answer) -> bool:
    """Whether an amount looks as if it were typed over something else, such as a month."""
    if not isinstance(answer, Decimal) or answer == 0:
        return False
    is_low = question.odd_below is not None and answer < question.odd_below
    return is_low or (question.odd_above is not None and answer > question.odd_above)


def _day(question: Question, text: str, on: date) -> date:
    is_birth = question.kind == "birth_date"
    # A child of at most 18 cannot be of last century, so a year to come stays one to come.
    may_be_old = question.at_most is None or question.at_most >= on.year % 100
    day = read_day(text, on, is_past=is_birth and may_be_old)
    if day is None:
        raise InvalidAnswer(Invalid.NOT_A_DATE)
    if question.kind == "date":
        if abs(day.year - on.year) > 10:
            raise InvalidAnswer(Invalid.TOO_FAR)
        return day
    if day > on:
        raise InvalidAnswer(Invalid.IN_THE_FUTURE)
    if question.at_most is not None and on.year - day.year > question.at_most:
        raise InvalidAnswer(Invalid.TOO_OLD, question.at_most)
    return day


def _text(question: Question, text: str) -> str:
    text = NOT_WRITTEN.sub("", text).strip()
    if question.kind in SHAPED:
        try:
            return SHAPED[question.kind](text)
        except forms.Misshapen:
            raise InvalidAnswer(Invalid(question.kind)) from None
    if question.at_most is not None and len(text) > question.at_most:
        raise InvalidAnswer(Invalid.TOO_LONG, question.at_most)
    return text
