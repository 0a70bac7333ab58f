"""Keeping what was filled in as a file, and going on from it in another visit."""

import gc
import re

import pytest

from pages import _keeping, _reopening, _saving, _visit, _ways_to_save
from smi_core.answers import PaperState
from smi_core.attached import Attachment
from smi_core.draft import Refused
from smi_core.kept import unpack_file
from smi_core.locked import LockRefused, unlock
from smi_core.uploads import PackRefused
from tests.packs import photo
from tests.test_pages import choose, key, screen
from tests.test_pages_pack import SECRET, opened_app, said
from web.downloads import DOWNLOADS, Lapsed

BSN = "999990019"
SEEN = Attachment(paper="brief", name="brief.pdf", kind="photo", pages=(photo(),))
OLD = SEEN.model_copy(update={"paper": "ouderschapsplan", "name": "plan.pdf"})
UNSEEN = SEEN.model_copy(update={"name": "nog te bekijken.jpg"})


@pytest.fixture(autouse=True)
def with_cookie(monkeypatch):
    monkeypatch.setattr("pages._download.cookie", lambda: SECRET)


@pytest.fixture
def looked(monkeypatch):
    """Files come back without another process that looks at them; what came in is listed."""
    came: list[tuple[bytes, ...]] = []

    def look_at(files):
        came.append(tuple(files))
        return tuple(map(unpack_file, files))

    monkeypatch.setattr("smi_core.unlocked.look_at", look_at)
    return came


def a_visit():
    """Somebody half way, with files of every kind and a text that is no answer yet."""
    app = choose(opened_app(), "Delft")
    mine = app.session_state["visit"]
    mine.household.update(naam="Test Testova", bsn=BSN)
    mine.children.append({"kind_naam": "Noor"})
    mine.papers["brief"] = PaperState(state="asked", note="vorige week")
    mine.attaching.added.extend((SEEN, OLD))
    mine.attaching.waiting.append(UNSEEN)
    mine.attaching.before["brief"] = None
    mine.typed[(1, "kind_bsn")] = "99999"
    return app


def to_save(app):
    app.switch_page("save.py").run()
    assert not app.exception
    return app


def secret_on(app) -> str:
    [passphrase] = re.findall(r'class="secret">([^<]+)<', said(app))
    return passphrase


def fetched(app, label="Download uw bestand"):
    [token] = re.findall(rf'href="/download/([\w-]+)">{re.escape(label)}', said(app))
    offer = DOWNLOADS.take(SECRET, token)
    assert offer is not None
    return offer


def bring(app, data: bytes, name="papieren.dat"):
    app.switch_page("reopen.py").run()
    [uploader] = app.file_uploader
    return uploader.set_value([(name, data, "application/octet-stream")]).run()


def open_with(app, passphrase: str):
    key(app, "passphrase-text").set_value(passphrase)
    return key(app, "next").click().run()


# --- keeping


def test_the_file_tells_nothing_by_its_name_and_opens_with_what_is_on_the_screen():
    app = to_save(a_visit())

    offer = fetched(app)

    assert (offer.name, offer.media_type) == ("papieren.dat", "application/octet-stream")
    record, *files = unlock(offer.make(), secret_on(app))
    assert BSN.encode() in record
    assert len(files) == 3


def test_a_file_that_was_taken_out_is_not_held_by_what_was_offered_before():
    app = a_visit()
    mine = app.session_state["visit"]
    mine.attaching.added.append(SEEN.model_copy())
    offer = fetched(to_save(app))
    mine.attaching.added.pop()
    mine.keeping.stored.clear()
    gc.collect()

    with pytest.raises(Lapsed):
        offer.make()


def test_the_passphrase_is_in_no_file_and_no_address(monkeypatch):
    locked = []
    monkeypatch.setattr(_saving, "lock", lambda pieces, _: locked.extend(pieces) or b"locked")
    app = to_save(a_visit())
    app.session_state["visit"].password = "appel-peer"
    app.run()

    fetched(app).make()

    inside = b"".join(locked)
    assert BSN.encode() in inside
    assert secret_on(app).encode() not in inside
    assert b"appel-peer" not in inside
    assert secret_on(app) not in "".join(re.findall(r'href="[^"]*"', said(app)))


