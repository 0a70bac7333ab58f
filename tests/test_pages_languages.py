"""The pages in a language that says a part: one language on a screen, and nothing lost."""

import json
import re
from datetime import date
from html.parser import HTMLParser

import pytest
from streamlit.testing.v1 import AppTest

from pages._fields import key_of
from smi_core.case import work_out
from smi_core.content import load_guide, load_partial, load_scheme, load_steps, municipalities
from smi_core.draft import read
from smi_core.flow import cards
from smi_core.questions import questions_of
from tests.language.reading import ROOT
from tests.test_pages import FRAME, key, screen

DAY = date(2026, 11, 22)
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
LATIN_WORD = re.compile(r"[a-zà-ÿ]{3,}")
"""A word in small letters; names of towns and letters such as SMI are the same everywhere."""
SPOKEN = load_partial("uk")
NAMES = {"Nederlands", "English", *(load_scheme(m).municipality.nl for m in municipalities())}
QUESTIONS = questions_of(load_steps())


@pytest.fixture
def app():
    app = AppTest.from_file(FRAME, default_timeout=20).run()
    return press(app, "language-uk")


def choose(app, municipality="Delft"):
    key(app, "municipality-choice-uk").set_value(municipality)
    return key(app, "next").click().run()


def fill(app, municipality):
    """A family of the examples, whose children have a name that is in no other alphabet."""
    text = (ROOT / "examples" / f"{municipality}.json").read_text("utf-8")
    given, _ = read(json.loads(text), load_guide(municipality).steps, DAY)
    mine = app.session_state["visit"]
    mine.municipality = municipality
    mine.household = dict(given.household)
    mine.children = [{**child, "kind_naam": "Олена"} for child in given.children]
    return given


def at(app, question):
    """On the screen of one question."""
    settle(app)
    app.query_params["vraag"] = question
    app.switch_page("questions.py").run()
    assert screen(app) == question


def settle(app):
    """Choose again what is chosen: AppTest knows options by their labels alone."""
    mine = app.session_state["visit"]
    for radio in (radio for radio in app.radio if mine.municipality and radio.value):
        town = load_scheme(mine.municipality).municipality
        options = QUESTIONS[radio.key.partition("-")[0]].options
        for option in options:
            if option.value == radio.value:
                radio.set_value(option.label.about(mine.language, town))


def press(app, name):
    settle(app)
    return key(app, name).click().run()


class Reader(HTMLParser):
    """The texts of a piece of HTML, without those that are marked as being in Dutch."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[bool] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag not in {"br", "img", "input", "hr"}:
            self.open.append(dict(attrs).get("lang") == "nl")

    def handle_endtag(self, tag):
        if self.open:
            self.open.pop()

    def handle_data(self, data):
        if data.strip() and not any(self.open):
            self.texts.append(data.strip())


def shown(app) -> list[str]:
    """Every text on the screen that should be in the language of the visitor."""
    reader = Reader()
    for html in app.html:
        reader.feed(html.value)
    widgets = [*app.button, *app.checkbox, *app.radio, *app.text_input, *app.text_area]
    options = [option for radio in app.radio for option in radio.options]
    texts = [*reader.texts, *(w.label for w in widgets), *options, *(t.value for t in app.title)]
    return [*texts, *(header.value for header in app.header)]


def in_another_language(app) -> list[str]:
    return [
        text
        for text in shown(app)
        if LATIN_WORD.search(text) and not CYRILLIC.search(text) and text not in NAMES
    ]


def spoken(app) -> str:
    marker = next(html.value for html in app.html if "data-lang" in html.value)
    return marker.split('data-lang="')[1].split('"')[0]


def said(app) -> str:
    return "\n".join(html.value for html in app.html)


def test_the_first_page_speaks_the_language_that_was_chosen(app):
    assert spoken(app) == "uk"
    assert app.title[0].value == "Догляд за дитиною через муніципалітет"
    assert in_another_language(app) == []


@pytest.mark.parametrize("municipality", municipalities())
def test_every_screen_up_to_the_answer_speaks_one_language(app, municipality):
    answers = fill(app, municipality)
    case = work_out(load_guide(municipality), answers, DAY)
    mixed = {}

    for card in cards(case.route.screens, "check"):
        at(app, key_of((card.child, card.questions[0].id)))
        mixed[screen(app)] = in_another_language(app)
    for page in ("children", "result"):
        settle(app)
        app.switch_page(f"{page}.py").run()
        mixed[screen(app)] = in_another_language(app)

    assert len(mixed) > 20
    assert {name: texts for name, texts in mixed.items() if texts} == {}


def test_the_page_on_another_allowance_speaks_one_language(app):
    fill(app, "delft")
    app.session_state["visit"].household |= {"kot_krijgt": "ja"}

    app.switch_page("kot.py").run()

    assert screen(app) == "kot"
    assert in_another_language(app) == []


@pytest.mark.parametrize("page", ["start", "questions", "children", "result"])
def test_a_translation_that_nobody_checked_says_so_on_each_screen(app, page):
    fill(app, "delft")

    app.switch_page(f"{page}.py").run()

    assert f'lang="uk" dir="ltr">{SPOKEN.unreviewed}' in said(app)


@pytest.mark.parametrize("page", ["cost", "week", "papers", "check", "pack", "save"])
def test_a_page_without_the_language_is_in_dutch_and_says_so(app, page):
    fill(app, "delft")

    app.switch_page(f"{page}.py").run()

    assert not app.exception
    assert spoken(app) == "nl"
    assert f'lang="uk" dir="ltr">{SPOKEN.only_dutch}' in said(app)
    assert not CYRILLIC.search(app.title[0].value)


def test_a_later_question_is_in_dutch_and_the_way_back_in_the_language(app):
    fill(app, "delft")
    app.query_params["deel"] = "cost"
    app.switch_page("questions.py").run()
    assert spoken(app) == "nl"

    app.switch_page("result.py").run()

    assert spoken(app) == "uk"


def test_what_was_chosen_stays_when_the_language_changes(app):
    choose(app)
    key(app, "woont_in_gemeente-choice-uk").set_value("Ні").run()

    press(app, "language-en")

    assert key(app, "woont_in_gemeente-choice-en").value == "nee"
    assert app.title[0].value == "Do you live in Delft?"


def test_what_was_typed_stays_when_the_language_changes_though_it_is_no_answer(app):
    choose(app)
    at(app, "geboortedatum-1")
    key(app, "geboortedatum-1-text").set_value("31 februari").run()

    key(app, "language-nl").click().run()

    assert key(app, "geboortedatum-1-text").value == "31 februari"
    assert spoken(app) == "nl"


def test_wiping_keeps_the_language(app):
    choose(app)

    key(app, "wipe").click().run()
    key(app, "wipe_yes").click().run()

    assert screen(app) == "start"
    assert spoken(app) == "uk"


def test_a_question_explains_the_official_words_in_it(app):
    choose(app)
    at(app, "kot_krijgt")
    assert "<summary>Що означає «допомога на догляд" in said(app)

    key(app, "language-nl").click().run()

    assert "<summary>Wat betekent ‘kinderopvangtoeslag’?</summary>" in said(app)
    assert "Geld van de Belastingdienst voor kinderopvang." in said(app)


def test_a_question_without_official_words_explains_none(app):
    choose(app)

    assert "<summary>Що означає" not in said(app)
