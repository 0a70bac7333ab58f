"""Errors: said at the top and at the field in the same words, tied to it, and nothing is lost."""

from typing import NamedTuple

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.driving import barriers, settled
from tests.browser.hands import tap
from tests.browser.journey import begin, go_to, press, screen

PHONE = 360
FOCUS_IS_AT = """key => {
    const widget = document.querySelector(`.st-key-${key}`);
    return widget.contains(document.activeElement);
}"""
DESCRIBED_BY = """() => {
    const at = document.activeElement;
    const group = at.closest("[role=group], [role=radiogroup]");
    return [at, group].flatMap((e) => (e?.getAttribute("aria-describedby") ?? "").split(" "));
}"""

DETAILS = {
    "naam": "name",
    "adres": "address-line1",
    "postcode": "postal-code",
    "woonplaats": "address-level2",
    "geboortedatum_ik": "bday",
    "telefoon": "tel",
    "email": "email",
    "bsn": "off",
}
"""What HTML calls the details of the parent (WCAG 1.3.5); no browser need remember a BSN."""


class Slip(NamedTuple):
    """Something that cannot be taken.

    Attributes:
        place: the part and the field.
        typed: into the box of the field; None if it has none or is left alone.
        ticked: the places of the choices that are made.
        told: a part of what the page says.
    """

    place: tuple[str, str]
    typed: str | None = None
    ticked: tuple[int, ...] = ()
    told: str = "Geef een antwoord"


SLIPS = {
    "radio left open": Slip(("check", "woont_in_gemeente")),
    "ticks left open": Slip(("check", "situatie_ik")),
    "ticks that do not go together": Slip(("check", "situatie_ik"), None, (0, 7), "niet samen"),
    "date": Slip(("check", "geboortedatum-1"), "12/31/2023", (), "dag-maand-jaar"),
    "box beside a tick left open": Slip(("cost", "uurprijs-1"), None, (), "‘Nog niet bekend’"),
    "price": Slip(("cost", "uurprijs-1"), "8,460", (), "twee cijfers"),
    "price and a tick": Slip(("cost", "uurprijs-1"), "8,46", (0,), "één van de twee"),
    "price of something else": Slip(("cost", "uurprijs-1"), "900 per maand", (), "per uur"),
    "hours": Slip(("cost", "uren_per_week-1"), "tien", (), "getal"),
    "amount": Slip(("cost", "netto_maand"), "tussen 1000 en 1200", (), "één bedrag"),
    "story": Slip(("apply", "verhaal_kind"), "a" * 1501, (), "te lang"),
}


@pytest.fixture
def width() -> int:
    return PHONE


FEW = ("radio left open", "ticks that do not go together", "date", "price and a tick", "story")
"""A field of each kind; the others go with `make test-all`."""


@pytest.mark.parametrize(
    "slip",
    [
        pytest.param(slip, id=name, marks=[] if name in FEW else pytest.mark.slow)
        for name, slip in SLIPS.items()
    ],
)
def test_a_slip_is_said_at_the_top_and_tied_to_its_field(page, app_url, slip):
    part, key = slip.place
    at_question(page, app_url, part, key)
    fill(page, slip)

    press(page, "next")

    assert slip.told in first_link(page).inner_text()
    assert_said(page, key)
    assert kept(page, slip)


def test_a_screen_with_several_fields_names_each_and_keeps_all(page, app_url):
    at_question(page, app_url, "apply", "naam")
    for key, text in {"postcode": "1811", "email": "naam.nl", "telefoon": "06 12345678"}.items():
        box(page, key).fill(text)
        box(page, key).blur()
        settled(page)

    press(page, "next")

    links = page.locator("#error-summary a").all_inner_texts()
    assert [link.partition(":")[0] for link in links] == ["Postcode", "E-mail"]
    assert barriers(page) == []
    assert [box(page, key).input_value() for key in ("postcode", "email", "telefoon")] == [
        "1811",
        "naam.nl",
        "06 12345678",
    ]
    for key, text in {"postcode": "1811 AB", "email": "naam@voorbeeld.nl"}.items():
        box(page, key).fill(text)
        box(page, key).blur()
        settled(page)
    press(page, "next")
    assert screen(page) != "naam"
    assert not page.title().startswith("Fout")


def test_what_cannot_be_read_is_still_there_after_going_back(page, app_url):
    at_question(page, app_url, "cost", "uurprijs-1")
    fill(page, SLIPS["price"])

    press(page, "back")
    go_to(page, "questions?vraag=uurprijs-1&deel=cost")

    assert box(page, "uurprijs-1").input_value() == "8,460"


def test_no_idea_in_words_and_a_tick_say_the_same(page, app_url):
    at_question(page, app_url, "cost", "uurprijs-1")
    fill(page, Slip(("cost", "uurprijs-1"), "moet ik nog vragen", (0,)))

    press(page, "next")

    assert page.locator("#error-summary").count() == 0


