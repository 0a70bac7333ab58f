"""The pages around the answer: another allowance first, the outlook, and the ways on from there."""

from datetime import date
from decimal import Decimal

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.test_pages import FRAME, choose, key, screen

WORKS = {"kot_krijgt": "nee", "partner": "nee", "tp_getrouwd": "nee", "tp_adres": "nee"}
CHILD = {
    "geboortedatum": date(2025, 3, 1),
    "kind_ingeschreven": "op_mijn_adres",
    "ouders_samen": "enige_ouder",
    "voorziening": "geen",
    "medisch_kdv": "nee",
    "opvangsoort": "dagopvang",
    "lrk_geregistreerd": "ja",
    "overeenkomst": "offerte",
}


@pytest.fixture
def app():
    app = AppTest.from_file(FRAME, default_timeout=20).run()
    choose(app)
    return app


def press(app, name="next"):
    return key(app, name).click().run()


def pick(app, question, answer):
    key(app, f"{question}-choice-nl").set_value(answer)
    return press(app)


def tick(app, question, *values):
    for value in values:
        key(app, f"{question}-{value}").set_value(True)
    return press(app)


def said(app) -> str:
    return "\n".join(html.value for html in app.html)


def at(app, question, **query):
    """On the screen of one question."""
    app.query_params["vraag"] = question
    for name, value in query.items():
        app.query_params[name] = value
    app.switch_page("questions.py").run()
    assert screen(app) == question


def test_who_gets_the_benefit_hears_so_at_once_and_may_go_on(app):
    pick(app, "woont_in_gemeente", "Ja")
    pick(app, "kot_krijgt", "Ja")

    assert screen(app) == "kot"
    assert "Wko art. 1.3" in said(app)

    press(app)
    assert screen(app) == "situatie_ik"


def test_it_is_told_once_and_again_when_an_answer_brings_another_reason(app):
    app.session_state["visit"].household = {**WORKS, "kot_krijgt": "ja"}
    at(app, "situatie_ik")
    tick(app, "situatie_ik", "werk")
    assert screen(app) == "kot"
    press(app)

    at(app, "situatie_ik")
    press(app)
    assert screen(app) == "partner"

    key(app, "partner-choice-nl").set_value("Nee")
    at(app, "kot_krijgt")
    pick(app, "kot_krijgt", "Nee")
    assert screen(app) == "kot"
    assert "U werkt, studeert of volgt een traject" in said(app)


@pytest.mark.parametrize("answer", ["Nee", "Weet ik niet"])
def test_nobody_is_sent_away_while_it_is_not_certain(app, answer):
    pick(app, "woont_in_gemeente", "Ja")
    pick(app, "kot_krijgt", answer)
    tick(app, "situatie_ik", "werk")

    assert screen(app) == "partner"  # a benefits partner may still change it


def test_back_from_the_advice_leads_to_the_answer_that_brought_it(app):
    pick(app, "woont_in_gemeente", "Ja")
    pick(app, "kot_krijgt", "Ja")

    press(app, "back")
    assert screen(app) == "kot_krijgt"

    pick(app, "kot_krijgt", "Ja")
    assert screen(app) == "kot"


def test_a_change_from_the_check_page_comes_back_there_after_the_advice(app):
    app.session_state["visit"].household = {**WORKS, "situatie_ik": ("geen",)}
    at(app, "kot_krijgt", terug="result")

    pick(app, "kot_krijgt", "Ja")
    assert screen(app) == "kot"
    press(app)

    assert screen(app) != "situatie_ik"
    assert app.query_params["terug"] == "result"  # what was open is asked on the way back


def test_the_page_on_the_benefit_is_not_for_who_cannot_get_it(app):
    app.switch_page("kot.py").run()

    assert screen(app) == "woont_in_gemeente"


def test_the_answer_page_starts_with_what_to_do(app):
    app.switch_page("result.py").run()

    assert app.header[0].value == "Dit moet u doen"


