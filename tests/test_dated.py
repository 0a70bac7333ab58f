"""Which figures hold on a day."""

from datetime import date

import pytest
from pydantic import ValidationError

from smi_core.dated import NotInForce, Period, check_order, in_force, newest_published


def period(valid_from: str, valid_until: str) -> Period:
    return Period.model_validate(
        {
            "valid_from": valid_from,
            "valid_until": valid_until,
            "source": "Staatsblad",
            "checked_on": "2026-11-21",
        }
    )


SPRING = period("2025-01-01", "2025-06-30")
AUTUMN = period("2025-09-01", "2025-12-31")
PERIODS = (SPRING, AUTUMN)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2025, 1, 1), SPRING),
        (date(2025, 6, 30), SPRING),
        (date(2025, 9, 1), AUTUMN),
        (date(2025, 12, 31), AUTUMN),
    ],
)
def test_both_days_belong_to_the_period(on, expected):
    assert in_force(PERIODS, on) is expected


@pytest.mark.parametrize("on", [date(2024, 12, 31), date(2025, 7, 1), date(2026, 1, 1)])
def test_a_day_outside_all_periods_has_no_figures(on):
    with pytest.raises(NotInForce, match=rf"no figures for {on}; .* 2025-01-01 to 2025-12-31"):
        in_force(PERIODS, on)


def test_the_newest_figures_stand_in_for_a_later_day_and_say_so():
    assert newest_published(PERIODS, date(2026, 1, 1)) == (AUTUMN, True)


def test_figures_of_the_day_itself_are_not_indicative():
    assert newest_published(PERIODS, date(2025, 12, 31)) == (AUTUMN, False)
    assert newest_published(PERIODS, date(2025, 3, 1)) == (SPRING, False)


@pytest.mark.parametrize("on", [date(2024, 12, 31), date(2025, 7, 1)])
def test_nothing_stands_in_for_an_earlier_day_or_a_gap(on):
    with pytest.raises(NotInForce):
        newest_published(PERIODS, on)


def test_without_periods_there_are_no_figures():
    with pytest.raises(NotInForce, match="none at all"):
        newest_published((), date(2025, 1, 1))


def test_gaps_between_periods_are_allowed():
    assert check_order(PERIODS) == PERIODS


@pytest.mark.parametrize(
    "periods",
    [
        (AUTUMN, SPRING),
        (SPRING, period("2025-06-30", "2025-12-31")),
    ],
)
def test_periods_that_overlap_or_stand_in_the_wrong_order_are_refused(periods):
    with pytest.raises(ValueError, match="falls in the period that ends on"):
        check_order(periods)


def test_a_period_cannot_end_before_it_starts():
    with pytest.raises(ValidationError, match="ends on 2024-12-31, before it starts on 2025-01-01"):
        period("2025-01-01", "2024-12-31")


def test_a_period_needs_a_source():
    with pytest.raises(ValidationError, match="source"):
        Period.model_validate({**SPRING.model_dump(), "source": ""})
