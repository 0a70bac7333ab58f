"""The page where all answers stand: a change leads back to the very line, with the focus on it."""

import pytest

from tests.browser.driving import barriers, settled
from tests.browser.hands import KEYBOARD, MOUSE
from tests.browser.journey import fill, go_to, press, screen
from tests.browser.test_uploads import come_back, pack_of

FOCUS = "document.activeElement.closest('[class*=st-key-change-]')?.className ?? ''"
TOP = "() => document.activeElement.getBoundingClientRect().top"


@pytest.fixture
def at_check(page, app_url):
    """The page with all answers of a family, on a phone."""
    page.set_viewport_size({"width": 360, "height": 740})
    come_back(page, app_url, pack_of("delft"), "check")
    return page


@pytest.mark.parametrize("hand", [MOUSE, KEYBOARD], ids=["mouse", "keyboard"])
def test_a_change_comes_back_to_its_line(at_check, hand):
    for name in ("hulp", "eerder_smi", "uurprijs-1"):
        press(at_check, f"change-{name}", hand)
        press(at_check, "next", hand)

        assert screen(at_check) == "check"
        assert f"st-key-change-{name}" in at_check.evaluate(FOCUS)
        assert 0 < at_check.evaluate(TOP) < 740


def test_who_goes_back_without_a_change_comes_to_the_line_too(at_check):
    press(at_check, "change-netwerk")
    press(at_check, "back")

    assert screen(at_check) == "check"
    assert "st-key-change-netwerk" in at_check.evaluate(FOCUS)


def test_what_a_change_brings_is_asked_before_coming_back(at_check):
    press(at_check, "change-netwerk")
    fill(at_check, "netwerk", "deels")
    press(at_check, "next")

    assert screen(at_check) == "netwerk_dagen"
    fill(at_check, "netwerk_dagen", ["ma"])
    press(at_check, "next")

    assert screen(at_check) == "check"
    assert at_check.locator(".st-key-line-change-netwerk_dagen dd").inner_text() == "Maandag"
    assert barriers(settled(at_check)) == []


def test_the_answers_stay_through_a_look_at_another_page(at_check):
    before = at_check.locator("[class*=st-key-line-] dl").all_inner_texts()

    go_to(at_check, "cost")
    go_to(at_check, "check")

    assert at_check.locator("[class*=st-key-line-] dl").all_inner_texts() == before