def test_one_visit_has_one_passphrase():
    app = to_save(a_visit())
    first = secret_on(app)

    app.switch_page("check.py").run()

    assert secret_on(to_save(app)) == first
    assert secret_on(to_save(a_visit())) != first


def test_who_chooses_a_passphrase_gets_a_file_once_it_is_long_enough():
    app = to_save(a_visit())
    key(app, "to_own").click().run()
    assert "Kies minstens 10 tekens" in said(app)
    assert 'class="secret"' not in said(app)

    key(app, "own-text").set_value("pluis 7").run()
    assert "/download/" not in said(app)
    assert "Kies minstens 10 tekens" in said(app)

    key(app, "own-text").set_value("Pluis is 7 jaar").run()
    assert "Kies minstens 10 tekens" not in said(app)
    file = fetched(app).make()
    assert len(unlock(file, "Pluis is 7 jaar")) == 4
    with pytest.raises(LockRefused):
        unlock(file, "pluis is 7 jaar")


def test_the_pack_can_be_had_too_and_everybody_can_read_it(monkeypatch):
    asked = []
    monkeypatch.setattr(_ways_to_save, "packed", asked.append)
    monkeypatch.setattr(
        _ways_to_save, "as_pdf", lambda pack, name: _saving.File(f"{name}.pdf", "x", lambda: b"%")
    )
    app = to_save(a_visit())
    assert asked == []  # the file needs no pack

    key(app, "to_open").click().run()

    assert "Iedereen kan deze pdf lezen" in said(app)
    assert fetched(app, "Download uw pakket (pdf)").name == "papieren.pdf"


def test_keeping_works_where_the_case_does_not(monkeypatch):
    app = a_visit()

    def broken(*_: object):
        raise ZeroDivisionError

    monkeypatch.setattr(_visit, "work_out", broken)

    assert unlock(fetched(to_save(app)).make(), secret_on(app))


@pytest.mark.parametrize(("is_kept", "told"), [(True, "24 uur"), (False, "bewaart niets voor u")])
def test_what_is_promised_is_what_is_done(monkeypatch, is_kept, told):
    monkeypatch.setattr(_keeping, "of_visitor", lambda _: object() if is_kept else None)
    monkeypatch.setattr(_keeping, "_with_store", lambda _: None)

    assert told in said(to_save(a_visit()))


def test_a_shared_computer_promises_nothing(monkeypatch):
    monkeypatch.setattr(_keeping, "of_visitor", lambda _: object())
    monkeypatch.setattr(_keeping, "_with_store", lambda _: None)
    app = a_visit()
    app.session_state["visit"].keeping.is_shared = True

    assert "24 uur" not in said(to_save(app))
    assert unlock(fetched(app).make(), secret_on(app))


# --- bringing it back


@pytest.fixture
def kept():
    """A file, and its passphrase."""
    app = to_save(a_visit())
    return fetched(app).make(), secret_on(app)


def test_everything_is_back_in_another_visit(kept, looked):
    file, passphrase = kept

    app = bring(opened_app(), file)
    assert screen(app) == "reopen-locked"
    open_with(app, passphrase)

    assert screen(app) == "reopen-done"
    mine = app.session_state["visit"]
    assert mine.municipality == "delft"
    assert mine.household == {"naam": "Test Testova", "bsn": BSN}
    assert mine.children == [{}, {"kind_naam": "Noor"}]
    assert mine.papers["brief"].note == "vorige week"
    assert mine.attaching.added == [SEEN, OLD]
    assert mine.attaching.waiting == [UNSEEN]
    assert mine.attaching.before == {"brief": None}
    assert mine.typed[(1, "kind_bsn")] == "99999"
    assert "<dd>3</dd>" in said(app)


def test_another_passphrase_is_told_and_the_file_waits_for_the_right_one(kept, looked):
    file, passphrase = kept
    app = bring(opened_app(), file)

    open_with(app, "helemaal verkeerd")
    assert screen(app) == "reopen-locked"
    assert "Dit wachtwoord past niet bij dit bestand." in said(app)
    assert 'id="error-summary"' in said(app)
    assert app.session_state["visit"].municipality is None

    open_with(app, passphrase.upper().replace("-", " "))
    assert screen(app) == "reopen-done"


