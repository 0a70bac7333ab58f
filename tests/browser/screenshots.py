"""Pictures of every screen of every municipality's family: `make screenshots`."""

import sys
from itertools import count
from pathlib import Path

from playwright.sync_api import Page

from smi_core.content import municipalities
from tests.browser.driving import chromium, open_page, website
from tests.browser.journey import walk

WIDTHS = (360, 1280)
TALLEST = 12_000


def main(folder: Path) -> None:
    """Walk every family at every width and keep a picture of each screen."""
    folder.mkdir(parents=True, exist_ok=True)
    with website(folder / "website.log") as address, chromium() as browser:
        for municipality in municipalities():
            for width in WIDTHS:
                page = open_page(browser, width)
                place = folder / f"{municipality}-{width}"
                place.mkdir(exist_ok=True)
                walk(page, address, municipality, _camera(page, place)).save_as(place / "pack.pdf")
                page.context.close()


def _camera(page: Page, folder: Path):
    numbers = count(1)

    def look(name: str) -> None:
        width = page.viewport_size["width"]
        height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        page.set_viewport_size({"width": width, "height": min(max(800, height + 20), TALLEST)})
        page.screenshot(path=folder / f"{next(numbers):02d}-{name}.png")
        page.set_viewport_size({"width": width, "height": 800})

    return look


if __name__ == "__main__":
    main(Path(sys.argv[1]))
