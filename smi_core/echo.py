"""What we read in a field, said back at once: so that a slip shows before it counts."""

from datetime import date
from decimal import Decimal

from smi_core.days import in_words
from smi_core.money import format_euro, format_whole_euro
from smi_core.questions import Answer, InvalidAnswer, Question, is_by_month, is_odd, parse
from smi_core.texts import Texts


def echo(question: Question, given: object, texts: Texts, on: date) -> str:
    """An amount or a date as it was read, and a question where it looks like a slip.

    Args:
        question: the question that was asked.
        given: what was typed.
        texts: in the language of the page.
        on: the day of asking.

    Returns:
        A sentence or a few; empty for what cannot be read and for what speaks for itself.
    """
    try:
        answer = parse(question, given, on)
    except InvalidAnswer:
        return ""
    said = _said(question, given, answer, texts)
    if said and is_odd(question, answer):
        said = f"{said} {texts.say(f'reading.odd_{question.per[0]}')}"
    return said


def _said(question: Question, given: object, answer: Answer, texts: Texts) -> str:
    match answer:
        case date():
            return texts.say("reading.day", day=in_words(answer, texts.language))
        case Decimal() if question.kind == "money" and question.per:
            return _amount(question, given, answer, texts)
        case _:
            return ""


def _amount(question: Question, given: object, answer: Decimal, texts: Texts) -> str:
    if is_by_month(question, given):
        month, year = _euro(answer / 12, texts), _euro(answer, texts)
        return texts.say("reading.months", month=month, year=year)
    return texts.say(f"reading.{question.per[0]}", amount=_euro(answer, texts))


def _euro(amount: Decimal, texts: Texts) -> str:
    """Whole euro without cents, else with them: an amount is said back as it was meant."""
    is_whole = amount == amount.to_integral_value()
    write = format_whole_euro if is_whole else format_euro
    return write(amount, texts.language)