def test_the_answer_page_says_what_is_asked_later_and_goes_on_to_the_costs(app):
    mine = app.session_state["visit"]
    mine.household = {"woont_in_gemeente": "ja", **WORKS, "situatie_ik": ("geen",)}
    mine.children = [dict(CHILD)]
    app.switch_page("result.py").run()

    assert "Dit vragen we straks, bij het weekrooster" in said(app)
    assert "Wij weten nog niet genoeg" in [header.value for header in app.header][1]

    press(app)
    assert screen(app) == "uren_per_week-1"
    press(app, "back")
    assert screen(app) == "result"


def test_nobody_needs_the_costs_to_make_an_application(app):
    app.switch_page("result.py").run()

    press(app, "apply")

    assert screen(app) == "papers"


def test_a_child_that_does_not_fit_is_told_apart(app):
    mine = app.session_state["visit"]
    mine.household = {"woont_in_gemeente": "ja"}
    mine.children = [
        {**CHILD, "kind_naam": "Noor"},
        {**CHILD, "kind_naam": "Sem", "lrk_geregistreerd": "nee", "uurprijs": Decimal(9)},
    ]
    app.switch_page("result.py").run()

    assert "Sem</dt><dd>past waarschijnlijk niet" in said(app)
    assert "Noor</dt><dd>nog niet genoeg bekend" in said(app)


def test_the_check_page_starts_with_what_is_open_and_what_the_town_does_then(app):
    app.switch_page("start.py").run()
    choose(app, "Alkmaar")
    app.switch_page("check.py").run()

    first = said(app).split("<dl")[0]
    assert "Dit staat nog open:" in first
    assert "<li>Krijgt kinderopvangtoeslag</li>" in first
    assert "Dan kijkt de gemeente niet naar uw aanvraag." in first


def test_nothing_that_is_open_holds_anybody_up(app):
    app.switch_page("check.py").run()

    press(app)

    assert screen(app) == "pack"


def test_who_looks_at_an_answer_comes_back_to_the_check_page(app):
    app.switch_page("check.py").run()

    press(app, "change-hulp")
    assert screen(app) == "hulp"
    press(app, "back")

    assert screen(app) == "check"


def test_the_week_is_changed_in_the_week_plan(app):
    app.switch_page("check.py").run()

    press(app, "change-dagdelen-1")

    assert screen(app) == "dagdelen-1"
    assert app.query_params["terug"] == "check"


def test_each_of_several_answers_stands_on_a_line_of_its_own(app):
    mine = app.session_state["visit"]
    mine.household["gronden"] = ("lichaam", "problemen_thuis")
    mine.children[0] = {**CHILD, "dagdelen": ("ma_ochtend", "ma_middag", "wo_ochtend")}

    app.switch_page("check.py").run()

    assert "van een ouder\nProblemen thuis: geld" in said(app)
    assert "Maandag (hele dag)\nWoensdagochtend</dd>" in said(app)


def test_who_makes_an_application_anyway_has_its_papers_at_once(app):
    mine = app.session_state["visit"]
    mine.household.update(woont_in_gemeente="nee")
    app.switch_page("result.py").run()

    press(app, "apply")

    assert screen(app) == "papers"
    assert "Klaar: 0 van" in said(app)


@pytest.fixture
def tabs(monkeypatch):
    """What the browser was told to call each page."""
    told: list[str] = []
    real = st.set_page_config

    def record(*, page_title="", **others):
        told.append(page_title)
        real(page_title=page_title, **others)

    monkeypatch.setattr(st, "set_page_config", record)
    return told


def test_with_more_children_a_question_says_of_whom_but_not_to_the_browser(app, tabs):
    app.session_state["visit"].children[:] = [{"kind_naam": "Noor"}, {"kind_naam": "Daan"}]
    tabs.clear()

    at(app, "geboortedatum-2")

    assert app.title[0].value.startswith("Daan\\: Wanneer")
    assert tabs
    assert not any("Daan" in name for name in tabs)
