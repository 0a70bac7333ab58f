"""A visit out of a locked file: whole if it is ours, harmless if somebody else made it."""

import base64
import json
import zlib
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from smi_core.answers import Answers, PaperState
from smi_core.attached import Attachment
from smi_core.content import load_scheme
from smi_core.kept import Aside, KeptFile, Typed, pack_file, record_of, to_bytes
from smi_core.locked import lock
from smi_core.pack import Reopened
from smi_core.unlocked import reopen_locked
from smi_core.uploads import PackRefused, opening, take_in
from tests.packs import photo, scan
from tests.signing import signed, with_script

PASSPHRASE = "vier-rode-fietsen-thuis"
TODAY = date(2026, 3, 2)
PAPERS = [paper.id for paper in load_scheme("delft").papers]
OF_VERSION_1 = Path(__file__).parent / "data" / "locked-1.dat"
"""Made by hand with other libraries, as the description in smi_core/locked.py says."""
ANSWERS = Answers(
    household={"woont_in_gemeente": "ja", "verhaal": "Het lukt niet. 😀"},
    children=({"kind_naam": "Noor"}, {}),
    papers={PAPERS[0]: PaperState(state="asked", note="bij de werkgever")},
    applies_anyway=True,
)

reads_files = pytest.mark.programs
"""Each file is looked at by another process."""


def locked(record: dict[str, Any], *files: bytes) -> bytes:
    return lock([to_bytes(record), *files], PASSPHRASE)


def opened(data: bytes) -> Reopened:
    return reopen_locked(data, PASSPHRASE, TODAY)


def record(*names: str, municipality: str = "delft", **aside: Any) -> dict[str, Any]:
    files = {f"f{place}": KeptFile(name=name) for place, name in enumerate(names)}
    return record_of(ANSWERS, Aside(municipality=municipality, files=files, **aside))


def reason(data: bytes) -> str:
    with pytest.raises(PackRefused) as refused:
        opened(data)
    return refused.value.reason


def attachment(*pages: Any, paper: str = PAPERS[0], **more: Any) -> Attachment:
    given = {"name": "a.pdf", "kind": "document", "removed": ("links",), **more}
    return Attachment(paper=paper, pages=pages or (scan("Loonstrook"),), **given)


# --- what is ours


def test_answers_half_typed_texts_and_the_state_of_papers_come_back():
    typed = (Typed(child=1, field="kind_bsn", value="99999"),)
    before = {PAPERS[0]: PaperState(state="cannot"), PAPERS[1]: None}

    found = opened(locked(record(typed=typed, before=before, benefit_told="wko_1_3")))

    assert (found.municipality, found.answers, found.refused) == ("delft", ANSWERS, ())
    assert found.beside is not None
    assert found.beside.typed == typed
    assert found.beside.before == before
    assert found.beside.benefit_told == "wko_1_3"


@reads_files
def test_files_come_back_as_they_were_also_those_that_wait_or_are_not_asked():
    elsewhere = next(p.id for p in load_scheme("alkmaar").papers if p.id not in PAPERS)
    letter = take_in("a.pdf", signed(), PAPERS[0])
    assert letter.original is not None
    waits = attachment(photo(), scan("Blad 2", "Netto € 1.611,72"), name="b.pdf")
    moved = attachment(photo(), paper=elsewhere, name="c.jpg", kind="photo", removed=("location",))
    names = {
        "f1": KeptFile(name="a.pdf"),
        "f2": KeptFile(name="b.pdf", is_waiting=True),
        "f3": KeptFile(name="c.jpg"),
    }
    kept = record_of(ANSWERS, Aside(municipality="delft", files=names))

    found = opened(locked(kept, *map(pack_file, (letter, waits, moved))))

    assert found.attachments == (letter, moved)
    assert found.waiting == (waits,)
    assert found.lost == ()


@reads_files
def test_a_file_of_the_first_version_opens_and_what_is_gone_since_is_named():
    found = reopen_locked(OF_VERSION_1.read_bytes(), "ABCD 2345 MNPQ WXYZ", TODAY)

    assert found.municipality == "delft"
    assert found.answers.household == {"naam": "Test Testova", "verhaal": "Het lukt niet. 😀"}
    assert [child.get("kind_naam") for child in found.answers.children] == ["Noor", None]
    assert found.answers.papers["inkomensverklaring"].note == "bij de werkgever"
    assert {(one.where, one.question) for one in found.refused} >= {
        ("household.lievelingskleur", None),
        ("household.partner", "partner"),
    }
    [first], [second] = found.attachments, found.waiting
    assert (first.name, first.kind, first.removed) == ("loonstrook.jpg", "photo", ("location",))
    assert Image.open(BytesIO(first.pages[0].data)).size == (64, 48)
    assert [line.text for line in second.pages[0].lines] == ["Loonstrook mei"]


@reads_files
def test_many_files_are_looked_at_one_group_after_the_other(monkeypatch):
    asked = []
    ask = opening.ask

    def one_at_a_time(task, pieces, most):
        asked.append(len(pieces))
        return ask(task, pieces[:1], most)

    monkeypatch.setattr(opening, "ask", one_at_a_time)
    files = [attachment(name=f"{place}.pdf") for place in range(3)]

    found = opened(locked(record("0.pdf", "1.pdf", "2.pdf"), *map(pack_file, files)))

    assert found.attachments == tuple(files)
    assert asked == [3, 2, 1]


