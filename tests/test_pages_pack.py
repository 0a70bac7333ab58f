"""The pack on the screen and the way back from it, without drawing or reading a pack."""

import re
from datetime import date, timedelta

import pytest
from icalendar import Calendar
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.testing.v1 import AppTest

from pages import _packing, _reopening
from smi_core.answers import Answers, PaperState
from smi_core.attached import Attachment, PageImage
from smi_core.content import load_scheme
from smi_core.draft import Refused
from smi_core.pack import Fitted, Reopened
from smi_core.passphrases import new_passphrase
from smi_core.uploads import PackRefused
from tests.test_pages import FRAME, choose, key, screen
from web.downloads import DOWNLOADS

SHEET = PageImage(width=2, height=3, coding="jpeg", colour="grey", data=b"the pixels")
LETTER = Attachment(paper="inkomen", name="inkomen.pdf", kind="document", pages=(SHEET,))
SECRET = "s" * 43
TODAY = date(2026, 11, 22)
BEEMSTER = "Beemster (sinds 2022 gemeente Purmerend)"


def opened_app() -> AppTest:
    return AppTest.from_file(FRAME, default_timeout=20).run()


def said(app) -> str:
    shown = [*app.html, *app.warning, *app.markdown]
    return "\n".join(element.value for element in shown)


def text_of(html: str) -> str:
    return re.sub(r"<[^>]+>", " ", html)


# --- the pack


@pytest.fixture
def made(monkeypatch):
    """What was asked of the maker of packs; the answer can be set."""
    asked = []
    answer = {"size": 1_234_000, "is_smaller": False}

    def fit(case, attachments):
        asked.append(tuple(attachments))
        return Fitted(
            attachments=tuple(attachments),
            is_smaller=answer["is_smaller"],
            size=answer["size"],
            most=7_000_000 if case.guide.scheme.channel.kind == "email" else None,
        )

    monkeypatch.setattr(_packing, "fit", fit)
    monkeypatch.setattr(_packing, "make_pack", lambda case, attachments: b"%" * answer["size"])
    monkeypatch.setattr(_packing, "encrypt", lambda pdf, password: password.encode())
    monkeypatch.setattr(_packing, "make_zip", lambda case, attachments: b"PK")
    monkeypatch.setattr("pages._download.cookie", lambda: SECRET)
    return asked, answer


def pack_page(municipality, *files):
    app = opened_app()
    choose(app, municipality)
    app.session_state["visit"].attaching.added.extend(files)
    app.switch_page("pack.py").run()
    assert not app.exception
    return app


def taken(app, label) -> bytes:
    """What the link with this label gives."""
    [token] = re.findall(rf'href="/download/([\w-]+)">{re.escape(label)}', said(app))
    offer = DOWNLOADS.take(SECRET, token)
    assert offer is not None
    return offer.make()


def test_by_email_there_is_a_mail_to_copy_and_the_size(made):
    app = pack_page("Alkmaar")

    assert "Het pakket is 1,2 MB; 7 MB is de grens voor een e-mail." in said(app)
    assert "smi@alkmaar.nl</textarea>" in said(app)
    assert "Geachte heer of mevrouw," in said(app)
    assert "BSN" in app.warning[0].value


def test_the_mail_link_says_nothing_of_the_family(made):
    app = opened_app()
    choose(app, "Alkmaar")
    app.session_state["visit"].household.update(naam="Özlem Testova", bsn="999990019")
    app.switch_page("pack.py").run()

    [target] = re.findall(r'href="(mailto:[^"]*)"', said(app))

    assert target.startswith("mailto:smi@alkmaar.nl?subject=")
    assert "body" not in target
    assert "zlem" not in target
    assert "Özlem Testova" in said(app)


def test_a_pack_with_a_password_opens_with_what_is_on_the_screen(made):
    app = pack_page("Alkmaar")

    key(app, "lock").check().run()
    [password] = re.findall(r'class="secret">([^<]+)<', said(app))

    assert taken(app, "Download uw pakket met wachtwoord (pdf)") == password.encode()
    assert "Download uw pakket (pdf)" not in said(app)
    assert "Het bestand is op slot." in said(app)

    app.run()
    assert password in said(app)
    app.switch_page("check.py").run()
    app.switch_page("pack.py").run()
    assert password in said(app)

    key(app, "lock").uncheck().run()
    assert password not in said(app)
    key(app, "lock").check().run()
    assert password not in said(app)


def test_passwords_differ_and_can_be_read_aloud():
    passwords = {new_passphrase() for _ in range(50)}

    assert len(passwords) == 50
    assert all(re.fullmatch(r"([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}", p) for p in passwords)


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ({"is_smaller": True}, "kleiner gemaakt, zodat het pakket past"),
        ({"is_smaller": True, "size": 7_000_001}, "Haal bestanden weg"),
    ],
)
def test_what_was_done_to_fit_is_said(made, answer, sentence):
    made[1].update(answer)

    assert sentence in said(pack_page("Alkmaar", LETTER))