def test_an_amount_is_said_back_while_the_focus_stays(page, app_url):
    at_question(page, app_url, "cost", "netto_maand")
    box(page, "netto_maand").press_sequentially("1.250,5")

    expect(page.locator("#read-netto_maand")).to_have_text("Wij lezen: € 1.250,50 per maand.")

    expect(page.locator("#told")).to_have_text("Wij lezen: € 1.250,50 per maand.")
    expect(box(page, "netto_maand")).to_be_focused()
    assert box(page, "netto_maand").get_attribute("inputmode") == "decimal"
    assert "read-netto_maand" in str(box(page, "netto_maand").get_attribute("aria-describedby"))


def test_an_income_per_month_is_the_one_of_a_year_in_one_choice_or_in_words(page, app_url):
    at_question(page, app_url, "cost", "inkomen_soort")
    tap(page.locator(".st-key-inkomen_soort input[type=radio]").first)
    settled(page)
    press(page, "next")
    per_month = page.locator(".st-key-period-jaarinkomen_ik input[type=radio]").nth(1)
    box(page, "jaarinkomen_ik").press_sequentially("2.000")
    expect(page.locator("#read-jaarinkomen_ik")).to_contain_text("Is dit per maand?")

    tap(per_month)
    expect(page.locator("#read-jaarinkomen_ik")).to_contain_text("× 12 = € 24.000 per jaar")
    tap(page.locator(".st-key-period-jaarinkomen_ik input[type=radio]").first)
    settled(page)
    box(page, "jaarinkomen_ik").fill("2.000 p/m")

    expect(page.locator("#read-jaarinkomen_ik")).to_contain_text("× 12 = € 24.000 per jaar")
    expect(per_month).to_be_checked()
    assert barriers(page) == []


def test_the_characters_left_are_counted_and_read_near_the_end(page, app_url):
    at_question(page, app_url, "apply", "verhaal_kind")
    left = page.locator("#left-verhaal_kind")

    box(page, "verhaal_kind").fill("a" * 1000)

    expect(left).to_have_text("Tekens over: 500")
    expect(page.locator("#told")).to_be_empty()
    box(page, "verhaal_kind").fill("a" * 1499)
    expect(page.locator("#told")).to_have_text("Tekens over: 1")
    box(page, "verhaal_kind").fill("a" * 1502)
    expect(left).to_have_text("Tekens te veel: 2")


def test_a_first_screen_without_a_choice_says_so_at_the_choice(page, app_url):
    page.goto(app_url)
    settled(page)

    press(page, "next")

    assert_said(page, "municipality")


def test_a_file_that_is_no_pack_is_refused_at_the_button_that_took_it(page, app_url):
    page.goto(f"{app_url}/reopen")
    settled(page)
    page.locator("input[type=file]").set_input_files(
        {"name": "pakket.pdf", "mimeType": "application/pdf", "buffer": b"geen pdf"}
    )
    page.wait_for_selector("#error-summary")
    settled(page)

    assert_said(page, str(page.locator("[data-error-for]").get_attribute("data-error-for")))


def test_the_browser_knows_what_a_detail_is(page, app_url):
    at_question(page, app_url, "apply", "naam")

    known = {key: box(page, key).get_attribute("autocomplete") for key in DETAILS}

    assert known == DETAILS


# ---- steps ----


def assert_said(page: Page, key: str) -> None:
    """The same words at the top and at the field, which the link leads to and is tied to."""
    expect(page.locator("#error-summary")).to_be_focused()
    assert page.locator(f"#error-{key}").inner_text() == first_link(page).inner_text()
    assert page.title().startswith("Fout: ")
    assert barriers(page) == []
    first_link(page).click()
    assert page.evaluate(FOCUS_IS_AT, key)
    assert f"error-{key}" in page.evaluate(DESCRIBED_BY)


def at_question(page: Page, address: str, part: str, key: str) -> None:
    """Straight to a question, with everything before it still open."""
    begin(page, address, "lansingerland")
    if screen(page) != key:
        go_to(page, f"questions?vraag={key}&deel={part}")
    assert screen(page) == key


def fill(page: Page, slip: Slip) -> None:
    key = slip.place[1]
    if slip.typed is not None:
        box(page, key).fill(slip.typed)
        box(page, key).blur()
        settled(page)
    for place in slip.ticked:
        tap(page.locator(f".st-key-{key} input[type=checkbox]").nth(place))
        settled(page)


def kept(page: Page, slip: Slip) -> bool:
    """Whether everything that was filled in is still there."""
    key = slip.place[1]
    ticks = page.locator(f".st-key-{key} input[type=checkbox]")
    is_ticked = all(ticks.nth(place).is_checked() for place in slip.ticked)
    return is_ticked and (slip.typed is None or box(page, key).input_value() == slip.typed)


def box(page: Page, key: str) -> Locator:
    return page.locator(f".st-key-{key}").first.locator("textarea, input[type=text]").first


def first_link(page: Page) -> Locator:
    return page.locator("#error-summary a").first
