"""Pictures of every screen in every look, with a page to see them all: `make screenshots`.

`python -m tests.browser.screenshots FOLDER delft …` walks only these municipalities.
"""

import sys
from html import escape
from itertools import count, product
from pathlib import Path

from playwright.sync_api import Browser, Page

from smi_core.content import municipalities
from tests.browser.driving import chromium, open_page, website
from tests.browser.journey import Look, Moment, Way, walk
from tests.browser.test_matrix import HEIGHTS, LOOKS

FULL = "pijnacker-nootdorp"
"""The family that meets most screens is seen in every way; the others in one."""
TALLEST = 12_000
STYLE = """body { font: 16px sans-serif; background: #ddd; } h2 { margin: 2rem 0 .5rem }
.row { display: flex; gap: 1rem; overflow-x: auto; align-items: flex-start }
figure { flex: none; margin: 0 } img { display: block; width: 320px; border: 1px solid #888 }"""

Choice = tuple[str, int, str, str]
"""A municipality, a width, a language and a look."""


def main(folder: Path, *towns: str) -> None:
    """Walk the families, of these towns or of all, and keep a picture of each screen."""
    folder.mkdir(parents=True, exist_ok=True)
    with website(folder / "website.log") as address, chromium() as browser:
        for choice in choices():
            if towns and choice[0] not in towns:
                continue
            _walk(browser, address, choice, folder / "-".join(map(str, choice)))
    (folder / "index.html").write_text(_sheet(folder), "utf-8")


def choices() -> list[Choice]:
    """All ways to see the full family, and one way for each of the others."""
    others = [(town, 360, "nl", "light") for town in municipalities() if town != FULL]
    return [*product([FULL], HEIGHTS, ("nl", "en"), LOOKS), *others]


def _walk(browser: Browser, address: str, choice: Choice, folder: Path) -> None:
    municipality, width, language, look = choice
    folder.mkdir(exist_ok=True)
    size = {"width": width, "height": HEIGHTS[width]}
    page = open_page(browser, viewport=size, **LOOKS[look])
    walk(page, address, municipality, Way(language, look=_camera(page, folder)))
    page.context.close()


def _camera(page: Page, folder: Path) -> Look:
    numbers = count(1)

    def look(name: str, moment: Moment) -> None:
        if moment == "filled in" and "dagdelen" not in name:
            return
        before = page.viewport_size
        height = page.evaluate("document.querySelector('#stMain').scrollHeight")
        tall = min(max(before["height"], height), TALLEST)
        page.set_viewport_size({"width": before["width"], "height": tall})
        page.screenshot(path=folder / f"{next(numbers):02d}-{name}-{moment[:6]}.png")
        page.set_viewport_size(before)

    return look


def _sheet(folder: Path) -> str:
    """A page with a row for each walk."""
    rows = "".join(
        f"<h2>{escape(walked.name)}</h2><div class=row>{_pictures(walked, folder)}</div>"
        for walked in sorted(folder.iterdir())
        if walked.is_dir()
    )
    return f"<!doctype html><meta charset=utf-8><title>Screens</title><style>{STYLE}</style>{rows}"


def _pictures(walked: Path, folder: Path) -> str:
    return "".join(
        f"<figure><figcaption>{escape(one.stem)}</figcaption><a href='{one.relative_to(folder)}'>"
        f"<img loading=lazy alt='' src='{one.relative_to(folder)}'></a></figure>"
        for one in sorted(walked.glob("*.png"))
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