def test_for_a_form_the_attachments_come_apart(made):
    app = pack_page("Lansingerland", LETTER)

    assert taken(app, "Download uw pakket (pdf)").startswith(b"%")
    assert taken(app, "Download uw bijlagen (zip)") == b"PK"
    assert "wachtwoord" not in text_of(said(app))


def test_without_attachments_there_is_nothing_to_put_in_a_form(made):
    app = pack_page("Lansingerland")

    assert "(zip)" not in said(app)
    assert "U heeft geen bestanden toegevoegd." in said(app)


@pytest.mark.parametrize(
    ("municipality", "where"),
    [
        ("Delft", "De tekst zegt niet waar u het inlevert. Vraag dat bij de gemeente."),
        (BEEMSTER, "Vraag dit de gemeente Purmerend."),
    ],
)
def test_on_paper_it_is_printed_and_the_unknown_is_asked_once(made, municipality, where):
    app = pack_page(municipality)

    assert "Print het pakket" in said(app)
    assert said(app).count(where) == 1


def test_the_last_page_begins_with_what_to_do_and_ends_with_erasing(made):
    app = pack_page("Alkmaar")
    text = text_of(said(app))

    assert app.title[0].value == "Dit moet u doen"
    assert text.index("Zet uw handtekening") < text.index("U mailt alles in één keer")
    assert text.index("U mailt alles in één keer") < text.index("Download uw pakket (pdf)")
    assert text.index("Daarna krijgt u een besluit.") < text.index("Kies daarna hieronder")
    assert text.count("U mailt alles in één keer") == 1


@pytest.mark.parametrize(("municipality", "warns"), [("Alkmaar", True), ("Delft", False)])
def test_not_to_sign_yet_is_said_where_the_town_says_so(made, municipality, warns):
    lists = [html.value for html in pack_page(municipality).html if "<ul>" in html.value]

    assert any("pas uw handtekening onder het contract" in one for one in lists) == warns


def test_the_days_go_into_a_calendar(made):
    app = opened_app()
    choose(app, BEEMSTER)
    app.session_state["visit"].household["begindatum"] = TODAY + timedelta(weeks=20)
    app.session_state["today"] = TODAY
    app.switch_page("pack.py").run()

    [first, *_] = Calendar.from_ical(taken(app, "Zet deze dagen in uw agenda (ics)")).events

    assert first["dtstart"].dt == TODAY + timedelta(weeks=12)


def test_without_days_there_is_no_calendar(made):
    assert "agenda" not in said(pack_page("Delft"))


def test_papers_count_as_open_until_there_is_a_file_or_a_word_of_the_parent(made):
    app = pack_page("Delft")
    number = open_papers(app)
    papers = [paper.id for paper in load_scheme("delft").papers if paper.kind == "enclose"]
    mine = app.session_state["visit"]

    mine.papers[papers[0]] = PaperState(state="have")
    assert open_papers(app.run()) == number - 1
    mine.papers[papers[0]] = PaperState(state="asked", note="vorige week")
    assert open_papers(app.run()) == number
    mine.attaching.added.append(LETTER.model_copy(update={"paper": papers[0]}))
    assert open_papers(app.run()) == number - 1

    key(app, "papers").click().run()
    assert screen(app) == "papers"


def open_papers(app) -> int:
    [number] = re.findall(r"Papieren die nog ontbreken: (\d+)", said(app))
    return int(number)


def test_a_file_that_waits_is_said_not_to_be_in_the_pack(made):
    app = opened_app()
    choose(app, "Delft")
    app.session_state["visit"].attaching.waiting.append(LETTER)
    app.switch_page("pack.py").run()

    assert any("wacht nog een bestand" in warning.value for warning in app.warning)


def test_a_pack_is_made_again_only_when_something_changed(made):
    asked, _ = made
    app = pack_page("Delft", LETTER)
    app.run()
    assert asked == [(LETTER,)]

    app.session_state["visit"].attaching.added.clear()
    app.run()
    assert asked == [(LETTER,), ()]


def test_wiping_takes_back_the_downloads_that_stand_open(made, monkeypatch):
    monkeypatch.setattr("pages._keeping.cookie", lambda: SECRET)
    app = pack_page("Delft")
    [token] = re.findall(r'href="/download/([\w-]+)"', said(app))

    key(app, "wipe").click().run()
    key(app, "wipe_yes").click().run()

    assert DOWNLOADS.take(SECRET, token) is None


