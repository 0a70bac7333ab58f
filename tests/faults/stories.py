"""Faults with a course of their own: two tabs, a store that is away, an upload, second thoughts."""

from contextlib import AbstractContextManager
from typing import Any

from playwright.sync_api import Page

from tests.browser.driving import settled
from tests.browser.test_uploads import choose, photo, until
from tests.faults.breaking import refresh, server_killed
from tests.faults.places import Place, place_for
from tests.faults.seen import connected, seen
from tests.faults.world import World

AWAY = "[data-came-back]"
Record = dict[str, Any]
FIELDS = ("choice", "ticks", "text", "story", "week")


def two_tabs(page: Page, world: World, seed: int) -> list[str]:
    """Both tabs answer in turns; each keeps what the other said."""
    here, _, other = _fill_in_both(page, world, seed)
    told = [seen(page), seen(other)]
    now = [seen(refresh(page, world)), seen(refresh(other, world))]
    lost = [one for pair in zip(told, now, strict=True) for one in compare(*pair)]
    return lost + missing(here.record, world.record(), changes=2)


def two_tabs_at_once(page: Page, world: World, seed: int) -> list[str]:
    """Both tabs send something before either has got its answer."""
    here, there, other = _fill_in_both(page, world, seed)
    said = [seen(page), seen(other)]
    for tab in (page, other):
        tab.evaluate("() => document.querySelector('.st-key-next button').click()")
    _wait_until_answered(page, here)
    _wait_until_answered(other, there)
    lost = []
    for place, before in zip((here, there), said, strict=True):
        page.goto(f"{world.line.address}{place.address}")
        lost += compare(before, seen(settled(page)))
    return lost + missing(here.record, world.record(), changes=2)


def wiped_in_one_tab(page: Page, world: World, seed: int) -> list[str]:
    """Nothing comes back, though the other tab still has everything on its screen."""
    other = world.visit(place_for(seed, kinds=("choice",)).address)
    press_for(page, "wipe")
    press_for(page, "wipe_yes")
    until(page, "start")
    other.evaluate("() => document.querySelector('.st-key-next button').click()")
    until(other, "start")
    other.close()
    return ["it came back"] if world.record() != {"state": "wiped"} else []


def filled_in_by_another_server(page: Page, world: World, seed: int) -> list[str]:
    """The first thing that somebody does after a connection that was lost for long counts."""
    place = place_for(seed, kinds=FIELDS)
    world.line.hold()
    world.replace()
    with connected(page):
        world.line.mend()
    place.does(page)
    before = seen(page)
    return compare(before, seen(refresh(page, world))) + missing(
        place.record, world.record(), changes=1
    )


def store_away(page: Page, world: World, seed: int) -> list[str]:
    """It is told; what is said meanwhile stays, and is kept once the store is back."""
    return _away_for_a_while(page, world, seed, world.store_away(), is_away=True)


def disk_full(page: Page, world: World, seed: int) -> list[str]:
    """The same with a file on that disk; with a database elsewhere nothing is the matter."""
    return _away_for_a_while(page, world, seed, world.disk_full(), is_away=world.is_sqlite)


def upload_interrupted(page: Page, world: World, seed: int) -> list[str]:
    """A file that was on its way is there, or the page asks for it as before."""
    before = seen(page)
    choose(page, ("foto.jpg", photo()))
    page = refresh(page, world)
    now = seen(page)
    is_fine = now.screen.startswith("look-") or now == before
    return [] if is_fine else [f"{now.screen} after {before.screen}"]


def upload_waiting(page: Page, world: World, seed: int) -> list[str]:
    """A file that waits to be looked at still waits, and can be added."""
    choose(page, ("foto.jpg", photo()))
    until(page, "look-")
    page = server_killed(page, world)
    if not seen(page).screen.startswith("look-"):
        return ["the file does not wait any more"]
    page.locator(".st-key-next button").click()
    until(page, "paper-")
    page = refresh(page, world)
    return [] if page.locator("#stMain .added").count() == 1 else ["the file was not added"]


