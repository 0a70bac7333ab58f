"""Adding files to a paper, without a browser and without reading real files."""

import pytest
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.testing.v1 import AppTest

from pages import _attaching
from smi_core.answers import PaperState
from smi_core.attached import Attachment, Line, PageImage
from smi_core.uploads import UploadRefused
from tests.test_pages import FRAME, choose, key, screen

PAPER = "inkomen"
SHEET = PageImage(width=2, height=3, coding="jpeg", colour="grey", data=b"the pixels")
READ_ALOUD = SHEET.model_copy(
    update={"lines": (Line(text="<b>Verklaring</b>", left=0, top=0, width=9, height=9),)}
)


def fake(name, data, paper):
    """Takes everything in as its name says: `kapot.*` is refused, `2-*` has two sheets."""
    if name.startswith("kapot"):
        raise UploadRefused("damaged")
    pages = (SHEET, READ_ALOUD) if name.startswith("2-") else (SHEET,)
    original = data if name.startswith("getekend") else None
    removed = ("location",) if name.endswith("jpg") else ()
    return Attachment(
        paper=paper, name=name, kind="document", pages=pages, removed=removed, original=original
    )


@pytest.fixture
def app(monkeypatch):
    """On the page of one paper, in a municipality that asks for it."""
    monkeypatch.setattr(_attaching, "take_in", fake)
    app = AppTest.from_file(FRAME, default_timeout=20).run()
    choose(app)
    app.session_state["visit"].applies_anyway = True
    app.query_params["papier"] = PAPER
    go_to(app, "paper.py")
    assert screen(app) == f"paper-{PAPER}-0"
    return app


def go_to(app, page):
    """Open a page; AppTest would begin every later run there too, wherever a button led."""
    app.switch_page(page).run()
    app._page_hash = ""
    return app


def upload(app, *names):
    [uploader] = app.file_uploader
    return uploader.set_value([(name, b"raw bytes", "application/pdf") for name in names]).run()


def press(app, name):
    return key(app, name).click().run()


def said(app) -> str:
    return "\n".join(html.value for html in app.html)


def added(app) -> list[str]:
    return [one.name for one in app.session_state["visit"].attaching.added]


def test_a_file_is_looked_at_before_it_is_added(app):
    upload(app, "brief.jpg")

    assert app.title[0].value == "Kunt u alles lezen?"
    assert added(app) == []
    assert 'src="data:image/jpeg;base64,dGhlIHBpeGVscw=="' in said(app)
    assert 'alt="Blad 1 van 1 van brief.jpg"' in said(app)
    assert "de plaats waar de foto is gemaakt" in said(app)

    press(app, "next")

    assert screen(app) == f"paper-{PAPER}-1"
    assert "brief.jpg: 1 blad, 1 kB" in said(app)
    assert app.session_state["visit"].papers[PAPER].state == "have"


def test_a_file_that_cannot_be_read_is_forgotten(app):
    upload(app, "brief.pdf")

    press(app, "no-1")

    assert screen(app) == f"paper-{PAPER}-0"
    assert added(app) == []
    assert PAPER not in app.session_state["visit"].papers


def test_a_refused_file_says_what_to_do_and_leaves_the_others(app):
    upload(app, "een.pdf", "kapot.pdf", "twee.pdf")

    assert "kapot.pdf: Dit bestand is kapot of niet compleet." in said(app)
    assert 'id="error-summary"' in said(app)
    assert "Zo komt een.pdf in uw pakket." in said(app)

    press(app, "next")
    assert "Zo komt twee.pdf in uw pakket." in said(app)
    assert "kapot.pdf" not in said(app)

    press(app, "next")
    assert "kapot.pdf: Dit bestand is kapot" in said(app)
    assert 'id="error-summary"' not in said(app)
    assert added(app) == ["een.pdf", "twee.pdf"]


def test_a_refusal_does_not_stand_above_the_next_sheet(app):
    upload(app, "kapot.pdf", "2-bladen.pdf")
    assert "kapot.pdf" in said(app)

    press(app, "next_sheet")

    assert "kapot.pdf" not in said(app)


def test_a_refusal_is_over_with_the_next_file(app):
    upload(app, "kapot.pdf")
    assert screen(app) == f"paper-{PAPER}-0"

    upload(app, "goed.pdf")

    assert "kapot" not in said(app)


def test_every_sheet_can_be_seen_before_deciding(app):
    upload(app, "2-bladen.pdf")
    assert app.title[0].value == "Kunt u blad 1 van 2 lezen?"

    assert key(app, "next").label == "Ja, voeg alle 2 bladen toe"

    press(app, "next_sheet")
    assert app.title[0].value == "Kunt u blad 2 van 2 lezen?"
    assert "&lt;b&gt;Verklaring&lt;/b&gt;" in said(app)

    press(app, "next")
    assert "2-bladen.pdf: 2 bladen, 1 kB" in said(app)


