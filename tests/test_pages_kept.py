"""What was answered or typed stays, whichever way a visitor leaves a question."""

from datetime import date
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from pages import _visit
from tests.test_pages import FRAME, choose, key, screen
from tests.test_pages_answer import at, pick, press


@pytest.fixture
def app():
    app = AppTest.from_file(FRAME, default_timeout=20).run()
    choose(app, "Pijnacker-Nootdorp")
    app.session_state["visit"].household.update(
        partner="nee",
        tp_getrouwd="nee",
        tp_adres="nee",
        inkomen_soort="precies",
        inkomen_anders="ja",
        jaarinkomen_nu=Decimal(24_000),
    )
    return app


def household(app):
    return app.session_state["visit"].household


def write(app, question, text):
    key(app, f"{question}-text").set_value(text)
    return app


def test_a_slip_does_not_take_away_the_answer_that_was_there(app):
    at(app, "jaarinkomen_nu", deel="cost", terug="check")
    press(write(app, "jaarinkomen_nu", "veel"))
    assert app.session_state["visit"].errors

    press(app, "back")

    assert screen(app) == "check"
    assert household(app)["jaarinkomen_nu"] == 24_000


def test_an_optional_answer_can_be_emptied(app):
    household(app)["verhaal"] = "Het lukt niet."
    at(app, "verhaal", deel="apply")
    press(write(app, "verhaal", ""))

    assert "verhaal" not in household(app)


@pytest.mark.parametrize("aside", ["save", "accessibility"])
def test_a_story_that_is_half_written_is_kept_with_the_rest(app, aside):
    at(app, "verhaal", deel="apply")
    press(write(app, "verhaal", "Ik lig elke dag op bed."), aside)

    assert screen(app) != "verhaal"
    assert household(app)["verhaal"] == "Ik lig elke dag op bed."


def test_keeping_half_way_takes_nothing_that_cannot_be_read(app):
    at(app, "jaarinkomen_nu", deel="cost")
    press(write(app, "jaarinkomen_nu", "veel"), "save")

    assert screen(app) == "save"
    assert household(app)["jaarinkomen_nu"] == 24_000
    assert app.session_state["visit"].errors == {}


def test_not_knowing_is_no_amount_per_month(app):
    at(app, "jaarinkomen_nu", deel="cost")
    key(app, "jaarinkomen_nu-per-nl").set_value("month").run()
    press(write(app, "jaarinkomen_nu", "weet ik niet"))

    assert household(app)["jaarinkomen_nu"] == "onbekend"


def change(app, question, answer):
    """Change an answer from the check page, on which everything later is still open."""
    app.switch_page("check.py").run()
    press(app, f"change-{question}")
    at(app, question, terug="check")  # AppTest follows no switch of page into the next run
    pick(app, question, answer)


def test_a_change_leads_straight_back_past_what_was_skipped_before(app):
    change(app, "woont_in_gemeente", "Ja")

    assert household(app)["woont_in_gemeente"] == "ja"
    assert screen(app) == "check"


def test_a_change_leads_first_to_the_question_that_it_brings(app):
    del household(app)["tp_getrouwd"]  # AppTest cannot change the choice of a radio that is set
    change(app, "tp_getrouwd", "Ja")
    assert screen(app) == "tp_gescheiden"

    at(app, "tp_gescheiden", terug="check")
    pick(app, "tp_gescheiden", "Ja")

    assert screen(app) == "check"


def test_what_the_week_plan_makes_unlikely_is_said_where_the_papers_would_be():
    app = AppTest.from_file(FRAME, default_timeout=20).run()
    choose(app, "Lansingerland")
    app.session_state["visit"].children[0].update(
        ouders_samen="uit_elkaar", woondagen=("ma", "di"), dagdelen=("wo_ochtend",)
    )

    app.switch_page("papers.py").run()

    assert "anyway" in [button.key for button in app.button]
    said = "".join(html.value for html in app.html)
    assert "<ul><li>Voorwaarde: " in said
    assert "woont" in said.partition("<ul><li>Voorwaarde: ")[2].partition("</ul>")[0]


def test_after_midnight_it_is_the_next_day_also_on_a_server_that_is_behind(
    monkeypatch, half_past_midnight
):
    monkeypatch.setattr(_visit, "datetime", half_past_midnight)

    assert _visit.today() == date(2026, 7, 1)
