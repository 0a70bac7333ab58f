"""The page with the amount: what if, taking it over, and the way to a mistake and back."""

from datetime import date
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from tests.test_pages import FRAME, choose, key, screen
from tests.test_pages_pack import said

PARTS = ("ochtend", "middag")
FOUR = ("ma_ochtend", "ma_middag", "di_ochtend", "di_middag")


def cost_page(municipality="Pijnacker-Nootdorp", child=None, **household) -> AppTest:
    app = AppTest.from_file(FRAME, default_timeout=20)
    app.session_state["today"] = date(2026, 3, 2)
    app.run()
    choose(app, municipality)
    mine = app.session_state["visit"]
    mine.household.update(
        tp_getrouwd="nee",
        tp_adres="nee",
        inkomen_soort="precies",
        jaarinkomen_ik=Decimal(75_000),
        inkomen_anders="nee",
        **household,
    )
    mine.children[0].update(
        opvangsoort="dagopvang", dagdelen=FOUR, uren_per_week=Decimal(20), uurprijs=Decimal(10)
    )
    mine.children[0].update(child or {})
    app.switch_page("cost.py").run()
    assert not app.exception
    return app


def what_if(app, kind):
    [radio] = [one for one in app.radio if one.label == "Wat wilt u veranderen?"]
    radio.set_value(kind).run()


def typed(app, label, text):
    [field] = [one for one in app.text_input if one.label == label]
    field.set_value(text).run()


def test_the_amount_is_the_heading():
    app = cost_page()

    assert app.title[0].value == "U betaalt ongeveer €\u00a0102 per maand zelf."
    assert "Dat is €\u00a01,18 per uur opvang." in said(app)


def test_what_the_cap_leaves_out_stands_out():
    eight = tuple(f"{day}_{part}" for day in ("ma", "di", "wo", "do") for part in PARTS)
    app = cost_page("Lansingerland", {"dagdelen": eight, "uren_per_week": Decimal(40)})

    # 6 of the 8 half-days are paid: 10 of 40 hours a week are not, 43,33 a month at € 10.
    [told] = [html.value for html in app.html if 'class="notice"' in html.value]
    assert "€\u00a0433 per maand is voor uren die de gemeente niet betaalt" in told


def test_a_change_stands_beside_the_amount_and_changes_no_answer():
    app = cost_page()
    what_if(app, "half_days")
    assert "Met deze verandering" not in said(app)  # nothing is different yet

    key(app, "whatif-fewer").click().run()

    assert "€ 77 per maand (€ 1,18 per uur)" in said(app)
    assert "U betaalt dan €\u00a026 per maand minder." in said(app)
    assert app.session_state["visit"].children[0]["dagdelen"] == FOUR


def test_taking_a_change_over_changes_the_answers_and_begins_anew():
    app = cost_page()
    app.session_state["visit"].typed[0, "uren_per_week"] = "20"
    what_if(app, "half_days")
    key(app, "whatif-fewer").click().run()

    key(app, "whatif-take").click().run()

    assert app.title[0].value == "U betaalt ongeveer €\u00a077 per maand zelf."
    assert app.session_state["visit"].children[0]["uren_per_week"] == Decimal(15)
    assert (0, "uren_per_week") not in app.session_state["visit"].typed
    assert screen(app) == "cost-1"
    assert "Met deze verandering" not in said(app)


def test_the_half_days_stay_within_a_week():
    app = cost_page()
    what_if(app, "half_days")

    for _ in range(6):
        key(app, "whatif-fewer").click().run()
    assert "Dagdelen per week: 1" in said(app)
    for _ in range(11):
        key(app, "whatif-more").click().run()
    assert "Dagdelen per week: 10" in said(app)


def test_another_offer_is_read_as_a_parent_writes_it():
    app = cost_page()
    what_if(app, "offer")

    typed(app, "Wat kost een uur opvang?", "€ 12,23")

    assert "€ 202 per maand" in said(app)


def test_what_cannot_be_read_is_said_at_the_field():
    app = cost_page()
    what_if(app, "offer")

    typed(app, "Wat kost een uur opvang?", "tien")

    assert "bedrag in met cijfers" in said(app)
    assert "whatif-take" not in {button.key for button in app.button}


@pytest.mark.parametrize(
    ("municipality", "sentence"),
    [
        ("Alkmaar", "Alkmaar kijkt naar het inkomen op uw inkomensverklaring."),
        ("Delft", "Delft kijkt naar het inkomen op uw inkomensverklaring."),
    ],
)
def test_where_a_lower_income_does_not_count_it_is_said(municipality, sentence):
    app = cost_page(municipality)
    what_if(app, "income")

    assert sentence in said(app)
    assert "whatif-take" not in {button.key for button in app.button}


def test_where_it_counts_a_lower_income_is_worked_out():
    app = cost_page()
    what_if(app, "income")
    label = "Hoeveel verwacht u dit jaar?"

    typed(app, label, "50.000")
    key(app, "whatif-take").click().run()

    assert app.title[0].value == "U betaalt ongeveer €\u00a035 per maand zelf."
    assert app.session_state["visit"].household["inkomen_anders"] == "ja"


def test_an_income_that_looks_like_one_of_a_month_is_asked_about():
    app = cost_page()
    what_if(app, "income")
    label = "Hoeveel verwacht u dit jaar?"

    typed(app, label, "50.000")
    assert "Wij lezen: € 50.000 per jaar." in said(app)
    assert "Is dit per maand?" not in said(app)

    typed(app, label, "2.000")
    assert "Wij lezen: € 2.000 per jaar. Dat is weinig voor een heel jaar." in said(app)


def test_what_was_chosen_beside_a_field_goes_when_its_answer_is_taken_over():
    app = cost_page(jaarinkomen_nu=Decimal(24_000))
    mine = app.session_state["visit"]
    mine.household["inkomen_anders"] = "ja"
    mine.typed = {(None, "jaarinkomen_nu"): "2.000", (None, "jaarinkomen_nu:per"): "month"}
    app.run()
    what_if(app, "income")
    typed(app, "Hoeveel verwacht u dit jaar?", "30.000")
    key(app, "whatif-take").click().run()

    app.query_params["vraag"], app.query_params["deel"] = "jaarinkomen_nu", "cost"
    app.switch_page("questions.py").run()
    key(app, "next").click().run()

    assert mine.household["jaarinkomen_nu"] == 30_000


def test_another_kind_of_care_leaves_a_price_that_is_not_known_yet():
    app = cost_page()
    mine = app.session_state["visit"]
    mine.typed = {(0, "uurprijs"): "10", (0, "uurprijs:unsure"): False}
    what_if(app, "care")
    [kind] = [one for one in app.radio if one.label == "Welke opvang bekijkt u?"]
    kind.set_value("gastouder").run()
    key(app, "whatif-take").click().run()

    app.query_params["vraag"], app.query_params["deel"] = "uurprijs-1", "cost"
    app.switch_page("questions.py").run()
    key(app, "next").click().run()

    assert mine.children[0]["uurprijs"] == "onbekend"
    assert mine.errors == {}


def test_from_a_mistake_one_goes_to_the_question_and_comes_back():
    app = cost_page("Alkmaar", {"uurprijs": Decimal(99)})

    key(app, "doubt-uurprijs-1").click().run()
    assert screen(app) == "uurprijs-1"
    key(app, "back").click().run()

    assert screen(app) == "cost"


def test_without_care_there_is_no_amount_and_it_is_said_why():
    app = cost_page(child={"opvangsoort": ""})

    assert app.title[0].value == "Wat het kost"
    assert "Vertel eerst welke opvang u wilt." in said(app)