# --- what is not


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (lambda: b"papieren", "damaged"),
        (lambda: lock([to_bytes(record())], "een ander wachtwoord"), "wrong_passphrase"),
        (lambda: lock([b"not json"], PASSPHRASE), "not_answers"),
        (lambda: lock([b"[" * 100_000], PASSPHRASE), "not_answers"),
        (lambda: lock([b" " * 10_000_001], PASSPHRASE), "bomb"),
        (lambda: locked(record() | {"version": 99}), "newer_version"),
        (lambda: locked(record(municipality="../../etc/passwd")), "unknown_municipality"),
        (lambda: locked(record_of(ANSWERS, Aside())), "unknown_municipality"),
    ],
)
def test_what_cannot_be_opened_says_why(data: Callable[[], bytes], why):
    assert reason(data()) == why


def test_a_stranger_sets_nothing_but_answers_texts_and_papers():
    aside = {
        "municipality": "delft",
        "language": "../nl",
        "password": "hunter2",
        "passphrase": "hunter2",
        "way": {"page": "../../evil", "query": {"a": "b"}},
    }
    found = opened(locked(record() | {"aside": aside}))

    assert found.beside == Aside()


@pytest.mark.parametrize("number", ["NaN", "1e999", "-1e999", "1" * 4000])
def test_numbers_that_are_none_are_no_answers(number):
    text = to_bytes(record()).decode().replace('"ja"', f'"ja","jaarinkomen_nu":{number}', 1)

    found = opened(lock([text.encode()], PASSPHRASE))

    assert "jaarinkomen_nu" not in found.answers.household
    assert "household.jaarinkomen_nu" in [one.where for one in found.refused]


def with_page(**changed: Any) -> bytes:
    """A file of one page, with something about the page that is not right."""
    given = json.loads(attachment(photo()).model_dump_json())
    given["pages"][0] |= changed
    return zlib.compress(json.dumps(given).encode())


def letters(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode()


def noted_jpeg() -> bytes:
    """A picture with a place in it: where it was made."""
    file, exif = BytesIO(), Image.Exif()
    exif[0x010E] = "Teststraat 1"
    Image.new("RGB", (60, 80)).save(file, "JPEG", exif=exif)
    return file.getvalue()


HOSTILE = {
    "a script instead of pixels": lambda: with_page(data=letters(b"<script>alert(1)</script>")),
    "a picture with notes of a camera": lambda: with_page(data=letters(noted_jpeg())),
    "something behind the picture": lambda: with_page(data=letters(photo().data + b"PK\x03\x04")),
    "another size than it says": lambda: with_page(width=61),
    "no size": lambda: with_page(width="1e999", height=None),
    "an endless size": lambda: zlib.compress(b'{"pages": [{"width": 1e999, "height": 1}]}'),
    "rows that are not there": lambda: with_page(coding="flate"),
    "rows that become very many": lambda: with_page(
        coding="flate", width=4000, height=4000, data=letters(zlib.compress(bytes(50_000_000)))
    ),
    "pixels that are no letters": lambda: with_page(data=3),
    "no pages": lambda: zlib.compress(b'{"paper": "a", "name": "b", "kind": "photo", "pages": []}'),
    "no object": lambda: zlib.compress(b"[]"),
    "nested without end": lambda: zlib.compress(b"[" * 1_000_000),
    "not packed": lambda: b"not packed at all",
    "nothing": lambda: b"",
    "a bomb": lambda: zlib.compress(bytes(130_000_000), 9),
    "a paper that nobody asks": lambda: pack_file(attachment(paper="../../etc/passwd")),
}


@reads_files
def test_a_file_that_is_not_what_it_says_is_lost_and_the_others_come_back():
    good = attachment(photo(), name="goed.pdf")
    files = [good, *(make() for make in HOSTILE.values()), good]
    names = ["goed.pdf", *HOSTILE, "ook goed.pdf"]
    packed = [one if isinstance(one, bytes) else pack_file(one) for one in files]

    found = opened(locked(record(*names), *packed))

    assert found.lost == tuple(HOSTILE)
    assert found.attachments == (good, good)
    assert found.answers == ANSWERS


@reads_files
def test_an_original_that_can_act_stays_behind():
    acting = attachment(photo(), original=signed(with_script))
    plain = attachment(photo(), original=b"%PDF-1.4 no signature")

    found = opened(locked(record("a.pdf", "b.pdf"), pack_file(acting), pack_file(plain)))

    assert [one.original for one in found.attachments] == [None, None]


@reads_files
def test_words_of_strangers_are_cleaned():
    lines = [{"text": "a\u202eb\x00c", "left": -5, "top": 10**9, "width": 1, "height": 1}] * 500
    given = json.loads(attachment(photo()).model_dump_json())
    given |= {"name": "../../\u202egpj.exe", "removed": ["scripts", "<b>", 3], "kind": "virus"}
    given["pages"][0]["lines"] = lines

    found = opened(locked(record("x.pdf"), zlib.compress(json.dumps(given).encode())))

    [one] = found.attachments
    assert (one.name, one.kind, one.removed) == ("gpj.exe", "document", ("scripts",))
    assert len(one.pages[0].lines) == 400
    first = one.pages[0].lines[0]
    assert (first.text, first.left, first.top) == ("abc", 0, 10_000)


@pytest.mark.parametrize("number", [0, 1, 3])
@reads_files
def test_a_file_that_is_named_and_not_there_is_lost(number):
    files = [pack_file(attachment(photo()))] * number

    found = opened(locked(record("een.pdf", "../twee.pdf"), *files))

    assert len(found.attachments) == min(number, 2)
    assert found.lost == ("een.pdf", "twee.pdf")[number:]
