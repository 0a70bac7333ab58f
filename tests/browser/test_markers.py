"""Nothing leaks: a family whose answers are all marked, and a search for the marks afterwards.

What they fill in may be in the memory of the website, sealed in the store of drafts, on their
screen, and in the files that they asked for. It may be nowhere else.
"""

import os
import time
import zlib
from io import BytesIO
from pathlib import Path
from tempfile import gettempdir

import pikepdf
import pytest
from PIL import Image
from playwright.sync_api import Error
from reportlab.pdfgen.canvas import Canvas

from smi_core.content import municipalities
from smi_core.flow import Screen
from tests.browser.driving import ROOT, settled, website
from tests.browser.hands import MOUSE
from tests.browser.journey import QUESTIONS, fields_on, go_to, press, question_of, screen
from tests.browser.markers import FIXED, Markers, forms_of, found_in, leaks_in_files
from tests.browser.test_uploads import FILES, bring_back, case_of, choose, pack_of, press_for, until
from tests.browser.watching import ELSEWHERE, Watched, watched

QUICK = "pijnacker-nootdorp"
"""Asks most; `make test-all` walks with the others too."""
TOWNS = [
    pytest.param(name, marks=[] if name == QUICK else pytest.mark.slow) for name in municipalities()
]
LINK = "a[download]"
NUMBERS = {
    "kind_bsn": "bsn",
    "partner_bsn": "bsn",
    "jaarinkomen_ik": "jaarinkomen",
    "jaarinkomen_partner": "jaarinkomen",
    "jaarinkomen_nu": "jaarinkomen",
}
"""Questions that get the marker of another one."""


# --- the search itself


PLANTED = "zqplantedword"
WAYS = [*forms_of(PLANTED), PLANTED.upper().encode(), zlib.compress(PLANTED.encode())]


@pytest.mark.parametrize("way", range(len(WAYS)))
def test_what_is_planted_in_a_file_is_found(tmp_path, way):
    (tmp_path / "cache.bin").write_bytes(b"\0\xff some " + WAYS[way] + b" more")

    assert leaks_in_files([tmp_path], 0, {"name": [PLANTED]})


def test_what_was_written_before_or_is_of_the_test_itself_is_not_told(tmp_path):
    (tmp_path / "old.txt").write_text("zqplantedword")
    os.utime(tmp_path / "old.txt", (1000, 1000))
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "new.txt").write_text("zqplantedword")
    sought = {"name": ["zqplantedword"]}

    assert leaks_in_files([tmp_path], 2000, sought, except_in=[tmp_path / "mine"]) == {}
    assert leaks_in_files([tmp_path], 2000, sought)


def test_a_number_within_a_longer_one_is_another_number():
    sought = {"bsn": ["999990019"]}

    assert found_in(b'"at": 17999990019', sought) == set()
    assert found_in(b'"bsn": 999990019,', sought) == {"bsn"}


PLANT = """async (word) => {
    localStorage.setItem("a", word);
    document.title = word;
    document.cookie = `b=${word}`;
    console.log(word);
    const cache = await caches.open("c");
    await cache.put("/x", new Response(word));
    await fetch(`/healthz?${word}`);
}"""


def test_what_is_planted_in_a_browser_is_found(browser, app_url, tmp_path):
    marks = Markers()
    word = marks.of("planted")
    with watched(browser, app_url, tmp_path) as seen:
        page = seen.context.new_page()
        page.goto(app_url)
        settled(page)
        page.evaluate(PLANT, word)
        page.evaluate("fetch('https://example.org/').catch(() => 0)")
        seen.look_in(page)
        seen.read_headers()
        with pytest.raises(Error, match="ERR_FAILED"):
            page.goto("https://example.org/")

    assert seen.leaks(marks.all()).keys() == {"address", "console", "stored", "title"}
    assert seen.strangers == ["https://example.org/"]
    assert "Content Security Policy" in "".join(seen.complaints)
    assert leaks_in_files([tmp_path / "profile"], 0, marks.words())


# --- the walk


@pytest.mark.parametrize("town", TOWNS)
def test_nothing_that_was_filled_in_is_found_anywhere(town, browser, tmp_path):
    start, marks, own = time.time(), Markers(), tmp_path / "server"
    places = [own, *_shared_places()]
    with website(_log(own), "tests/browser/breaking/app.py", _environment(own)) as address:
        with watched(browser, address, tmp_path) as seen:
            _walk(seen, address, town, marks, tmp_path)
            _break(seen.context.pages[-1], own / "breaks", marks)
            with_draft = leaks_in_files([own], start, marks.all())
            _end(seen, address, marks)
        own_places = [own, tmp_path / "profile"]
        found = leaks_in_files(own_places, start, marks.all())
        found |= leaks_in_files(
            places, start, marks.words(), except_in=[tmp_path, Path(FILES.name)]
        )

    assert with_draft == {}
    assert found == {}
    assert seen.leaks(marks.all()) == {}
    assert seen.strangers == []
    assert seen.complaints == []
    assert [url for url in seen.told["address"] if url.startswith(f"{address}/media/")] == []


def _environment(own: Path) -> dict[str, str]:
    """A home and a place for temporary files of its own, where nobody else writes."""
    for name in ("home", "temporary"):
        (own / name).mkdir()
    return {
        "HOME": str(own / "home"),
        "TMPDIR": str(own / "temporary"),
        "BREAKS_WHEN": str(own / "breaks"),
        "SMI_DRAFTS": f"sqlite:///{own / 'drafts' / 'drafts.sqlite'}",
    }