def test_without_a_passphrase_nothing_is_tried(kept, monkeypatch):
    monkeypatch.setattr(_reopening, "reopen_locked", None)
    app = bring(opened_app(), kept[0])

    open_with(app, "  ")

    assert "Typ het wachtwoord." in said(app)


@pytest.mark.parametrize("way_out", ["other_file", "back"])
def test_another_file_can_be_chosen(kept, way_out):
    app = bring(opened_app(), kept[0])

    key(app, way_out).click().run()

    assert screen(app) == "reopen"
    assert app.session_state["visit"].reopening.locked == b""


def test_a_file_that_waits_is_forgotten_on_another_screen(kept):
    app = bring(opened_app(), kept[0])
    assert app.session_state["visit"].reopening.locked

    app.switch_page("accessibility.py").run()

    assert app.session_state["visit"].reopening.locked == b""


@pytest.mark.parametrize(
    ("reason", "waits"),
    [("busy", True), ("too_slow", True), ("not_answers", False), ("bomb", False)],
)
def test_a_file_waits_only_where_trying_again_may_help(kept, monkeypatch, reason, waits):
    def refuse(*_: object):
        raise PackRefused(reason)

    monkeypatch.setattr(_reopening, "reopen_locked", refuse)
    app = bring(opened_app(), kept[0])

    open_with(app, kept[1])

    assert screen(app) == ("reopen-locked" if waits else "reopen")
    assert bool(app.session_state["visit"].reopening.locked) is waits
    assert 'id="error-summary"' in said(app)


@pytest.mark.parametrize(
    ("broken", "sentence"),
    [(b"papieren\x02", "een nieuwere versie"), (b"papieren\x01", "Misschien is het kapot.")],
)
def test_nobody_is_asked_for_the_passphrase_of_a_file_that_cannot_open(kept, broken, sentence):
    app = bring(opened_app(), broken + kept[0][9:-1])

    assert screen(app) == "reopen"
    assert sentence in said(app)


def test_a_file_does_not_replace_answers_unasked(kept, looked):
    app = choose(opened_app(), "Lansingerland")
    app.session_state["visit"].household["partner"] = "nee"

    open_with(bring(app, kept[0]), kept[1])
    assert screen(app) == "reopen-replace"
    assert app.session_state["visit"].household == {"partner": "nee"}

    key(app, "replace_yes").click().run()
    assert app.session_state["visit"].household["bsn"] == BSN


def test_what_is_gone_since_is_asked_again_by_name(monkeypatch, kept, looked):
    app = a_visit()
    app.session_state["visit"].household["partner"] = "keuze van vroeger"
    file = fetched(to_save(app)).make()

    back = open_with(bring(opened_app(), file), secret_on(app))

    assert screen(back) == "reopen-done"
    assert "Woont samen met een partner" in said(back)


# --- what came back by itself


def with_news(**news):
    app = choose(opened_app(), "Delft")
    for name, value in news.items():
        setattr(app.session_state["visit"].keeping, name, value)
    return app


def told(app) -> str:
    found = [html.value for html in app.html if "data-came-back" in html.value]
    return found[0] if found else ""


def test_what_did_not_come_back_is_told_once():
    gone = Refused(where="household.partner", question="partner", reason="choice")
    app = with_news(refused=(gone,), lost=("brief <b>.pdf",))

    app.run()
    assert "Woont samen met een partner" in told(app)
    assert "<li>brief &lt;b&gt;.pdf</li>" in told(app)
    assert 'role="status"' in told(app)

    app.switch_page("check.py").run()
    assert told(app) == ""


def test_that_nothing_can_be_kept_now_is_told_as_long_as_it_is_so():
    app = with_news(is_away=True)

    app.run()
    assert "Wij kunnen uw antwoorden nu niet bewaren." in told(app)
    app.switch_page("check.py").run()
    assert "Wij kunnen uw antwoorden nu niet bewaren." in told(app)

    app.session_state["visit"].keeping.is_away = False
    app.run()
    assert told(app) == ""


def test_that_the_draft_is_not_erased_yet_is_told():
    app = with_news(must_forget=True, is_away=True)

    app.run()

    assert "nog niet uit onze opslag" in told(app)
