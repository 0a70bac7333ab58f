"""One family per municipality, from the first question to the pack in the parent's hands."""

from tests.browser.driving import settled
from tests.browser.journey import PACK, fill, press, screen
from tests.browser.test_uploads import come_back, pack_of


def to_change(page, app_url, municipality, question):
    """Bring a family back, and go from the check page to one of its answers."""
    come_back(page, app_url, pack_of(municipality), "check")
    press(page, f"change-{question}")


def test_what_cannot_be_read_is_said_at_the_field_and_stays_there(page, app_url):
    to_change(page, app_url, "lansingerland", "uurprijs-1")

    fill(page, "uurprijs-1", "ongeveer elf euro")
    page.locator(".st-key-next button").click()
    page.wait_for_selector("#error-summary")
    settled(page)

    assert screen(page) == "uurprijs-1"
    assert "zonder ‘ongeveer’" in page.locator("#error-uurprijs-1").inner_text()
    assert page.locator(".st-key-uurprijs-1 input").first.input_value() == "ongeveer elf euro"


def test_an_answer_is_changed_from_the_check_page_and_leads_back_there(page, app_url):
    to_change(page, app_url, "delft", "hulp")
    assert screen(page) == "hulp"
    fill(page, "hulp", "nee")
    press(page, "next")

    assert screen(page) == "check"
    assert "Nee" in page.locator("dl", has_text="Wil hulp").inner_text()


def test_a_download_that_was_used_up_leaves_the_visit_as_it_is(page, app_url):
    come_back(page, app_url, pack_of("delft"), "pack")
    link = page.locator(PACK)
    used_up = link.get_attribute("href")
    assert page.request.get(f"{app_url}{used_up}").status == 200

    link.click()
    page.wait_for_function(
        "before => document.querySelector('.st-key-get_pack a')?.getAttribute('href') !== before",
        arg=used_up,
    )
    settled(page)

    assert screen(page) == "pack"
    with page.expect_download() as download:
        link.click()
    assert download.value.suggested_filename == "aanvraag-delft.pdf"


def test_another_language_keeps_what_was_filled_in(page, app_url):
    to_change(page, app_url, "delft", "uren_per_week-1")
    fill(page, "uren_per_week-1", "18,33")

    page.locator(".st-key-languages button").click()
    page.locator(".st-key-language-en button").click()
    page.wait_for_function("() => document.documentElement.lang === 'en'")
    settled(page)

    assert page.locator("h1").inner_text() == "How many hours of care per week?"
    assert page.locator(".st-key-uren_per_week-1 input").first.input_value() == "18,33"
