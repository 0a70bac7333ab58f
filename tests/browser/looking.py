"""What is looked at on a screen: barriers, and what no tool knows of."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from playwright.sync_api import Page

from tests.browser.driving import HERE, barriers, settled
from tests.browser.hands import focus_fault
from tests.browser.journey import question_of

SCREEN = (HERE / "screen.js").read_text("utf-8")
MOST_WORDS = 75
PHONE = {"width": 360, "height": 740}


class Seen(NamedTuple):
    """What a screen is like: what is wrong with it, how many words it has, and its title."""

    faults: tuple[str, ...]
    words: int
    title: str


def look_at(page: Page, language: str, most_words: int = MOST_WORDS) -> Seen:
    """Look at a screen as it is now."""
    seen = page.evaluate(SCREEN, {"language": language, "words": most_words})
    return Seen(tuple(seen["faults"]), seen["words"], seen["title"])


def arrival_fault(page: Page) -> str:
    """What is wrong with the focus on a screen that is new: it starts at the heading, and shows."""
    start = page.evaluate(
        "document.activeElement.matches('#stMain h1, #stMain [data-start], #error-summary')"
    )
    where = page.evaluate("document.activeElement.outerHTML.slice(0, 90)")
    return focus_fault(page) if start else f"the focus starts at {where}"


ONWARD = """() => {
    const box = document.querySelector(".st-key-next button")?.getBoundingClientRect();
    if (!box) return "";
    const isIn = box.top >= 0 && box.bottom <= innerHeight;
    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const isSeen = isIn && hit?.closest(".st-key-next");
    return isSeen ? "" : `the main action is at ${Math.round(box.top)}`;
}"""


def onward_fault(page: Page) -> str:
    """Whether the main action is in view on a phone, without scrolling."""
    return page.evaluate(ONWARD)


@dataclass
class Notes:
    """What was found on a walk, by screen.

    Attributes:
        faults: what is wrong.
        words: how many words each screen has.
        titles: which screen has which title.
        noise: errors in the console, and requests to others.
    """

    faults: dict[str, list[str]] = field(default_factory=dict)
    words: dict[str, int] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    noise: list[str] = field(default_factory=list)

    def add(self, name: str, *faults: str) -> None:
        """Note what is wrong with a screen; an empty fault is none."""
        if found := [fault for fault in faults if fault]:
            self.faults.setdefault(name, []).extend(found)

    def look(self, page: Page, name: str, language: str) -> None:
        """Note everything about a screen but what axe says."""
        seen = look_at(page, language)
        other = self.titles.setdefault(seen.title, name)
        is_shared = question_of(other) != question_of(name)
        self.words[name] = seen.words
        self.add(name, *seen.faults, f"has the title of {other}: {seen.title}" if is_shared else "")

    def listen(self, page: Page, address: str) -> None:
        """Note what the browser complains of, and requests to anybody else."""
        own = (address, "data:", "blob:", address.replace("http", "ws", 1))
        page.on("pageerror", lambda error: self.noise.append(str(error)))
        page.on("console", lambda m: self.noise.append(m.text) if m.type == "error" else None)
        page.on("request", lambda r: None if r.url.startswith(own) else self.noise.append(r.url))

    def told(self) -> str:
        """Everything that is wrong, a line each."""
        return "\n".join(
            f"{name}: {fault}"
            for name, found in self.faults.items()
            for fault in dict.fromkeys(found)
        )

    def barriers(self, page: Page, name: str) -> None:
        """Note what axe finds.

        Not of targets: for axe the bar that stays in view makes those smaller that are half below
        it, wherever one has scrolled to; screen.js measures each as it is, and wants more.
        """
        found = (one for one in barriers(page) if not one.startswith("target-size"))
        self.add(name, *found)


@contextmanager
def as_wide(page: Page, size: dict[str, int]) -> Iterator[None]:
    """For a moment the screen has another size."""
    before = page.viewport_size
    page.set_viewport_size(size)
    settled(page)
    yield
    page.set_viewport_size(before)
    settled(page)
