"""Files that come in by a real browser: papers of all kinds, and packs that come back."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pikepdf
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from smi_core.case import Case, work_out
from smi_core.content import load_guide, load_steps
from smi_core.draft import read
from smi_core.pack import make_pack
from smi_core.uploads import take_in
from tests.browser.driving import barriers, settled
from tests.browser.hands import tap
from tests.browser.journey import PACK, begin, family, go_to, press

TODAY = datetime.now(ZoneInfo("Europe/Amsterdam")).date()
PLACE_OF_PHOTO = {1: b"N", 2: (52.0, 5.0, 1.0), 3: b"E", 4: (4.0, 18.0, 1.0)}

FILES = TemporaryDirectory()
"""What is uploaded; gone with the tests."""

on_a_phone = pytest.mark.parametrize("width", [360])


def photo(text: bytes = b"") -> bytes:
    """A photo that says where it was taken."""
    exif = Image.Exif()
    exif.get_ifd(0x8825).update(PLACE_OF_PHOTO)
    made = BytesIO()
    Image.effect_noise((300, 400), 60).convert("RGB").save(made, "JPEG", exif=exif, comment=text)
    return made.getvalue()


def document(pages: int = 2) -> bytes:
    """A PDF with text on each page, and a program that starts when it is opened."""
    made = BytesIO()
    canvas = Canvas(made)
    for page in range(pages):
        canvas.drawString(80, 700, f"Verklaring, blad {page + 1}")
        canvas.showPage()
    canvas.save()
    with pikepdf.open(made) as pdf:
        program = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        pdf.Root.OpenAction = program
        pdf.save(again := BytesIO())
    return again.getvalue()


def case_of(municipality: str) -> Case:
    answers, _ = read(family(municipality), load_steps(), TODAY)
    return work_out(load_guide(municipality), answers, TODAY)


def pack_of(municipality: str) -> bytes:
    """The pack of the family that is kept as an example, with a photo for its first paper."""
    case = case_of(municipality)
    first = next(item.paper.id for item in case.papers if item.paper.kind == "enclose")
    return make_pack(case, [take_in("foto.jpg", photo(), first)])


def choose(page, *files) -> None:
    """Give files to the uploader on the page, as (name, content)."""
    folder = Path(mkdtemp(dir=FILES.name))  # as part of a message a large one would take too long
    for name, content in files:
        (folder / name).write_bytes(content)
    page.locator("input[type=file]").set_input_files([folder / name for name, _ in files])


def until(page, wanted: str) -> None:
    """Wait for the screen whose name begins so."""
    page.wait_for_selector(f'[data-screen^="{wanted}"]', state="attached")
    settled(page)


def press_for(page, key: str, wanted: str) -> None:
    page.locator(f".st-key-{key} button").click()
    until(page, wanted)


def is_fine(page) -> None:
    """Nobody meets a barrier, and nothing runs off the side."""
    assert barriers(page) == []
    widest = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert widest <= page.viewport_size["width"]


def focused(page) -> str:
    return page.evaluate("document.activeElement.innerText")


def open_paper(page, app_url) -> None:
    begin(page, app_url, "delft")
    go_to(page, "papers")
    page.locator(".st-key-open-inkomensverklaring button").click()
    until(page, "paper-")


def bring_back(page, app_url, pack: bytes) -> None:
    page.goto(app_url)
    settled(page)
    press(page, "have_pack")
    choose(page, ("pakket.pdf", pack))


def come_back(page, app_url, pack: bytes, name: str) -> None:
    """Begin with a pack, and go to a page."""
    bring_back(page, app_url, pack)
    until(page, "reopen-done")
    go_to(page, name)


def downloaded(page, link) -> bytes:
    with page.expect_download() as download:
        link.click()
    return Path(download.value.path()).read_bytes()


@on_a_phone
def test_a_photo_and_a_pdf_are_added_after_a_look_at_each(page, app_url):
    open_paper(page, app_url)
    is_fine(page)

    choose(page, ("foto.jpg", photo()), ("virus.exe", b"MZ\x90"), ("brief.pdf", document()))
    until(page, "look-")
    assert "virus.exe: Dit soort bestand kunnen wij niet lezen" in focused(page)
    assert page.locator("img.sheet").evaluate("image => image.naturalWidth") == 300
    assert "de plaats waar de foto is gemaakt" in page.locator("#stMain").inner_text()
    is_fine(page)

    page.locator(".st-key-zoom button").click()
    page.wait_for_selector(".sheet-window")
    is_fine(settled(page))

    page.locator(".st-key-next button").click()
    page.get_by_role("heading", name="Kunt u blad 1 van 2 lezen?").wait_for()
    settled(page)
    assert focused(page) == "Kunt u blad 1 van 2 lezen?"
    page.locator(".st-key-next_sheet button").click()
    page.get_by_role("heading", name="Kunt u blad 2 van 2 lezen?").wait_for()
    settled(page)
    assert "programma's die vanzelf starten" in page.locator("#stMain").inner_text()
    is_fine(page)

    press_for(page, "next", "paper-")
    is_fine(page)
    assert "brief.pdf: 2 bladen" in page.locator("#stMain").inner_text()
    press_for(page, "back", "papers")
    assert "Ik heb het, 2 bestanden" in focused(page)
    is_fine(page)


@on_a_phone
def test_an_added_file_can_be_taken_out(page, app_url):
    open_paper(page, app_url)
    choose(page, ("foto.jpg", photo()))
    until(page, "look-")
    press_for(page, "next", "paper-")

    page.get_by_role("button", name="Haal foto.jpg weg").click()
    page.get_by_text("foto.jpg").first.wait_for(state="detached")
    settled(page)

    assert focused(page) == page.locator("h1").inner_text()
    assert page.locator("input[type=file]").count() == 1


@on_a_phone
def test_a_file_that_the_browser_holds_back_says_why(page, app_url):
    open_paper(page, app_url)

    choose(page, ("film.mp4", b"x" * 21_500_000))
    reason = page.get_by_text("Dit bestand is groter dan 20 MB.")
    reason.wait_for()

    box = reason.bounding_box()
    assert box
    assert box["height"] > 15
    is_fine(page)


@on_a_phone
def test_a_file_that_is_held_back_is_told_beside_one_that_is_taken(page, app_url):
    open_paper(page, app_url)

    choose(page, ("film.mp4", b"x" * 21_500_000), ("foto.jpg", photo()))
    until(page, "look-")
    told = page.get_by_text("film.mp4: Dit bestand is groter dan 20 MB.")
    told.wait_for()
    is_fine(page)

    press_for(page, "next", "paper-")
    told.wait_for()
    press_for(page, "back", "papers")
    assert told.count() == 0


@on_a_phone
@pytest.mark.parametrize(("status", "reason"), [(413, "samen te groot"), (429, "Wacht een minuut")])
def test_a_file_that_the_server_does_not_take_is_told(page, app_url, status, reason):
    open_paper(page, app_url)
    tried = []

    def refuse_the_first(route):
        if route.request.method == "PUT":
            tried.append(route)
        if len(tried) == 1 and route.request.method == "PUT":
            return route.fulfill(status=status)
        return route.continue_()

    page.route("**/upload_file/**", refuse_the_first)

    choose(page, ("eerste.jpg", photo()), ("tweede.jpg", photo()))
    until(page, "look-")

    told = page.locator(".held-back").inner_text()
    assert told.split(":")[0] in ("eerste.jpg", "tweede.jpg")
    assert reason in told
    assert "Fout" not in told
    is_fine(page)


@on_a_phone
def test_a_pack_brings_a_family_back_to_where_it_was(page, app_url):
    pack = pack_of("delft")

    bring_back(page, app_url, pack)
    until(page, "reopen-done")
    assert focused(page) == "Uw bestand is open"
    is_fine(page)

    press_for(page, "next", "check")
    assert family("delft")["household"]["naam"] in page.locator("#stMain").inner_text()
    go_to(page, "papers")
    assert "1 bestand" in page.locator("#stMain").inner_text()
    go_to(page, "pack")
    is_fine(page)
    assert downloaded(page, page.locator(PACK)) == pack


def test_what_is_no_pack_is_refused_kindly_and_a_pack_may_follow(page, app_url):
    bring_back(page, app_url, document())
    page.wait_for_selector("#error-summary")
    settled(page)
    assert "Dit bestand is niet van deze website." in focused(page)
    is_fine(page)

    choose(page, ("pakket.pdf", pack_of("beemster")))
    until(page, "reopen-done")
    assert "Beemster" in page.locator("dl").inner_text()


def test_answers_are_not_replaced_unasked(page, app_url):
    bring_back(page, app_url, pack_of("delft"))
    until(page, "reopen-done")

    go_to(page, "start")
    press(page, "have_pack")
    choose(page, ("pakket.pdf", pack_of("beemster")))
    until(page, "reopen-replace")
    is_fine(page)

    press_for(page, "replace_no", "check")
    assert family("delft")["household"]["naam"] in page.locator("#stMain").inner_text()


def test_letters_come_as_pdf_and_as_a_document_to_edit(page, app_url):
    come_back(page, app_url, pack_of("pijnacker-nootdorp"), "papers")
    press_for(page, "open-verklaring_behandelaar", "paper-")
    page.locator("summary", has_text="Brief aan").click()
    settled(page)
    page.get_by_role("link", name="Download als pdf").wait_for()
    is_fine(settled(page))

    for name, start in (("Download als pdf", b"%PDF-"), ("Download als Word-bestand", b"PK\x03")):
        link = page.get_by_role("link", name=name).first
        used_up = link.get_attribute("href")
        assert downloaded(page, link).startswith(start)
        page.wait_for_function(
            "used_up => document.querySelector(`a[href='${used_up}']`) === null", arg=used_up
        )


def test_the_keyboard_stays_at_a_download_that_is_offered_anew(page, app_url):
    come_back(page, app_url, pack_of("lansingerland"), "pack")
    link = page.get_by_role("link", name="Download uw bijlagen (zip)")
    used_up = link.get_attribute("href")

    link.focus()
    with page.expect_download():
        page.keyboard.press("Enter")
    page.wait_for_function(
        "used_up => document.querySelector(`a[href='${used_up}']`) === null", arg=used_up
    )
    settled(page)

    assert focused(page) == "Download uw bijlagen (zip)"


def test_a_double_click_does_not_break_the_download_off(page, app_url):
    come_back(page, app_url, pack_of("delft"), "pack")

    with page.expect_download() as download:
        page.locator(PACK).dblclick()
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF-")
    used_up = "a[data-is-used]"
    page.wait_for_function("used_up => !document.querySelector(used_up)", arg=used_up)
    settled(page)

    assert downloaded(page, page.locator(PACK)).startswith(b"%PDF-")


@on_a_phone
def test_a_pack_for_an_email_can_have_a_password(page, app_url):
    come_back(page, app_url, pack_of("alkmaar"), "pack")
    is_fine(page)

    tap(page.locator(".st-key-lock input"))
    password = page.locator(".secret").inner_text()
    settled(page)
    is_fine(page)
    locked = downloaded(page, page.locator(PACK))

    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(locked))
    with pikepdf.open(BytesIO(locked), password=password) as opened:
        assert len(opened.pages) > 5


def test_the_text_of_the_mail_can_be_copied(page, app_url):
    come_back(page, app_url, pack_of("alkmaar"), "pack")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    page.locator("summary", has_text="Uw e-mail").click()
    settled(page)
    settled(page)
    is_fine(page)
    page.get_by_role("button", name="Kopieer: Tekst").click()
    page.get_by_role("status").get_by_text("Gekopieerd").wait_for()

    assert page.evaluate("navigator.clipboard.readText()").startswith("Geachte heer of mevrouw,")
    assert focused(page) == "Kopieer: Tekst"


def test_for_a_form_the_attachments_come_as_files_of_their_own(page, app_url):
    come_back(page, app_url, pack_of("lansingerland"), "pack")
    is_fine(page)

    made = downloaded(page, page.get_by_role("link", name="Download uw bijlagen (zip)"))

    with ZipFile(BytesIO(made)) as archive:
        [name] = archive.namelist()
        assert name.startswith("01-")
        assert archive.read(name).startswith(b"%PDF-")
