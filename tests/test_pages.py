"""The pages without a browser: each opens, and no answer of a visit is lost."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

FRAME = str(Path(__file__).parent.parent / "pages" / "_frame.py")
PAGES = ["start", "questions", "children", "result", "papers", "check", "pack"]


@pytest.fixture
def app():
    app = AppTest.from_file(FRAME, default_timeout=20).run()
    assert not app.exception
    return app


def key(app, name):
    return app.get_by_key(name)


def screen(app) -> str:
    marker = next(html.value for html in app.html if "data-screen" in html.value)
    return marker.split('data-screen="')[1].split('"')[0]


def choose(app, municipality="Lansingerland"):
    key(app, "municipality-choice-nl").set_value(municipality)
    return key(app, "next").click().run()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_without_a_municipality_leads_to_the_start(app, page):
    app.switch_page(f"{page}.py").run()

    assert not app.exception
    assert screen(app) == "start"


@pytest.mark.parametrize("page", PAGES[1:])
def test_a_page_opens_without_answers(app, page):
    choose(app)

    app.switch_page(f"{page}.py").run()

    assert not app.exception
    assert screen(app) != "start"


def test_nobody_goes_on_without_a_municipality(app):
    key(app, "next").click().run()

    assert screen(app) == "start"
    assert any("Kies eerst uw gemeente" in html.value for html in app.html)


def test_a_screen_without_an_answer_says_so_and_stays(app):
    choose(app)

    key(app, "next").click().run()

    assert screen(app) == "woont_in_gemeente"
    assert any('id="error-woont_in_gemeente"' in html.value for html in app.html)


def test_back_comes_to_the_screen_before_with_its_answer(app):
    choose(app)
    key(app, "woont_in_gemeente-choice-nl").set_value("Ja")
    key(app, "next").click().run()
    assert screen(app) == "kot_krijgt"

    key(app, "back").click().run()

    assert screen(app) == "woont_in_gemeente"
    assert key(app, "woont_in_gemeente-choice-nl").value == "ja"


def test_another_language_keeps_the_answers(app):
    choose(app)
    key(app, "woont_in_gemeente-choice-nl").set_value("Nee")
    key(app, "next").click().run()

    key(app, "language-en").click().run()

    assert app.title[0].value == "Do you get childcare benefit now?"
    assert app.session_state["visit"].household == {"woont_in_gemeente": "nee"}


@pytest.fixture
def noor_and_sam(app):
    """The page of the children, with two of them."""
    choose(app)
    app.session_state["visit"].children[:] = [{"kind_naam": "Noor"}, {"kind_naam": "Sam"}]
    return app.switch_page("children.py").run()


def test_a_child_is_taken_away_once_that_is_said_again(noor_and_sam):
    key(noor_and_sam, "remove-0").click().run()
    assert len(noor_and_sam.session_state["visit"].children) == 2
    assert any("wat u over Noor invulde" in html.value for html in noor_and_sam.html)

    key(noor_and_sam, "remove_yes").click().run()
    assert noor_and_sam.session_state["visit"].children == [{"kind_naam": "Sam"}]
    assert "remove_yes" not in {button.key for button in noor_and_sam.button}


def test_what_was_typed_for_the_children_after_it_moves_up(noor_and_sam):
    mine = noor_and_sam.session_state["visit"]
    mine.typed = {(None, "bsn"): "12", (0, "kind_bsn"): "34", (1, "kind_bsn"): "56"}

    key(noor_and_sam, "remove-0").click().run()
    key(noor_and_sam, "remove_yes").click().run()

    assert mine.typed == {(None, "bsn"): "12", (0, "kind_bsn"): "56"}


@pytest.mark.parametrize("away", ["remove_no", "next"])
def test_a_child_stays_for_who_thinks_better_of_it(noor_and_sam, away):
    key(noor_and_sam, "remove-1").click().run()

    key(noor_and_sam, away).click().run()
    noor_and_sam.switch_page("children.py").run()

    assert len(noor_and_sam.session_state["visit"].children) == 2
    assert key(noor_and_sam, "remove-1")


def test_wiping_forgets_everything(app):
    choose(app)
    key(app, "woont_in_gemeente-choice-nl").set_value("Ja")
    key(app, "next").click().run()

    key(app, "wipe").click().run()
    key(app, "wipe_yes").click().run()

    assert screen(app) == "start"
    assert app.session_state["visit"].household == {}
    assert app.session_state["visit"].municipality is None
