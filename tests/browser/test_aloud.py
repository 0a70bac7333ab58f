"""Reading aloud, with a voice that only writes down what it is given."""

import pytest

from tests.browser.driving import barriers, settled

VOICE = """
    window.said = [];
    window.VOICES = ['nl-NL', 'en-GB'];
    window.HOLDS = false;
    class Utterance { constructor(text) { this.text = text; } }
    const fake = {
        speak(one) {
            window.said.push([one.lang, one.text]);
            window.now = one;
            if (!window.HOLDS) setTimeout(() => one.onend(), 0);
        },
        cancel() { window.cancelled = window.said.length; },
        getVoices: () => window.VOICES.map(lang => ({lang})),
        addEventListener() {},
    };
    Object.defineProperty(window, 'speechSynthesis', {value: fake});
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {value: Utterance});
"""
FIRST = [
    "Stap 1 van 2: Wonen",
    "Waar woont u?",
    "Woont u in de gemeente?",
    "Ja",
    "Nee",
    "Weet ik niet",
    "Hoeveel uur opvang per week?",
    "Ik heb dit gelezen en alles staat er goed in",
    "Controleer",
    "Verder",
    "Download",
    "Nieuwe download",
]


@pytest.fixture
def shown(page, gallery):
    page.add_init_script(VOICE)
    page.goto(gallery)
    settled(page)
    button(page, "Lees voor").wait_for()
    return page


def button(page, name):
    return page.get_by_role("button", name=name, exact=True)


def said(page, many=0):
    """What was said so far, once it is as many lines."""
    page.wait_for_function("many => window.said.length >= many", arg=many)
    return [text for _, text in page.evaluate("window.said")]


def test_nothing_is_read_unasked(shown):
    button(shown, "Verder").click()
    shown.get_by_role("heading", name="Dit is de uitkomst").wait_for()
    settled(shown)

    assert said(shown) == []
    assert button(shown, "Lees voor").get_attribute("aria-pressed") == "false"
    assert not button(shown, "Pauze").is_visible()


def test_the_whole_screen_is_read_and_no_more(shown):
    button(shown, "Lees voor").focus()
    shown.keyboard.press("Enter")

    assert said(shown, len(FIRST)) == FIRST
    assert shown.evaluate("new Set(said.map(([lang]) => lang)).size") == 1
    assert button(shown, "Lees voor").get_attribute("aria-pressed") == "true"
    assert barriers(shown) == []


def test_a_new_screen_and_new_errors_are_read(shown):
    button(shown, "Lees voor").click()
    said(shown, len(FIRST))

    button(shown, "Controleer").click()
    wrong = said(shown, len(FIRST) + 5)[len(FIRST) :]
    assert wrong[:3] == ["Er ontbreekt iets", "Kies ja of nee.", "Vul de uren in."]
    shown.wait_for_function("() => said.at(-1)[1] === 'Nieuwe download'")
    shown.evaluate("said.length = 0")

    button(shown, "Verder").click()
    next_screen = said(shown, 4)
    assert next_screen[1:3] == ["Dit is de uitkomst", "Wij beslissen binnen acht weken."]
    assert "Omdat de gemeente dat zo schrijft." not in next_screen  # not opened yet


def test_a_pause_goes_on_where_it_was(shown):
    shown.evaluate("window.HOLDS = true")
    button(shown, "Lees voor").click()
    assert said(shown, 1) == FIRST[:1]
    shown.evaluate("now.onend()")
    assert said(shown, 2) == FIRST[:2]

    button(shown, "Pauze").click()
    shown.evaluate("now.onend()")  # a browser tells that the broken-off line ended
    assert shown.evaluate("cancelled") == 2
    button(shown, "Lees verder").click()

    assert said(shown, 3) == [*FIRST[:2], FIRST[1]]


def test_off_is_off(shown):
    shown.evaluate("window.HOLDS = true")
    button(shown, "Lees voor").click()
    said(shown, 1)

    button(shown, "Lees voor").click()
    shown.evaluate("now.onend()")

    assert shown.evaluate("cancelled") == 1
    assert said(shown) == FIRST[:1]
    assert shown.evaluate("sessionStorage.getItem('aloud')") == "off"


def test_without_a_voice_the_page_says_so(shown):
    shown.evaluate("window.VOICES = ['de-DE']")

    button(shown, "Lees voor").click()

    shown.get_by_text("heeft geen stem voor deze taal").wait_for()
