"""A page that breaks: a sentence with a code, two ways on, and nothing that was said is lost."""

import logging
import re

import pytest
from streamlit.testing.v1 import AppTest

from pages import _answers, _broken, _card, _fields, _keeping, _words
from pages._trouble import Trouble
from tests.test_pages import FRAME, choose, key, screen
from tests.test_pages_answer import at, press
from tests.test_pages_pack import SECRET, said

BSN = "999990019"
CODE = re.compile(r"\b[0-9A-F]{8}\b")


def fail(*_, **__):
    raise ValueError(f"invalid literal for int(): '{BSN}'")


@pytest.fixture
def app():
    app = AppTest.from_file(FRAME, default_timeout=20).run()
    choose(app, "Delft")
    return app


def visit(app):
    return app.session_state["visit"]


def is_broken(app) -> bool:
    return screen(app).startswith("broken-")


def test_a_page_that_breaks_tells_a_code_that_is_in_the_log_and_no_reason(app, monkeypatch, caplog):
    monkeypatch.setattr(_answers, "show_answers", fail)
    with caplog.at_level(logging.ERROR):
        app.switch_page("check.py").run()

    assert is_broken(app)
    [told] = [error.value for error in app.error]
    [code] = CODE.findall(told)
    assert code in caplog.text
    assert BSN not in told + caplog.text
    assert "Traceback" not in caplog.text


def test_going_on_leads_to_the_first_page_that_works(app, monkeypatch):
    monkeypatch.setattr(_answers, "show_answers", fail)
    app.switch_page("check.py").run()

    press(app)

    assert screen(app) == "papers"
    assert visit(app).trouble == Trouble()


def test_a_page_that_works_again_is_shown_again(app, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(_answers, "show_answers", fail)
        app.switch_page("check.py").run()
        press(app)

    app.switch_page("check.py").run()

    assert screen(app) == "check"


def test_when_every_page_breaks_it_says_to_save_and_can_be_tried_again(app, monkeypatch):
    monkeypatch.setattr(_words, "explain_terms", fail)
    for page in ("check", "papers", "start"):
        app.switch_page(f"{page}.py").run()  # AppTest follows no switch into the next run
        if page != "start":
            assert "‘Verder’" in app.error[0].value
            press(app)

    assert "Bewaar het nu" in app.error[0].value
    assert key(app, "next").label == "Probeer het opnieuw"
    monkeypatch.undo()
    press(app)
    assert screen(app) == "start"


def test_what_was_filled_in_can_be_saved_from_there(app, monkeypatch):
    monkeypatch.setattr(_answers, "show_answers", fail)
    app.switch_page("check.py").run()

    press(app, "broken_save")
    assert screen(app) == "save"

    app.switch_page("save.py").run()
    press(app)
    assert screen(app) == "papers"


def test_when_the_page_for_saving_breaks_the_file_is_to_be_had_there(app, monkeypatch):
    monkeypatch.setattr("pages._download.cookie", lambda: SECRET)
    monkeypatch.setattr(_keeping, "is_kept", fail)

    app.switch_page("save.py").run()

    assert is_broken(app)
    assert 'class="secret"' in said(app)
    assert re.search(r'href="/download/[\w-]+">Download uw bestand', said(app))
    assert key(app, "next").label == "Verder"


def test_when_nothing_can_be_saved_there_is_still_a_way_on(app, monkeypatch):
    monkeypatch.setattr(_keeping, "is_kept", fail)
    monkeypatch.setattr(_broken, "with_ours", fail)

    app.switch_page("save.py").run()

    assert is_broken(app)
    assert key(app, "next").label == "Verder"


@pytest.mark.parametrize(
    ("question", "fill", "kept"),
    [
        (
            "verhaal",
            lambda app: key(app, "verhaal-text").set_value("Ik lig op bed."),
            "Ik lig op bed.",
        ),
        ("partner", lambda app: key(app, "partner-choice-nl").set_value("Ja"), "ja"),
        ("situatie_ik", lambda app: key(app, "situatie_ik-werk").set_value(True), ["werk"]),
    ],
)
def test_what_stood_in_the_fields_is_still_there(app, monkeypatch, question, fill, kept):
    part = "apply" if question == "verhaal" else "check"
    at(app, question, deel=part)
    with monkeypatch.context() as patch:
        patch.setattr(_card, "as_asked", fail)  # before the fields are looked at
        fill(app)
        press(app)
        assert is_broken(app)
        press(app)

    at(app, question, deel=part)

    assert visit(app).typed[(None, question)] == kept


def test_a_question_that_breaks_does_not_break_the_others(app, monkeypatch):
    at(app, "partner")
    monkeypatch.setattr(
        _fields, "ask", lambda question, *_, **__: question.id == "partner" and fail()
    )
    app.run()
    assert is_broken(app)

    at(app, "situatie_ik")
    assert screen(app) == "situatie_ik"


def test_a_visitor_who_chose_nothing_yet_has_nothing_to_save(monkeypatch):
    monkeypatch.setattr(_words, "explain_terms", fail)
    app = AppTest.from_file(FRAME, default_timeout=20).run()

    assert is_broken(app)
    assert "broken_save" not in [button.key for button in app.button]