def test_a_signed_file_is_said_to_go_along_unchanged(app):
    upload(app, "getekend.pdf")

    assert "Het origineel gaat ongewijzigd mee." in said(app)


def test_an_added_file_can_be_taken_out(app):
    upload(app, "een.pdf", "twee.pdf")
    press(app, "next")
    press(app, "next")

    press(app, "remove-2-0")

    assert added(app) == ["twee.pdf"]
    assert app.session_state["visit"].papers[PAPER].state == "have"


def row(app, paper=PAPER) -> str:
    """What stands on the row of one paper in the list."""
    return key(app, f"open-{paper}").label


def state_of(app, paper=PAPER):
    return app.session_state["visit"].papers.get(paper)


def say_state(app, state, paper=PAPER):
    [radio] = [one for one in app.radio if one.key.startswith(f"paper-{paper}-")]
    return radio.set_value(state).run()


def test_the_list_of_papers_shows_what_was_added_and_what_waits(app):
    upload(app, "een.pdf", "twee.pdf")
    press(app, "next")
    press(app, "back")
    assert "Er wacht een bestand" in row(app)

    press(app, f"open-{PAPER}")
    press(app, "next")
    press(app, "back")
    assert "Ik heb het, 2 bestanden" in row(app)


def test_the_way_back_starts_at_the_same_paper(app):
    press(app, "back")

    assert screen(app) == "papers"
    assert f'data-start="open-{PAPER}"' in said(app)


def test_the_list_says_how_many_papers_are_settled(app):
    press(app, "back")
    assert "Klaar: 0 van 5" in said(app)

    for paper, state in ((PAPER, "cannot"), ("cjg_advies", "asked")):
        press(app, f"open-{paper}")
        say_state(app, state, paper)
        press(app, "back")

    assert "Klaar: 1 van 5" in said(app)


def test_one_card_leads_to_the_next_and_the_last_to_the_list(app):
    press(app, "back")
    ids = [b.key.removeprefix("open-") for b in app.button if str(b.key).startswith("open-")]
    press(app, f"open-{ids[0]}")

    for paper in ids:
        assert screen(app) == f"paper-{paper}-0"
        press(app, "next")

    assert screen(app) == "papers"


@pytest.mark.parametrize(
    ("state", "asked"),
    [
        ("asked", "bij wie"),
        ("cannot", "Waarom krijgt u het niet"),
        ("not_applicable", "niet voor u"),
    ],
)
def test_what_is_asked_with_a_state_fits_it_and_is_kept(app, state, asked):
    say_state(app, state)
    [note] = app.text_input
    assert asked in note.label
    note.set_value("3 november, bij de opvang").run()

    press(app, "back")
    press(app, f"open-{PAPER}")

    assert (state_of(app).state, state_of(app).note) == (state, "3 november, bij de opvang")
    assert app.text_input[0].value == "3 november, bij de opvang"


def test_the_reason_for_one_state_is_not_taken_for_that_of_another(app):
    say_state(app, "asked")
    app.text_input[0].set_value("3 november").run()

    say_state(app, "cannot")

    assert state_of(app).note == ""


@pytest.mark.parametrize(("state", "uploaders"), [("have", 1), ("asked", 0), ("cannot", 0)])
def test_a_file_is_asked_for_only_while_there_can_be_one(app, state, uploaders):
    say_state(app, state)

    assert len(app.file_uploader) == uploaders


@pytest.mark.parametrize("before", [None, PaperState(state="asked", note="sinds 3 november")])
def test_with_the_last_file_gone_what_was_said_before_holds_again(app, before):
    mine = app.session_state["visit"]
    mine.papers |= {PAPER: before} if before else {}
    mine.attaching.take(PAPER, [("een.pdf", b""), ("twee.pdf", b"")])
    app.run()
    press(app, "next")
    press(app, "next")
    assert state_of(app).state == "have"

    press(app, "remove-2-1")
    assert state_of(app).state == "have"
    press(app, "remove-1-0")

    assert state_of(app) == before
    assert key(app, f"paper-{PAPER}-nl-0").value == (before.state if before else "none")


def test_what_is_said_after_a_file_came_outlasts_it(app):
    upload(app, "een.pdf")
    press(app, "next")
    say_state(app, "not_applicable")

    press(app, "remove-1-0")

    assert state_of(app).state == "not_applicable"


def test_a_question_of_the_municipality_leads_to_where_it_is_answered(app):
    app.session_state["visit"].municipality = "pijnacker-nootdorp"
    app.session_state["visit"].household["therapie"] = "ja"
    go_to(app, "papers.py")
    assert "Nog niet beantwoord" in row(app, "therapie")

    press(app, "open-therapie")

    assert screen(app) == "therapie_wanneer"
    app.text_area[0].set_value("Elke maandag").run()
    press(app, "next")
    assert screen(app) == "papers"
    assert 'data-start="open-therapie"' in said(app)
    assert "Beantwoord" in row(app, "therapie")


