"""The website opens in a real browser, and asks nobody else for anything."""

import pytest

from tests.browser.driving import settled

WIDTHS = [1280, 360, 320]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_website_opens_on_its_own(page, app_url):
    requests, complaints = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))

    page.goto(app_url)
    settled(page)

    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.lang") == "nl"
    assert [url for url in requests if not url.startswith((app_url, "data:", "blob:"))] == []
    assert complaints == []


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_runs_off_the_side(page, app_url, width):
    page.goto(app_url)
    settled(page)

    widest = page.evaluate(
        "Math.max(document.documentElement.scrollWidth,"
        " document.querySelector('[data-testid=stMain]').scrollWidth)"
    )

    assert widest <= width
