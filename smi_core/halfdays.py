"""Half-days: which there are, how they are called, and what is known of each for one child."""

from collections.abc import Iterable
from typing import Literal

from smi_core.answers import AnswersOf
from smi_core.base import Frozen
from smi_core.questions import Answer, Question, display
from smi_core.rules import UNSURE_ANSWER
from smi_core.texts import Texts

PARTS = ("ochtend", "middag")
WEEKDAYS = ("ma", "di", "wo", "do", "vr")
WEEKEND = ("za", "zo")
HALF_DAYS = tuple(f"{day}_{part}" for day in (*WEEKDAYS, *WEEKEND) for part in PARTS)

Against = Literal["away", "network", "no_work"]
"""What may stand in the way of paying for a half-day: the child is with its other parent, somebody
else can look after it, or the working parent does not work then."""
Mark = Literal["care", "work"] | Against
AGAINST: tuple[Against, ...] = ("away", "network", "no_work")


class HalfDay(Frozen):
    """Half a day of the week of one child.

    Attributes:
        value: as answers have it, say `ma_ochtend`.
        marks: what is known of it; `care` if care is asked for then.
    """

    value: str
    marks: tuple[Mark, ...]

    @property
    def is_asked(self) -> bool:
        """Whether care is asked for then."""
        return "care" in self.marks

    @property
    def counts(self) -> bool:
        """Whether care is asked for, and nothing that is known stands in the way of paying it."""
        return self.is_asked and not set(self.marks) & set(AGAINST)


def marks_of(half_day: str, known: AnswersOf) -> tuple[Mark, ...]:
    """What is known of half a day of a child; the care that is asked for comes first."""
    day = day_of(half_day)
    living, work = listed(known.get("woondagen")), listed(known.get("werkdagdelen"))
    found: dict[Mark, bool] = {
        "care": half_day in listed(known.get("dagdelen")),
        "away": bool(living) and day not in living,
        "network": known.get("netwerk") == "ja" or day in listed(known.get("netwerk_dagen")),
        "work": half_day in work,
        "no_work": bool(work) and half_day not in work,
    }
    return tuple(mark for mark, holds in found.items() if holds)


def shows_weekend(asked: Iterable[str], known: AnswersOf) -> bool:
    """Whether Saturday and Sunday matter: care is asked then, or the child lives there then."""
    days = {*map(day_of, asked), *listed(known.get("woondagen"))}
    return bool(days & set(WEEKEND))


def day_of(half_day: str) -> str:
    """The day of half a day.

    >>> day_of("ma_ochtend")
    'ma'
    """
    return half_day.partition("_")[0]


def in_order(half_days: Iterable[str]) -> tuple[str, ...]:
    """Half-days from Monday morning on, each once."""
    wanted = set(half_days)
    return tuple(one for one in HALF_DAYS if one in wanted)


def listed(answer: Answer | None) -> tuple[str, ...]:
    """The days or half-days of an answer; none while they are not known."""
    return answer if isinstance(answer, tuple) and UNSURE_ANSWER not in answer else ()


def names(values: Iterable[str], texts: Texts) -> str:
    """Days or half-days in a sentence: Monday, or Monday morning. Dutch has no capital there."""
    said = ", ".join(_name(value, texts) for value in values)
    return said.lower() if texts.language == "nl" else said


def _name(value: str, texts: Texts) -> str:
    day, _, part = value.partition("_")
    name = texts.say(f"dossier.day.{day}")
    return f"{name} {texts.say(f'week.part.{part}')}" if part else name


def by_day(chosen: Iterable[str], question: Question, texts: Texts) -> tuple[str, ...]:
    """Half-days in words, those of one day together: "Maandag (hele dag)", "Dinsdagochtend"."""
    said: dict[str, str] = {}
    for half_day in chosen:
        day = half_day.split("_")[0]
        whole = texts.say("letter.whole_day", day=texts.say(f"dossier.day.{day}"))
        said[day] = whole if day in said else display(question, half_day, texts.language)
    return tuple(said.values())
