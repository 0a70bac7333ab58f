"""What is being typed is sent before its field is left, and the one who types does not notice."""

import pytest

from tests.browser.driving import settled
from tests.faults.places import place_for

SENT_BEFORE_ANY_TASK = """async (end) => {
    const asked = smiRuns.asked;
    window.dispatchEvent(new Event(end));
    for (let turn = 0; turn < 100; turn++) await null;
    return smiRuns.asked - asked;
}"""
CARET = "[document.activeElement.tagName, document.activeElement.selectionStart]"


@pytest.fixture(params=["story", "text"])
def typing(world, request):
    """A page on which somebody is in the middle of a text."""
    place = place_for(1, kinds=(request.param,))
    page = world.begin(place.record, place.address)
    place.types(page)
    yield page
    page.close()


@pytest.mark.parametrize("end", ["beforeunload", "pagehide"])
def test_a_page_that_ends_has_sent_it_before_its_tasks_stop(typing, end):
    assert typing.evaluate(SENT_BEFORE_ANY_TASK, end) == 1


def test_the_caret_stays_where_it_is_and_one_types_on(typing):
    typing.keyboard.press("ArrowLeft")
    before = typing.evaluate(CARET)
    assert before[1] > 0
    typing.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    settled(typing)
    assert typing.evaluate(CARET) == before
    said = typing.evaluate("() => document.activeElement.value")
    typing.keyboard.type("_")
    now = typing.evaluate("() => document.activeElement.value")
    assert now == f"{said[:-1]}_{said[-1]}"
