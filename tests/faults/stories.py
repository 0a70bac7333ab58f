"""Faults with a course of their own: two tabs, a store that is away, an upload, second thoughts."""

from typing import Any

from playwright.sync_api import Page

from tests.browser.driving import settled
from tests.browser.test_uploads import choose, photo, until
from tests.faults.breaking import refresh, server_killed
from tests.faults.places import Place, place_for
from tests.faults.seen import seen
from tests.faults.world import World

AWAY = "[data-came-back]"
FIELDS = ("choice", "ticks", "text", "story", "week")


def two_tabs(page: Page, world: World, seed: int) -> list[str]:
    """Both tabs answer in turns; each keeps what the other said."""
    here, there = _two_places(seed)
    other = world.visit(there.address)
    here.does(page)
    there.does(other)
    page = refresh(page, world)
    lost = _differs(page, other, world, there)
    other.close()
    return lost


def two_tabs_at_once(page: Page, world: World, seed: int) -> list[str]:
    """Both tabs send something before either has got its answer."""
    here, there = _two_places(seed)
    other = world.visit(there.address)
    here.does(page)
    there.does(other)
    for tab in (page, other):
        tab.evaluate("() => document.querySelector('.st-key-next button').click()")
    lost = [] if _answered(page, here) and _answered(other, there) else ["a click was not handled"]
    record = world.record()
    lost += [one for one in missing(here.record, record)]
    other.close()
    return lost


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


def store_away(page: Page, world: World, seed: int) -> list[str]:
    """It is told; what is said meanwhile stays, and is kept once the store is back."""
    place = place_for(seed, kinds=FIELDS)
    with world.store_away():
        place.does(page)
        page.locator(AWAY).wait_for()
        before = seen(page)
    press_for(page, "accessibility")
    until(page, "accessibility")
    page.go_back()
    until(page, before.screen)
    return compare(before, seen(refresh(page, world)))


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


def missing(wanted: dict[str, Any], found: dict[str, Any]) -> list[str]:
    """The answers of a record that another one does not have."""
    lost = [k for k in wanted["household"] if k not in found["household"]]
    for number, (child, now) in enumerate(zip(wanted["children"], found["children"], strict=True)):
        lost += [f"{k}-{number + 1}" for k in child if k not in now]
    return lost + [k for k in wanted["papers"] if k not in found["papers"]]


def _two_places(seed: int) -> tuple[Place, Place]:
    here = place_for(seed, kinds=("choice",))
    for more in range(1, 200):
        there = place_for(seed + 1000 * more, kinds=("choice", "week", "ticks"))
        if there.town == here.town and there.screen != here.screen:
            return here, there
    raise AssertionError("no other place")


def _answered(page: Page, place: Place) -> bool:
    page.wait_for_function(
        "before => document.querySelector('[data-screen]')?.dataset.screen !== before",
        arg=place.screen,
    )
    settled(page)
    return page.locator("#error-summary").count() == 0


def _differs(page: Page, other: Page, world: World, there: Place) -> list[str]:
    told = seen(other)
    return compare(told, seen(refresh(other, world))) + missing(there.record, world.record())


def press_for(page: Page, key: str) -> None:
    """Press a button."""
    page.locator(f".st-key-{key} button").first.click()
    settled(page)
