"""Letters ready to send, and the sheet to ask for the income statement with: one page each.

They are Dutch, for who gets them is. Nothing medical is in them: no ground, no story.
"""

from collections.abc import Iterable, Iterator
from typing import get_args

from smi_core.asking import LetterId
from smi_core.blocks import Letter
from smi_core.case import Case
from smi_core.checklist import ChecklistItem
from smi_core.letters.bodies import employer, income, professional, provider
from smi_core.letters.family import Request, providers_of, sender
from smi_core.letters.parts import when_and_where
from smi_core.texts import Texts
from smi_core.words import Words

NO_LETTER_NEEDED = frozenset({"have", "not_applicable"})
"""The states of a paper that nobody need be asked for."""

__all__ = ["letter_of", "letters"]


def letters(case: Case, texts: Texts) -> tuple[Letter, ...]:
    """The letters that this family needs in this municipality, in order of use.

    The professional comes first: that letter takes longest. Children who go to different
    providers have a letter each; the others share one.
    """
    return tuple(letter for request in _requests(case) for letter in _written(request, case, texts))


def letter_of(item: ChecklistItem) -> LetterId | None:
    """Which letter helps to get a paper; ids of letters begin with it. None if no letter does."""
    return item.paper.letter.to if item.paper.letter else None


def _requests(case: Case) -> Iterator[Request]:
    """One request for each kind of letter, about all the papers that it asks for."""
    for to in get_args(LetterId):
        items = tuple(item for item in case.papers if letter_of(item) == to and _is_missing(item))
        if items:
            yield Request(to, items)


def _is_missing(item: ChecklistItem) -> bool:
    return item.state is None or item.state.state not in NO_LETTER_NEEDED


def _written(request: Request, case: Case, texts: Texts) -> Iterable[Letter]:
    if request.to != "provider":
        yield _letter(request, case, texts)
        return
    for place, (name, children) in enumerate(providers_of(request, case).items(), start=1):
        one = request._replace(children=children, addressee=name, number=place)
        yield _letter(one, case, texts)


def _letter(request: Request, case: Case, texts: Texts) -> Letter:
    to = request.to
    body = {
        "professional": professional,
        "provider": provider,
        "employer": employer,
        "income": income,
    }[to]
    return Letter(
        id=to if request.number == 1 else f"{to}-{request.number}",
        title=texts.say(f"letter.title.{to}"),
        sender=() if to == "income" else sender(request, case, texts),
        to=(request.addressee or _own_words(request, "addressee") or texts.say(f"letter.to.{to}"),),
        place_and_day=when_and_where(case, texts),
        subject=_own_words(request, "subject") or texts.say(f"letter.subject.{to}"),
        blocks=tuple(body(request, case, texts)),
        made_on=case.on,
    )


def _own_words(request: Request, of: str) -> str:
    """What the municipality's file says itself for this letter; empty if it says nothing."""
    found: list[Words | None] = [
        asked.addressee if of == "addressee" else asked.subject for asked in request.asked
    ]
    return next((words.nl for words in found if words), "")
