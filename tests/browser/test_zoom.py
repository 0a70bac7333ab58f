"""Every screen as who sees little sets it: zoomed in, spaced out, in large letters."""

import pytest

from tests.browser.driving import open_page
from tests.browser.journey import Moment, Way, walk
from tests.browser.looking import Notes

ZOOMED = {"width": 320, "height": 256}
"""A window of 1280 by 1024 at 400 percent."""
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""
"""Each at its most of what WCAG 1.4.12 asks a page to bear."""
LARGE = "html { font-size: 36px !important; }"


@pytest.mark.parametrize(
    ("size", "style"),
    [
        pytest.param(ZOOMED, "", id="400 percent"),
        pytest.param({"width": 360, "height": 740}, SPACED, id="text spacing"),
        pytest.param(
            {"width": 640, "height": 740}, LARGE, id="large letters", marks=pytest.mark.slow
        ),
    ],
)
def test_nothing_gets_lost(browser, app_url, size, style):
    page, notes = open_page(browser, viewport=size), Notes()
    if style:
        page.add_init_script(f"""addEventListener("DOMContentLoaded", () => {{
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(`{style}`);
            document.adoptedStyleSheets.push(sheet);
        }});""")

    def eyes(name: str, moment: Moment) -> None:
        if moment == "arrived":
            notes.look(page, name, "nl")

    walk(page, app_url, "delft", Way(look=eyes))
    page.context.close()

    assert not notes.faults, notes.told()