def double_click(page: Page, world: World, seed: int) -> list[str]:
    """One screen on, not two, and without an error."""
    place_for(seed, kinds=("choice",)).does(page)
    first = seen(page).screen
    page.locator(".st-key-next button").dblclick()
    page.wait_for_function(
        "before => document.querySelector('[data-screen]')?.dataset.screen !== before", arg=first
    )
    settled(page)
    if page.locator("#error-summary").count():
        return ["an error on the next screen"]
    second = seen(page).screen
    world.line.cut()
    page = refresh(page, world)
    return [] if seen(page).screen == second else ["another screen after a refresh"]


def changed_and_back(page: Page, world: World, seed: int) -> list[str]:
    """Answers that hang on another one are there again with it."""
    before = world.record()
    place = place_for(seed, kinds=("choice",))
    first = page.locator(".stRadio input:checked").first.evaluate("one => one.value")
    place.does(page)
    page = refresh(page, world)
    page.locator(f'.stRadio label:has(input[value="{first}"])').first.click()
    settled(page)
    page = refresh(page, world)
    return missing(before, world.record())


def content_changed(page: Page, world: World, seed: int) -> list[str]:
    """What no longer fits is named; all else is there."""
    record = world.record()
    key = next(key for key, answer in record["household"].items() if isinstance(answer, str))
    changed = {**record, "household": {**record["household"], key: "keuze_van_vroeger", "weg": 1}}
    page.close()
    page = world.begin(changed, place_for(seed, kinds=("choice",)).address)
    if not page.locator(AWAY).count():
        return ["nothing was told"]
    wanted = {**record, "household": {k: v for k, v in record["household"].items() if k != key}}
    page = refresh(page, world)
    return missing(wanted, world.record())


def compare(before: Any, after: Any) -> list[str]:
    """What was there before and is not there any more."""
    lost = [f"screen {after.screen}"] if before.screen != after.screen else []
    return lost + [k for k, v in before.fields.items() if after.fields.get(k) != v]


def missing(wanted: Record, found: Record, changes: int = 0) -> list[str]:
    """The answers of a record that another one does not have.

    Args:
        wanted: what was there.
        found: what is there now.
        changes: so many answers may be other ones; none may be gone.
    """
    before, now = _answers(wanted), _answers(found)
    others = [key for key, answer in before.items() if key in now and now[key] != answer]
    return [key for key in before if key not in now] + (others if len(others) > changes else [])


def _answers(record: Record) -> dict[str, Any]:
    parts = {"": record["household"], "paper-": record["papers"]}
    parts |= {f"child {number}: ": child for number, child in enumerate(record["children"], 1)}
    return {f"{part}{key}": answer for part, all_ in parts.items() for key, answer in all_.items()}


def _away_for_a_while(
    page: Page, world: World, seed: int, trouble: AbstractContextManager[None], *, is_away: bool
) -> list[str]:
    place = place_for(seed, kinds=FIELDS)
    with trouble:
        place.does(page)
        if is_away:
            page.locator(AWAY).wait_for()
        assert page.locator(AWAY).count() == is_away
        before = seen(page)
    press_for(page, "accessibility")
    until(page, "accessibility")
    page.go_back()
    until(page, before.screen)
    return compare(before, seen(refresh(page, world))) + missing(
        place.record, world.record(), changes=1
    )


def _fill_in_both(page: Page, world: World, seed: int) -> tuple[Place, Place, Page]:
    """Something is filled in on this tab and on another; gives both places, and that tab."""
    here, there = _two_places(seed)
    other = world.visit(there.address)
    here.does(page)
    there.does(other)
    return here, there, other


def _two_places(seed: int) -> tuple[Place, Place]:
    here = place_for(seed, kinds=("choice",))
    for more in range(1, 200):
        there = place_for(seed + 1000 * more, kinds=("choice", "week", "ticks"))
        if there.town == here.town and there.screen != here.screen:
            return here, there
    raise AssertionError("no other place")


def _wait_until_answered(page: Page, place: Place) -> None:
    """Wait for the next screen, or for what is wrong: some answers cannot go together."""
    page.wait_for_function(
        "before => document.querySelector('#error-summary')"
        " || document.querySelector('[data-screen]')?.dataset.screen !== before",
        arg=place.screen,
    )
    settled(page)


def press_for(page: Page, key: str) -> None:
    """Press a button."""
    page.locator(f".st-key-{key} button").first.click()
    settled(page)
