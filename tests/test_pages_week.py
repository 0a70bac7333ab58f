"""The page of the week plan, without a browser: taps, what is said of them, and the way through."""

from streamlit.testing.v1 import AppTest

from smi_core.halfdays import PARTS
from tests.test_pages import FRAME, choose, key, screen

MONDAY = ("ma_ochtend", "ma_middag")


def week(town="Lansingerland", *, household=None, children=({},), at="dagdelen-1", back=""):
    """The page, for a family that has answered this much."""
    app = AppTest.from_file(FRAME, default_timeout=20).run()
    choose(app, town)
    mine = app.session_state["visit"]
    mine.household.update(household or {})
    mine.children[:] = [{"opvangsoort": "dagopvang", **child} for child in children]
    app.query_params["vraag"] = at
    if back:
        app.query_params["terug"] = back
    app.switch_page("week.py").run()
    assert not app.exception
    return app


def tap(app, *names, grid="dagdelen-1"):
    for name in names:
        box = key(app, f"{grid}-{name}")
        (box.uncheck() if box.value else box.check()).run()
        assert not app.exception
    return app


def press(app, name):
    key(app, name).click().run()
    assert not app.exception
    return app


def answer(app, child=0):
    return app.session_state["visit"].children[child].get("dagdelen")


def said(app) -> str:
    return "\n".join(html.value for html in app.html)


def test_a_tap_is_an_answer_and_says_what_it_comes_to():
    app = tap(week(), "di_middag", "ma_ochtend")

    assert answer(app) == ("ma_ochtend", "di_middag")
    assert "Gekozen dagdelen: 2. De gemeente betaalt mee aan hoogstens 6 dagdelen." in said(app)
    assert "per maand zelf" in said(app)


def test_the_last_half_day_taken_off_leaves_no_answer():
    app = tap(week(), "ma_ochtend", "ma_ochtend")

    assert answer(app) is None


def test_more_than_the_cap_may_be_asked_and_says_what_the_parent_pays():
    app = tap(week(), *(f"{day}_{part}" for day in ("ma", "di", "wo", "do") for part in PARTS))

    assert "U kiest er 8: 2 betaalt u zelf." in said(app)
    assert "maximaal 6 dagdelen per week dagopvang" in said(app)
    assert screen(press(app, "next")) == "papers"


def test_not_knowing_yet_and_choosing_exclude_each_other():
    app = tap(week(), "ma_ochtend", "onbekend")
    assert answer(app) == "onbekend"
    assert key(app, "dagdelen-1-ma_ochtend").value is False

    tap(app, "di_ochtend")
    assert answer(app) == ("di_ochtend",)
    assert key(app, "dagdelen-1-onbekend").value is False


def test_who_takes_over_another_week_knows_it():
    app = tap(
        week(children=({"dagdelen": MONDAY}, {}), at="dagdelen-2"), "onbekend", grid="dagdelen-2"
    )
    assert answer(press(app, "same_as"), child=1) == MONDAY


def test_nothing_chosen_is_asked_again_and_not_knowing_is_enough():
    app = press(week(), "next")
    assert screen(app) == "dagdelen-1"
    assert 'id="error-dagdelen-1"' in said(app)

    assert screen(press(tap(app, "onbekend"), "next")) == "papers"


def test_the_weekend_is_folded_away_and_takes_its_half_days_along():
    app = week()
    assert "dagdelen-1-za_ochtend" not in {box.key for box in app.checkbox}

    tap(app, "weekend", "za_ochtend", "ma_ochtend")
    assert answer(app) == ("ma_ochtend", "za_ochtend")

    tap(app, "weekend")
    assert answer(app) == ("ma_ochtend",)


def test_the_weekend_is_there_for_who_chose_it():
    app = week(children=({"dagdelen": ("zo_middag",)},))

    assert key(app, "dagdelen-1-zo_middag").value is True


def test_a_half_day_says_what_stands_in_its_way():
    child = {"ouders_samen": "uit_elkaar", "woondagen": ("ma",), "dagdelen": ("di_ochtend",)}

    app = week(children=(child,), household={"netwerk": "deels", "netwerk_dagen": ("di",)})

    label = key(app, "dagdelen-1-di_ochtend").label
    assert label.split("\n\n") == ["Dinsdag", "ochtend", "kind niet bij u, iemand past op"]
    assert key(app, "dagdelen-1-ma_ochtend").label.split("\n\n") == ["Maandag", "ochtend"]
    assert "Uw kind is dan niet bij u: dinsdag." in said(app)
    assert "Aantal dat lijkt te passen bij de regels: 0." in said(app)


def test_a_next_child_takes_over_the_week_of_the_first():
    children = ({"kind_naam": "*Noor*", "dagdelen": (*MONDAY, "za_middag")}, {"kind_naam": "Sam"})
    app = week(children=children, at="dagdelen-2")
    assert app.title[0].value == "Wanneer wilt u opvang voor Sam?"
    assert key(app, "same_as").label == "Zelfde als \\*Noor\\*"

    tap(app, "wo_ochtend", grid="dagdelen-2")
    press(app, "same_as")

    assert answer(app, child=1) == (*MONDAY, "za_middag")
    assert "Voor Sam betaalt u" in said(app)


def test_the_first_child_has_no_week_to_take_over():
    app = week(children=({}, {"dagdelen": MONDAY}))

    assert "same_as" not in {button.key for button in app.button}


def test_the_way_goes_from_who_works_to_each_child_and_back():
    household = {"partner": "ja", "situatie_ik": ("geen",), "situatie_partner": ("werk",)}
    app = week("Pijnacker-Nootdorp", household=household, children=({}, {}), at="")
    assert screen(app) == "werkdagdelen"

    tap(app, *MONDAY, grid="werkdagdelen")
    assert app.session_state["visit"].household["werkdagdelen"] == MONDAY
    assert screen(press(app, "next")) == "dagdelen-1"
    assert key(app, "dagdelen-1-di_ochtend").label.endswith("ouder is vrij")

    assert screen(press(tap(app, "ma_ochtend"), "next")) == "dagdelen-2"
    assert screen(press(app, "back")) == "dagdelen-1"
    assert key(app, "dagdelen-1-ma_ochtend").value is True
    assert screen(press(app, "back")) == "werkdagdelen"
    assert screen(press(app, "back")) == "cost"


def test_a_change_from_the_check_page_comes_straight_back():
    for button in ("next", "back"):
        app = tap(week(children=({}, {}), back="check"), "ma_ochtend")

        assert screen(press(app, button)) == "check"
        assert answer(app) == ("ma_ochtend",)


def test_another_language_keeps_the_week():
    app = tap(week(), "ma_ochtend")

    app.session_state["visit"].chosen = "en"
    app.run()

    assert key(app, "dagdelen-1-ma_ochtend").value is True
    assert "Half-days chosen: 1." in said(app)


def test_the_address_of_the_question_leads_to_the_week():
    app = week()
    app.query_params["deel"] = "week"
    app.switch_page("questions.py").run()

    assert screen(app) == "dagdelen-1"