def test_wiping_forgets_files_that_nobody_looked_at_yet(monkeypatch):
    forgotten = []
    monkeypatch.setattr(
        MemoryUploadedFileManager, "remove_session_files", lambda _, one: forgotten.append(one)
    )
    app = opened_app()
    choose(app, "Delft")
    app.switch_page("papers.py").run()

    key(app, "wipe").click().run()
    key(app, "wipe_yes").click().run()

    assert len(forgotten) == 1


# --- the way back

BACK = Reopened(
    municipality="delft",
    answers=Answers(
        household={"naam": "Test Testova"},
        children=({"kind_naam": "Noor"}, {}),
        papers={"inkomen": PaperState(state="asked", note="vorige week")},
        applies_anyway=True,
    ),
    refused=(),
    attachments=(LETTER,),
    lost=(),
)


def bring(monkeypatch, outcome, app=None):
    """Bring a pack, with this as what comes of it."""

    def reopen(data, on):
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    monkeypatch.setattr(_reopening, "reopen", reopen)
    app = app or opened_app()
    app.switch_page("reopen.py").run()
    [uploader] = app.file_uploader
    return uploader.set_value([("pakket.pdf", b"%PDF", "application/pdf")]).run()


def test_the_first_page_leads_to_opening_a_pack():
    app = opened_app()

    key(app, "have_pack").click().run()

    assert screen(app) == "reopen"


def test_everything_in_a_pack_comes_back(monkeypatch):
    app = bring(monkeypatch, BACK)

    assert screen(app) == "reopen-done"
    mine = app.session_state["visit"]
    assert mine.municipality == "delft"
    assert mine.household == {"naam": "Test Testova"}
    assert mine.children == [{"kind_naam": "Noor"}, {}]
    assert mine.papers["inkomen"].note == "vorige week"
    assert mine.applies_anyway
    assert mine.attaching.added == [LETTER]

    key(app, "next").click().run()
    assert screen(app) == "check"
    assert "Test Testova" in said(app)


def test_a_pack_is_not_kept_as_it_came(monkeypatch):
    let_go = []
    monkeypatch.setattr(
        MemoryUploadedFileManager, "remove_file", lambda _, session, file: let_go.append(file)
    )

    bring(monkeypatch, PackRefused("damaged"))

    assert len(let_go) == 1


def test_what_does_not_fit_any_more_is_named(monkeypatch):
    refused = (
        Refused(where="household.partner", question="partner", reason="not_a_choice"),
        Refused(where="household.kleur", reason="unknown_question"),
        Refused(where="children[0].kind_bsn", question="kind_bsn", reason="bsn"),
        Refused(where="kind_bsn-2", question="kind_bsn", reason="bsn"),
    )

    app = bring(
        monkeypatch, BACK.model_copy(update={"refused": refused, "lost": ("ouderschapsplan.pdf",)})
    )

    [asked_again] = [
        html.value for html in app.html if "het bestand ouderschapsplan.pdf" in html.value
    ]
    assert "Woont samen met een partner" in asked_again
    assert "iets wat wij nu anders vragen" in asked_again
    assert "BSN van het kind (Noor)" in asked_again
    assert "BSN van het kind (Kind 2)" in asked_again


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ("signed", "heeft een digitale handtekening"),
        ("scanned", "Dit is een scan of foto."),
        ("printed", "Dit is een print van uw pakket"),
        ("unknown_municipality", "staat niet meer op deze website"),
        ("too_much_memory", "Dit bestand kunnen wij niet openen."),
    ],
)
def test_a_pack_that_does_not_open_says_why_and_another_may_follow(monkeypatch, reason, sentence):
    app = bring(monkeypatch, PackRefused(reason))

    assert screen(app) == "reopen"
    assert sentence in said(app)
    assert 'id="error-summary"' in said(app)
    assert "Het openen lukte niet:" in said(app)
    assert "zijn bewaard" not in said(app)  # there is nothing yet

    app = bring(monkeypatch, BACK, app)
    assert screen(app) == "reopen-done"


def test_a_pack_that_does_not_open_leaves_the_answers(monkeypatch):
    app = opened_app()
    app.session_state["visit"].household["partner"] = "nee"

    bring(monkeypatch, PackRefused("password"), app)

    assert "Uw andere antwoorden zijn bewaard" in said(app)
    assert app.session_state["visit"].household == {"partner": "nee"}


def test_answers_are_not_replaced_unasked(monkeypatch):
    app = opened_app()
    choose(app, "Lansingerland")
    app.session_state["visit"].household["partner"] = "nee"

    bring(monkeypatch, BACK, app)
    assert screen(app) == "reopen-replace"
    assert app.session_state["visit"].household == {"partner": "nee"}

    key(app, "replace_no").click().run()
    assert screen(app) == "check"
    assert app.session_state["visit"].municipality == "lansingerland"

    bring(monkeypatch, BACK, app)
    key(app, "replace_yes").click().run()
    assert screen(app) == "reopen-done"
    assert app.session_state["visit"].household == {"naam": "Test Testova"}
