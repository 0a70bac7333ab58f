"""What a letter says of this family: who writes, about which children, and the care."""

from datetime import date
from typing import NamedTuple

from smi_core import wording
from smi_core.answers import AnswersOf
from smi_core.asking import LetterAsked, LetterId
from smi_core.case import Case
from smi_core.checklist import ChecklistItem
from smi_core.halfdays import by_day
from smi_core.questions import questions_of
from smi_core.texts import Texts


class Request(NamedTuple):
    """What one letter is for.

    Attributes:
        papers: those that it asks for.
        children: the children that it is about, from 0; empty for all that are applied for.
        addressee: who gets it, where the parent gave a name.
        number: among the letters of its kind, from 1.
    """

    to: LetterId
    papers: tuple[ChecklistItem, ...]
    children: tuple[int, ...] = ()
    addressee: str = ""
    number: int = 1

    @property
    def asked(self) -> tuple[LetterAsked, ...]:
        """What the municipality's file says about the letter."""
        return tuple(item.paper.letter for item in self.papers if item.paper.letter)


def sender(request: Request, case: Case, texts: Texts) -> tuple[str, ...]:
    """The lines of who writes: the parent, or the partner where it is about the partner."""
    answers = case.route.household
    by_partner = _is_about_partner(request, case)
    name = answers.get("partner_naam" if by_partner else "naam")
    town = " ".join(str(answers[part]) for part in ("postcode", "woonplaats") if part in answers)
    contact = () if by_partner else (answers.get("telefoon"), answers.get("email"))
    lines = (name or texts.say("letter.name_open"), answers.get("adres"), town, *contact)
    return tuple(str(line) for line in lines if line)


def providers_of(request: Request, case: Case) -> dict[str, tuple[int, ...]]:
    """The children that an offer is asked for, by the provider's name; empty while unknown."""
    found: dict[str, tuple[int, ...]] = {}
    for child in sorted({child for item in request.papers for child in item.children}):
        name = str(case.route.children[child].get("opvang_naam", ""))
        found[name] = (*found.get(name, ()), child)
    return found


def children_of(request: Request, case: Case) -> tuple[int, ...]:
    """The children that a letter is about."""
    if request.children:
        return request.children
    named = {child for item in case.papers for child in item.children}
    return tuple(sorted(named)) or tuple(range(len(case.route.children)))


def first_name(case: Case, child: int, texts: Texts) -> str:
    """Only the first name: who gets a letter need not know more."""
    if "kind_naam" in case.route.children[child]:
        return str(case.route.children[child]["kind_naam"]).split()[0]
    return wording.child_name(case, child, texts)


def start_of(case: Case) -> str:
    """The day the care starts; empty while it is not known."""
    day = case.route.household.get("begindatum")
    return f"{day:%d-%m-%Y}" if isinstance(day, date) else ""


def half_days_of(answers: AnswersOf) -> tuple[str, ...]:
    """The half-days of care that are asked for; empty while they are not known."""
    asked = answers.get("dagdelen")
    return asked if isinstance(asked, tuple) else ()


def half_days_in_words(answers: AnswersOf, case: Case, texts: Texts) -> str:
    """The half-days, those of one day together: maandag (hele dag), dinsdagochtend."""
    question = questions_of(case.guide.steps)["dagdelen"]
    return ", ".join(by_day(half_days_of(answers), question, texts)).lower()


def _is_about_partner(request: Request, case: Case) -> bool:
    """Whether the partner asks: an employer of the partner, or who treats only the partner."""
    if request.to == "employer":
        return request.papers[0].paper.who == "partner"
    goes_to_one_body = any(asked.addressee for asked in request.asked)
    is_ill = case.route.household.get("bij_wie") == "partner"
    return request.to == "professional" and is_ill and not goes_to_one_body
