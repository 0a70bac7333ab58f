"""The week of a child: what care on some half-days comes to."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from smi_core.case import Case, work_out
from smi_core.halfdays import HALF_DAYS, HalfDay, day_of, in_order, listed, marks_of
from smi_core.paying import Cap
from smi_core.questions import Answer
from smi_core.remarks import Remark, remarks_on


class Week(NamedTuple):
    """The week of one child.

    Attributes:
        case: the whole case, worked out with these half-days.
        half_days: all fourteen, from Monday morning.
        cap: the most that is paid for this kind of care; None if the text names no limit.
        paid: how many half-days can be paid at most, as far as we see: within the cap, and
            without those that something stands in the way of. The municipality decides.
        remarks: what to know about it.
    """

    case: Case
    child: int
    half_days: tuple[HalfDay, ...]
    cap: Cap | None
    paid: int
    remarks: tuple[Remark, ...]

    @property
    def asked(self) -> tuple[str, ...]:
        """The half-days that care is asked for, from Monday morning."""
        return tuple(one.value for one in self.half_days if one.is_asked)


def week_of(case: Case, child: int, half_days: Iterable[str]) -> Week:
    """The week of a child with care on these half-days, whatever was answered before."""
    asked = in_order(half_days)
    tried = _with(case, child, asked)
    known = tried.route.household | tried.route.children[child] | {"dagdelen": asked}
    week = tuple(HalfDay(value=one, marks=marks_of(one, known)) for one in HALF_DAYS)
    cap = cap_for(known.get("opvangsoort"), tried)
    return Week(
        case=tried,
        child=child,
        half_days=week,
        cap=cap,
        paid=_paid([one.value for one in week if one.counts], cap),
        remarks=remarks_on(week, cap, tried, child),
    )


def cap_for(kind: Answer | None, case: Case) -> Cap | None:
    """The most that the municipality pays for a kind of care; None if its text names no limit."""
    return next((cap for cap in case.guide.scheme.caps if kind in cap.care), None)


def _with(case: Case, child: int, asked: tuple[str, ...]) -> Case:
    """The case with these half-days for a child; with none of them they are not known."""
    given = case.given.children[child]
    if listed(given.get("dagdelen")) == asked:
        return case
    others = {name: answer for name, answer in given.items() if name != "dagdelen"}
    children = list(case.given.children)
    children[child] = others | ({"dagdelen": asked} if asked else {})
    tried = case.given.model_copy(update={"children": tuple(children)})
    return work_out(case.guide, tried, case.on)


def _paid(counting: Sequence[str], cap: Cap | None) -> int:
    """How many of these half-days fit under a cap; a cap in hours says nothing about that."""
    if cap is None or cap.unit == "hour":
        return len(counting)
    if cap.unit == "half_day":
        return min(len(counting), int(cap.at_most))
    days = Counter(map(day_of, counting))
    return sum(number for _, number in days.most_common(int(cap.at_most)))
