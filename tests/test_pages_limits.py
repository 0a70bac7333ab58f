"""What a page keeps has a bound on the server, whatever a browser lets through."""

import pytest
from streamlit.testing.v1 import AppTest

from smi_core.answers import LONGEST_NOTE
from smi_core.draft import MOST_CHILDREN
from tests.test_pages import FRAME, choose, key, screen
from web.limits import LONGEST_LINE, LONGEST_STORY


@pytest.fixture
def app():
    app = AppTest.from_file(FRAME, default_timeout=20).run()
    choose(app)
    return app


def typed(app) -> list[str]:
    return [text for text in app.session_state["visit"].typed.values() if isinstance(text, str)]


def at(app, question, part):
    app.query_params["vraag"] = question
    app.query_params["deel"] = part
    app.switch_page("questions.py").run()
    assert screen(app) == question


@pytest.mark.parametrize(
    ("question", "part", "longest"),
    [("verhaal_kind", "apply", LONGEST_STORY), ("geboortedatum-1", "check", LONGEST_LINE)],
)
def test_a_field_keeps_so_much_and_says_what_is_wrong(app, question, part, longest):
    at(app, question, part)
    field = f"{question}-text"

    key(app, field).set_value("é" * 100_000)
    key(app, "next").click().run()

    assert screen(app) == question
    assert max(map(len, typed(app))) == longest
    assert app.session_state["visit"].errors
    assert key(app, field).value.startswith("é" * 100)


def test_a_note_at_a_paper_keeps_so_much(app):
    app.session_state["visit"].applies_anyway = True
    app.query_params["papier"] = "inkomen"
    app.switch_page("paper.py").run()
    app.radio[0].set_value("asked").run()

    app.text_input[0].set_value("é" * 100_000).run()

    assert len(app.session_state["visit"].papers["inkomen"].note) == LONGEST_NOTE


def test_there_are_so_many_children_and_no_more(app):
    visit = app.session_state["visit"]
    visit.children = [{} for _ in range(MOST_CHILDREN - 1)]
    app.switch_page("children.py").run()
    assert key(app, "add_child")

    visit.children.append({})
    app.run()

    with pytest.raises(KeyError):
        key(app, "add_child")