def _log(own: Path) -> Path:
    own.mkdir()
    return own / "log.txt"


def _shared_places() -> list[Path]:
    """Where any program may write; only words of this very run count there."""
    shared = [Path(gettempdir()), Path("/var/tmp"), Path("/dev/shm"), Path.home() / ".cache"]
    return [ROOT, *shared, Path.home() / ".streamlit"]


def _walk(seen: Watched, address: str, town: str, marks: Markers, folder: Path) -> None:
    page = seen.context.new_page()
    bring_back(page, address, pack_of(town))
    until(page, "reopen-done")
    for card in _cards_with_text(town):
        _fill_in(page, card, marks)
    seen.look_in(page)
    _add_files(page, town, marks)
    seen.look_in(page)
    _visit_all(page, marks)
    seen.look_in(page)
    _download_all(page, folder)
    seen.look_in(page)


def _cards_with_text(town: str) -> list[Screen]:
    """The screens on which this family types something."""
    screens = case_of(town).route.screens
    return [one for one in screens if any(not question.options for question in one.questions)]


def _fill_in(page, card: Screen, marks: Markers) -> None:
    first = card.questions[0].id
    name = first if card.child is None else f"{first}-{card.child + 1}"
    if screen(page) != name:
        go_to(page, f"questions?vraag={name}&deel={card.step.part}&terug=check")
    for key in fields_on(page):
        question = QUESTIONS[question_of(key)]
        if text := _marked(question, key, marks):
            MOUSE.write(page, f".st-key-{key}", text)
    press(page, "next")
    assert page.locator("#error-summary").count() == 0, page.locator("#stMain").inner_text()


def _marked(question, key: str, marks: Markers) -> str:
    """What is typed into a field; empty where nothing that can be told apart can be."""
    kinds = ("text", "long_text")
    if question.kind in kinds:
        return f"Wij zijn {marks.of(key)}"
    if question.kind == "email":
        return f"{marks.of(key)}@voorbeeld.nl"
    return FIXED.get(NUMBERS.get(question.id, question.id), "")


def _add_files(page, town: str, marks: Markers) -> None:
    """A photo and a document for the first paper, a note at the second, and letters."""
    first, second, *_ = [one.paper for one in case_of(town).papers if one.paper.kind == "enclose"]
    go_to(page, f"paper?papier={first.id}")
    choose(
        page,
        (f"{marks.of('photoname')}.jpg", photo(marks.of("photo"))),
        (f"{marks.of('documentname')}.pdf", document(marks.of("document"))),
    )
    until(page, "look-")
    press(page, "next")
    press_for(page, "next", "paper-")
    go_to(page, f"paper?papier={second.id}")
    MOUSE.choose(page, f"[class*=st-key-paper-{second.id}]", 1)
    MOUSE.write(page, "[class*=st-key-note-]", f"Bij {marks.of('note')}")


def photo(word: str) -> bytes:
    """A photo with words in what it says of itself."""
    exif = Image.Exif()
    exif[0x010E] = word  # the description
    made = BytesIO()
    Image.effect_noise((300, 400), 60).convert("RGB").save(
        made, "JPEG", exif=exif, comment=word.encode()
    )
    return made.getvalue()


def document(word: str) -> bytes:
    """A PDF with words on its page and in its properties."""
    made = BytesIO()
    canvas = Canvas(made, pageCompression=0)
    canvas.setTitle(word)
    canvas.drawString(80, 700, f"Verklaring {word}")
    canvas.save()
    with pikepdf.open(made) as pdf:
        pdf.save(again := BytesIO())
    return again.getvalue()


def _visit_all(page, marks: Markers) -> None:
    for name in ("result", "cost", "week", "papers", "check"):
        go_to(page, name)
    assert marks.of("naam") in page.locator("#stMain").inner_text()


def _download_all(page, folder: Path) -> None:
    for name in ("save", "pack"):
        go_to(page, name)
        for place in range(page.locator(LINK).count()):
            _download(page, place, folder / "downloads" / f"{name}-{place}")


def _download(page, place: int, target: Path) -> None:
    link = page.locator(LINK).nth(place)
    used_up = link.get_attribute("href")
    with page.expect_download() as download:
        link.click()
    assert "zq" not in download.value.suggested_filename
    download.value.save_as(target)
    page.wait_for_function(
        "used_up => document.querySelector(`a[href='${used_up}']`) === null", arg=used_up
    )
    settled(page)


def _break(page, when: Path, marks: Markers) -> None:
    """An error in our code, whose text holds all answers."""
    when.write_text("answers")
    go_to(page, "check")
    assert "Geef dan deze code door" in page.locator("#stMain").inner_text()
    assert not found_in(page.content().encode(), marks.all())
    when.unlink()


def _end(seen: Watched, address: str, marks: Markers) -> None:
    """Wipe everything, begin once more, and leave quickly."""
    page = seen.context.pages[-1]
    page.locator(".st-key-wipe button").click()
    page.locator(".st-key-wipe_yes button").click()
    until(page, "start")
    seen.look_in(page)
    seen.read_headers()
    page.locator(".st-key-leave button").click()
    page.wait_for_url(ELSEWHERE)
