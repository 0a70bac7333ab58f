"""The pages beside the way through, and the way back from them."""

from pages._recording import record
from tests.test_pages import app, choose, key, screen

__all__ = ["app"]  # the fixture


def reach_a_question(app):
    choose(app)
    key(app, "woont_in_gemeente-choice-nl").set_value("Ja")
    key(app, "next").click().run()
    return screen(app)


def test_the_statement_can_be_read_before_anything_is_chosen(app):
    key(app, "accessibility").click().run()

    assert not app.exception
    assert app.title[0].value == "Toegankelijkheid"
    assert any("Nationale ombudsman" in html.value for html in app.html)

    key(app, "back").click().run()
    assert screen(app) == "start"


def test_the_statement_leads_back_to_the_question(app):
    question = reach_a_question(app)

    key(app, "accessibility").click().run()
    assert screen(app) == "accessibility"
    key(app, "next").click().run()

    assert screen(app) == question
    assert app.session_state["visit"].household == {"woont_in_gemeente": "ja"}


def test_what_others_add_to_an_address_is_not_taken_along(app):
    question = reach_a_question(app)
    app.query_params["_gl"] = "x" * 1000
    app.query_params["regel"] = "x" * 1000

    key(app, "accessibility").click().run()

    page, query = app.session_state["visit"].came_from
    assert page == "questions"
    assert not {"_gl", "regel"} & query.keys()
    assert record(app.session_state["visit"])  # it can be kept
    key(app, "next").click().run()
    assert screen(app) == question


def test_from_one_page_beside_the_way_to_the_other_and_back_to_the_question(app):
    question = reach_a_question(app)

    key(app, "accessibility").click().run()
    key(app, "save").click().run()
    assert screen(app) == "save"
    key(app, "next").click().run()

    assert screen(app) == question


def test_leaving_at_once_forgets_everything_on_the_server(app):
    reach_a_question(app)
    assert app.session_state["visit"].holds_something()

    key(app, "leave").click().run()

    assert not app.session_state["visit"].holds_something()
    assert app.session_state["visit"].municipality is None
    assert not app.title  # nothing is drawn any more
