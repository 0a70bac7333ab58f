"""What Streamlit says by itself is said in the language of the page."""

import re

import pytest

from tests.browser.driving import barriers, settled, website
from tests.browser.journey import Way, walk

WORDS_ON_PAGE = """() => {
    const APART = 'script, style, noscript, [lang]:not(html), [data-testid=stIconMaterial]';
    const found = [];
    const walker = document.createTreeWalker(
        document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        const element = node.parentElement;
        if (element.closest(APART)) continue;
        if (node.nodeType === 3 && element.checkVisibility()) found.push(node.data.trim());
        if (node.nodeType === 1)
            for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description',
                                'aria-roledescription', 'aria-valuetext'])
                if (node.hasAttribute(name)) found.push(node.getAttribute(name));
    }
    return found;
}"""
ENGLISH = re.compile(
    r"\b(the|and|your|you|with|this|file|files|choose|select|selected|clear|close|closed|empty"
    r"|next|previous|press|enter|remove|upload|search|show|copy|add|options?|available|error|help"
    r"|dismiss|loading|please|expand|collapse|increment|decrement|skip|connection|connecting"
    r"|required|running|page|allowed|fullscreen|notifications|progress|sidebar|link to)\b",
    re.IGNORECASE,
)


def english(page):
    """Words on the page, seen or heard, that Streamlit left in English."""
    return [words for words in page.evaluate(WORDS_ON_PAGE) if ENGLISH.search(words)]


@pytest.mark.slow
def test_no_screen_speaks_english_to_who_reads_dutch(page, app_url):
    left = {}

    def ears(name, _):
        if found := english(page):
            left[name] = found

    walk(page, app_url, "pijnacker-nootdorp", Way(look=ears))

    assert left == {}


def test_a_page_that_is_not_there(page, app_url):
    page.goto(f"{app_url}/nergens")
    settled(page)
    page.get_by_role("dialog", name="Pagina niet gevonden").wait_for()

    assert english(page) == []
    assert barriers(page) == []


@pytest.mark.parametrize(
    ("language", "title", "words"),
    [
        ("nl", "Geen verbinding", "Uw antwoorden zijn er nog."),
        ("en", "No connection", "Your answers are still there."),
    ],
)
def test_a_lost_connection_is_told_kindly(page, tmp_path, language, title, words):
    with website(tmp_path / "log.txt", "tests/browser/gallery/app.py") as address:
        page.goto(f"{address}/?lang={language}")
        settled(page)

    dialog = page.get_by_role("dialog", name=title)
    dialog.wait_for(timeout=60_000)

    assert words in dialog.inner_text()
    assert "streamlit" not in dialog.inner_text().lower()
    assert barriers(page) == []


def test_streamlits_words_follow_when_the_language_changes(page, app_url):
    page.goto(app_url)
    settled(page)
    assert page.evaluate("navigator.language") == "nl-NL"
    page.get_by_text("Ga naar de inhoud").wait_for(state="attached")

    page.locator(".st-key-language-en button").click()

    page.get_by_text("Skip to main content").wait_for(state="attached")
    assert page.evaluate("navigator.language") == "en-US"
