"""Walking the wizard as a parent would, from the first page to the downloaded pack."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Download, Page

from smi_core.content import load_steps
from smi_core.questions import questions_of
from tests.browser.driving import settled

EXAMPLES = Path(__file__).parents[2] / "examples"
QUESTIONS = questions_of(load_steps())
MOST_SCREENS = 150

Look = Callable[[str], None]
"""What is done at each screen, with a name for it."""


def family(municipality: str) -> dict[str, Any]:
    """The answers of the family that is kept as an example."""
    return json.loads((EXAMPLES / f"{municipality}.json").read_text("utf-8"))


def walk(page: Page, address: str, municipality: str, look: Look = lambda _: None) -> Download:
    """From the start to the pack with one family; gives the download."""
    answers = family(municipality)
    page.goto(address)
    settled(page)
    look("start")
    page.locator(f".st-key-municipality input[value='{place_in_list(municipality)}']").check(force=True)
    press(page, "next")
    add_children(page, len(answers["children"]), look, answers)
    look("result")
    press(page, "next")
    look("papers")
    press(page, "next")
    answer_screens(page, answers, look)
    look("check")
    press(page, "next")
    look("pack")
    with page.expect_download() as download:
        page.locator("a.button-link").click()
    return download.value
