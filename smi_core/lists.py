"""The lists that pages and pack share: what to do, dates, papers and contacts, as sentences."""

from datetime import date

from smi_core import wording
from smi_core.case import Case
from smi_core.checklist import ChecklistItem
from smi_core.days import in_words
from smi_core.deadlines import Deadline
from smi_core.texts import Texts

ABOUT_THE_AMOUNT = frozenset(
    {"near_norm", "income_may_differ", "indicative", "income_does_not_matter"}
)
"""The notes that say how sure an amount is; apart from an amount they mean nothing."""
KINDS = ("step", "enclose", "answer", "later")
"""The kinds of papers, in the order in which they are listed."""


def papers_in_order(case: Case) -> list[ChecklistItem]:
    """The checklist as it is listed: what to do first, then what to enclose."""
    return sorted(case.papers, key=lambda item: KINDS.index(item.paper.kind))


def deadline_rows(case: Case, texts: Texts) -> tuple[tuple[str, str], ...]:
    """The terms of this case: what, and when or how."""
    return tuple((_deadline_name(d, case, texts), deadline_text(d, texts)) for d in case.deadlines)


def paper_details(item: ChecklistItem, case: Case, texts: Texts) -> tuple[str, ...]:
    """What a parent must know about one paper, line by line."""
    paper, language = item.paper, texts.language
    town = case.guide.scheme.municipality
    who = texts.say(f"papers.who.{paper.who}")
    lines = [paper.get.about(language, town), texts.say("papers.who", who=who)]
    if item.children and len(case.route.children) > 1:
        names = wording.child_names(case, item.children, texts)
        lines.append(texts.say("papers.for", children=names))
    if paper.refused:
        lines.append(texts.say("papers.refused", refused=paper.refused.said_in(language)))
    if paper.recency:
        lines.append(paper.recency.said_in(language))
    return tuple(lines)


def paper_name(item: ChecklistItem, texts: Texts) -> str:
    """The name of a paper, with how firmly it is asked where that is less than required."""
    name = item.paper.text.said_in(texts.language)
    if item.certainty == "maybe":
        return f"{name} ({texts.say('papers.maybe')})"
    if item.paper.need != "required":
        return f"{name} ({texts.say(f'papers.need.{item.paper.need}')})"
    return name


def contact_lines(case: Case, texts: Texts) -> tuple[str, ...]:
    """How to reach the municipality, as far as its text says so."""
    scheme = case.guide.scheme
    if not scheme.contacts:
        town = scheme.municipality.said_in(texts.language)
        return (texts.say("contact.none", gemeente=town),)
    return tuple(texts.say(f"contact.{c.kind}", value=c.value) for c in scheme.contacts)


def step_lines(case: Case, texts: Texts) -> tuple[tuple[str, str], ...]:
    """What to do, in order: the sentence, and by when."""
    town = case.guide.scheme.municipality
    lines = []
    for step in case.next_steps:
        said = (
            step.words.about(texts.language, town) if step.words else texts.say(f"next.{step.id}")
        )
        by = _by(step.day, case.on, texts) if step.day else ""
        lines.append((said, by))
    return tuple(lines)


def _by(day: date, on: date, texts: Texts) -> str:
    """By when; a day that has passed is said so, with what to do then."""
    key = "next.hand_in_late" if day < on else "next.hand_in_by"
    return texts.say(key, day=in_words(day, texts.language))


def note_lines(
    case: Case, texts: Texts, leave_out: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """What to keep in mind, as sentences; without the notes that stand elsewhere on a page."""
    town = case.guide.scheme.municipality
    lines = []
    for note in (note for note in case.notes if note.id not in leave_out):
        said = (
            note.words.about(texts.language, town)
            if note.words
            else texts.say(f"note.{note.id}", **note.values)
        )
        several = note.child is not None and len(case.route.children) > 1
        name = wording.child_name(case, note.child or 0, texts)
        lines.append(f"{name}: {said}" if several else said)
    return tuple(lines)


def _deadline_name(deadline: Deadline, case: Case, texts: Texts) -> str:
    is_about = deadline.id == "decision" and deadline.day is None
    key = "date.decision_about" if is_about else f"date.{deadline.id}"
    return texts.say(key, on=in_words(case.on, texts.language))


def deadline_text(deadline: Deadline, texts: Texts) -> str:
    """When or how a term of this case ends."""
    text = deadline.text.said_in(texts.language)
    if deadline.day is None:
        longer = deadline.id == "decision_extended"
        return texts.say("date.length_not_stated") if longer else text
    passed = texts.say("date.passed") if deadline.is_passed else ""
    shown = text if deadline.id not in {"renew_by", "decision_extended"} else ""
    return " ".join(
        part for part in (f"{in_words(deadline.day, texts.language)}.", passed, shown) if part
    )