def test_questions_that_are_part_of_the_story_begin_at_the_first_open_one(app):
    app.session_state["visit"].municipality = "pijnacker-nootdorp"
    app.session_state["visit"].household["verhaal"] = "Het lukt niet."
    go_to(app, "papers.py")

    press(app, "open-vragen")

    assert screen(app) == "hoelang_nodig"
    assert "terug" not in app.query_params


@pytest.mark.parametrize(
    ("limit", "most", "reason"),
    [("MOST_FILES", 1, "al 40 bestanden"), ("MOST_TOGETHER", 15, "meer dan 55 MB")],
)
def test_there_is_an_end_to_what_one_visit_holds(app, monkeypatch, limit, most, reason):
    monkeypatch.setattr(_attaching, limit, most)

    upload(app, "een.pdf", "twee.pdf")

    assert reason in said(app)
    press(app, "next")
    assert added(app) == ["een.pdf"]


def test_an_upload_is_not_kept_as_it_came(app, monkeypatch):
    let_go = []
    monkeypatch.setattr(
        MemoryUploadedFileManager, "remove_file", lambda _, session, file: let_go.append(file)
    )

    upload(app, "een.pdf", "kapot.pdf")

    assert len(let_go) == 2


def test_who_presses_something_while_files_are_read_loses_none(app, monkeypatch):
    def take_in_while_stopped(name, data, paper):
        context = get_script_run_ctx()
        assert context
        context.session_state._yield_callback.__self__.request_stop()
        return fake(name, data, paper)

    monkeypatch.setattr(_attaching, "take_in", take_in_while_stopped)

    upload(app, "een.pdf", "brief.jpg")

    waiting = app.session_state["visit"].attaching.waiting
    assert [one.name for one in waiting] == ["een.pdf", "brief.jpg"]


def test_a_second_tap_takes_no_other_file_out(app):
    upload(app, "een.pdf", "twee.pdf")
    press(app, "next")
    press(app, "next")

    press(app, "remove-2-0")

    assert "remove-2-0" not in {button.key for button in app.button}
    assert added(app) == ["twee.pdf"]


def note_of(app, state):
    return key(app, f"note-{PAPER}-nl-{state}")


def test_a_note_is_there_again_for_who_comes_back_to_it(app):
    say_state(app, "asked")
    note_of(app, "asked").set_value("bij de huisarts").run()
    say_state(app, "have")
    assert state_of(app).note == ""

    say_state(app, "asked")

    assert note_of(app, "asked").value == "bij de huisarts"
    assert state_of(app).note == "bij de huisarts"


def test_what_was_said_between_two_files_holds_again_without_them(app):
    upload(app, "een.pdf")
    press(app, "next")
    say_state(app, "asked")
    note_of(app, "asked").set_value("de rest nog").run()
    upload(app, "twee.pdf")
    press(app, "next")
    assert state_of(app).state == "have"

    press(app, "remove-2-0")
    press(app, "remove-1-0")

    assert (state_of(app).state, state_of(app).note) == ("asked", "de rest nog")


def test_a_crash_while_reading_leaves_a_fresh_uploader(app, monkeypatch):
    def crash(*_):
        raise RuntimeError("12345")

    monkeypatch.setattr(_attaching, "take_in", crash)
    upload(app, "een.pdf")
    assert screen(app).startswith("broken-")

    press(app, "next")
    app.query_params["papier"] = PAPER
    app.switch_page("paper.py").run()

    assert screen(app) == f"paper-{PAPER}-0"
    assert len(app.file_uploader) == 1


@pytest.mark.parametrize("paper", ["bestaat_niet", ""])
def test_only_a_paper_on_the_list_takes_files(app, paper):
    app.query_params["papier"] = paper

    app.run()

    assert screen(app) == "papers"


def test_who_comes_from_the_check_page_goes_back_to_it(app):
    go_to(app, "check.py")
    assert "Stukken over uw inkomen" in said(app)
    assert "Nog niets gedaan" in said(app)

    app.query_params["terug"] = "check"
    go_to(app, "papers.py")
    press(app, f"open-{PAPER}")
    say_state(app, "asked")
    press(app, "back")
    press(app, "next")

    assert screen(app) == "check"
    assert "Ik vraag het aan" in said(app)


def test_a_letter_has_a_name_in_the_words_of_the_visitor(app, monkeypatch):
    offered = []
    monkeypatch.setattr(
        "pages._letters.link", lambda label, file, about: offered.append(file.name) or ""
    )

    app.run()
    assert set(offered) == {"inkomensverklaring-vragen.pdf", "inkomensverklaring-vragen.docx"}

    offered.clear()
    key(app, "language-en").click().run()
    assert "ask-for-income-statement.pdf" in offered


def test_who_has_a_paper_needs_no_letter_for_it(app):
    assert "De brief is in het Nederlands" in said(app)

    say_state(app, "have").run()

    assert "De brief is in het Nederlands" not in said(app)
