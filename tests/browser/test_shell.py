"""What the web shell does in a real browser, on a page of building blocks of its own."""

from pathlib import Path

import pytest

from tests.browser.driving import barriers, settled
from tests.browser.states import note

FOCUSED = "(document.activeElement.innerText || document.activeElement.ariaLabel || '').trim()"


@pytest.fixture
def shown(page, gallery):
    """The first screen of the gallery."""
    page.goto(gallery)
    return settled(page)


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()
    page.wait_for_timeout(300)  # the click reaches the server before anything changes here
    return settled(page)


def break_it(page):
    """Press the button that breaks the page; it does not settle as another does."""
    page.get_by_role("button", name="Maak stuk", exact=True).click()
    page.get_by_role("alert").filter(has_text="Er ging iets mis").wait_for()
    note(page)


def test_the_first_screen_takes_no_focus(shown):
    assert shown.evaluate("document.activeElement.tagName") == "BODY"


def test_a_new_screen_takes_the_focus_to_its_heading(shown):
    press(shown, "Verder")

    assert shown.evaluate("document.activeElement.tagName") == "H1"
    assert shown.evaluate(FOCUSED) == "Dit is de uitkomst"
    assert shown.evaluate("document.getElementById('stMain').scrollTop") == 0


def test_errors_take_the_focus_each_time(shown):
    for _ in range(2):
        press(shown, "Controleer")
        assert shown.evaluate("document.activeElement.id") == "error-summary"


def test_an_error_is_tied_to_its_field(shown):
    press(shown, "Controleer")
    group, field = shown.get_by_role("radiogroup"), shown.locator(".st-key-uren input")

    assert group.get_attribute("aria-describedby") == "error-woont"
    assert group.get_attribute("aria-invalid") == "true"
    assert field.get_attribute("aria-describedby") == "error-uren"

    press(shown, "Nieuwe download")
    assert field.get_attribute("aria-invalid") is None
    assert field.get_attribute("aria-describedby") is None


def test_a_link_in_the_summary_goes_to_the_field(shown):
    press(shown, "Controleer")

    shown.locator("a[data-field=uren]").click()
    assert shown.evaluate("document.activeElement.ariaLabel") == "Hoeveel uur opvang per week?"

    shown.locator("a[data-field=woont]").click()
    assert shown.evaluate("document.activeElement.type") == "radio"


def test_bare_keys_do_nothing_outside_fields(shown):
    sent = []
    shown.on("websocket", lambda socket: sent.append("new connection"))
    token = shown.get_by_role("link", name="Download").get_attribute("href")

    shown.locator("h1").click()
    shown.keyboard.press("r")
    shown.keyboard.press("c")
    shown.wait_for_timeout(700)

    assert shown.get_by_role("link", name="Download").get_attribute("href") == token
    assert sent == []
    assert shown.get_by_role("dialog").count() == 0


def test_the_same_keys_are_letters_in_a_field(shown):
    field = shown.locator(".st-key-uren input")

    field.press_sequentially("rc")

    assert field.input_value() == "rc"


def test_words_of_streamlit_are_dutch(shown):
    press(shown, "Verder")

    button = shown.locator('[data-testid="stFileUploaderDropzone"] button')
    assert button.get_attribute("aria-label") == "Bestand kiezen: Offerte van de opvang"
    assert "Maximaal 60 MB per bestand" in shown.locator(".st-key-offerte").inner_text()
    shown.get_by_placeholder("Maak een keuze").wait_for()
    assert shown.evaluate("navigator.language") == "nl-NL"


def test_another_language_is_a_link_away(shown):
    shown.get_by_role("link", name="English").click()
    settled(shown)

    assert shown.evaluate("document.documentElement.lang") == "en"
    press(shown, "Verder")
    shown.get_by_placeholder("Choose an option").wait_for()


def test_after_an_upload_the_keyboard_goes_on_there(shown):
    press(shown, "Verder")
    uploader = shown.locator(".st-key-offerte")

    uploader.locator("button").focus()
    file = {"name": "offerte.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"}
    uploader.locator("input[type=file]").set_input_files(file)
    shown.get_by_text("offerte.pdf").wait_for()
    shown.wait_for_timeout(500)

    assert shown.evaluate("document.activeElement.closest('.st-key-offerte') !== null")


def test_a_list_that_opens_is_in_a_named_region(shown):
    press(shown, "Verder")

    shown.get_by_role("combobox").click()
    shown.get_by_role("listbox").wait_for()
    shown.wait_for_timeout(200)

    assert shown.get_by_role("region", name="Soort opvang keuzes").count() == 1


def test_a_download_can_be_had_again(shown):
    for _ in range(2):
        with shown.expect_download() as started:
            shown.get_by_role("link", name="Download").click()
        assert started.value.suggested_filename == "Aanvraag Şükriye.txt"
        assert Path(started.value.path()).read_bytes() == b"Dag"
        shown.wait_for_timeout(1500)  # the page presses its own button after a second
        settled(shown)


def test_a_broken_page_says_so_kindly(shown):
    press(shown, "Verder")
    break_it(shown)

    alert = shown.get_by_role("alert").last.inner_text()
    assert "Er ging iets mis bij ons" in alert
    assert "123456782" not in shown.content()


@pytest.mark.parametrize("width", [320])
def test_everything_fits_a_narrow_phone(shown, width):
    for step in ("Controleer", "Verder"):
        press(shown, step)
        assert shown.evaluate("document.getElementById('stMain').scrollWidth") <= width


@pytest.mark.parametrize("width", [360])
def test_targets_are_big_enough_for_a_finger(shown):
    for step in ("Controleer", "Verder"):
        targets = shown.locator(
            "#stMain :is(button, summary, .button-link, #error-summary a):visible,"
            "#stMain :is([data-testid=stRadioOption], [data-testid=stCheckbox] label):visible"
        )
        small = [
            (target.inner_text(), box["height"])
            for target in targets.all()
            if (box := target.bounding_box()) and box["height"] < 44
        ]
        assert small == []
        press(shown, step)


@pytest.mark.parametrize("width", [360, 1280])
def test_nobody_meets_a_barrier(shown, gallery):
    assert barriers(shown) == []
    for name in ("Controleer", "Verder"):
        press(shown, name)
        assert barriers(shown) == []
    break_it(shown)
    assert barriers(shown) == []

    shown.get_by_role("combobox").click()
    shown.get_by_role("listbox").wait_for()
    assert barriers(shown) == []

    shown.goto(f"{gallery}/download/gone")
    assert barriers(shown) == []
