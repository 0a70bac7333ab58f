"""What families upload: read at arm's length, kept as pixels and plain text."""

import json
import operator
import os
from contextlib import suppress
from ctypes import CDLL
from io import BytesIO
from pathlib import Path
from random import Random
from time import monotonic

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from smi_core.attached import size_of
from smi_core.places import Places
from smi_core.uploads import UploadRefused, as_picture, process, shrink, take_in
from tests.signing import signed, with_script

pytestmark = pytest.mark.programs


def a_document(*pages, size=A4):
    """A PDF with a line of text on each page."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=size)
    for words in pages or ("Inkomensverklaring 2026",):
        canvas.drawString(72, 700, words)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def a_picture(size=(60, 40), mode="RGB", coding="PNG", **options):
    """A picture that is dark on its left half."""
    image = Image.new(mode, size, "white")
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 2, size[1]), "darkred")
    file = BytesIO()
    image.save(file, coding, **options)
    return file.getvalue()


def refusal(upload, name="bestand"):
    with pytest.raises(UploadRefused) as refused:
        take_in(name, upload, "paper")
    return refused.value.reason


def pixels_of(page):
    assert page.coding == "jpeg"
    return Image.open(BytesIO(page.data))


def test_a_document_becomes_pictures_of_its_pages_with_their_text():
    taken = take_in("inkomen.pdf", a_document("Eerste blad", "Tweede blad"), "income_parent")

    assert (taken.paper, taken.name, taken.kind) == ("income_parent", "inkomen.pdf", "document")
    assert [[line.text for line in page.lines] for page in taken.pages] == [
        ["Eerste blad"],
        ["Tweede blad"],
    ]
    assert taken.original is None


def test_a_photo_becomes_new_pixels():
    taken = take_in("foto.png", a_picture(), "paper")

    (page,) = taken.pages
    picture = pixels_of(page)
    assert (taken.kind, picture.size) == ("photo", (60, 40))
    assert picture.getpixel((5, 20))[0] > picture.getpixel((5, 20))[1] + 60
    assert min(picture.getpixel((55, 20))) > 240


@pytest.mark.parametrize(
    ("upload", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.7" + bytes(20_000_000), "too_large"),
        (b"hallo", "unknown_kind"),
        (b"%PDF-1.7 and nothing else", "damaged"),
        (a_picture((300, 300))[:200], "damaged"),
        (a_document(*"x" * 61), "too_many_pages"),
        (a_document("x", size=(100, 5001)), "page_too_large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_cannot_be_taken_says_why(upload, reason):
    assert refusal(upload) == reason


def a_noisy_photo(size=(1700, 1300), seed=7):
    """What a phone makes of a wall: the heaviest kind there is."""
    noise = Random(seed).randbytes(size[0] * size[1] // 4)
    image = Image.frombytes("L", (size[0] // 2, size[1] // 2), noise).resize(size)
    file = BytesIO()
    Image.merge("RGB", (image, image.rotate(180), image)).save(file, "JPEG", quality=90)
    return file.getvalue()


def test_attachments_lose_only_as_much_sharpness_as_they_must():
    photos = [take_in(f"{number}.jpg", a_noisy_photo(), "paper") for number in range(2)]
    total = sum(map(size_of, photos))

    a_bit, a_lot = shrink(photos, total * 2 // 3), shrink(photos, total // 4)

    assert total // 4 < sum(map(size_of, a_bit)) <= total * 2 // 3
    assert sum(map(size_of, a_lot)) <= total // 4
    assert a_lot[0].pages[0].width < a_bit[0].pages[0].width


def test_what_is_small_enough_or_signed_stays_as_it_is():
    photo, letter = take_in("a.png", a_picture(), "paper"), take_in("b.pdf", signed(), "paper")

    assert all(map(operator.is_, shrink([photo, letter], 1_000_000), (photo, letter)))
    assert shrink([photo, letter], 1)[1].original == letter.original


def test_a_browser_can_show_a_page_of_either_coding():
    photo = take_in("a.png", a_picture(), "paper").pages[0]
    scan = take_in("b.pdf", a_document("Inkomen"), "paper").pages[0]

    for page, media_type in ((photo, "image/jpeg"), (scan, "image/png")):
        data, said = as_picture(page)
        assert said == media_type
        with Image.open(BytesIO(data)) as picture:
            picture.load()
            assert picture.size == (page.width, page.height)
            assert len(picture.getcolors(100_000)) > 1


def test_a_signed_document_that_cannot_act_goes_along_unchanged():
    upload = signed()

    taken = take_in("verklaring.pdf", upload, "paper")

    assert taken.original == upload
    assert "signature" not in taken.removed
    assert len(taken.pages) == 1


def test_a_signed_document_that_can_act_loses_its_signature():
    taken = take_in("verklaring.pdf", signed(with_script), "paper")

    assert taken.original is None
    assert {"signature", "scripts"} <= set(taken.removed)


def test_what_stands_beside_the_index_keeps_a_signed_file_from_going_along():
    upload = signed().replace(b"startxref", b"9 0 obj\n<</S /#4aavaScript>>\nendobj\nstartxref")

    assert take_in("verklaring.pdf", upload, "paper").original is None


CHILDREN = {
    "nothing": ("", "unsafe"),
    "nonsense": ("sys.stdout.write('x' * 100)", "unsafe"),
    "another shape": (
        "sys.stdout.buffer.write(bytes([0, 0, 0, 1, 0, 0, 0, 13]) + b'{\"pages\":[1]}')",
        "unsafe",
    ),
    "too much": (
        "put = sys.stdout.buffer.write; put(bytes([0, 0, 0, 1]) + bytes([255] * 4)); "
        "[put(bytes(10_000)) for _ in iter(int, 1)]",
        "unsafe",
    ),
    "endless": ("[sys.stdout.write('x' * 10_000) for _ in iter(int, 1)]", "unsafe"),
    "asleep": ("import time; time.sleep(60)", "too_slow"),
    "killed": ("import os; os.kill(os.getpid(), 9)", "too_much_memory"),
    "out of time": ("import os; os.kill(os.getpid(), 24)", "too_slow"),
    "crashed": ("import os; os.abort()", "unsafe"),
}


@pytest.mark.parametrize(("does", "reason"), CHILDREN.values(), ids=CHILDREN)
def test_a_child_that_misbehaves_is_a_refusal(does, reason, monkeypatch):
    monkeypatch.setattr(process, "_START", f"import sys; {does}")
    monkeypatch.setattr(process, "MOST_SECONDS", 0.7)

    assert refusal(a_document()) == reason


TELLS = """
import os, resource, sys; sys.path.insert(0, sys.argv[2])
from smi_core.sandbox import limits, wire
complains_to = os.readlink("/proc/self/fd/2")
limits.hold()
kinds = ("AS", "CPU", "FSIZE", "CORE", "NOFILE")
wire.write(wire.Answer({
    "knows": sorted(set(os.environ) - {"LC_CTYPE"}),
    "stands_in": os.getcwd(),
    "complains_to": complains_to,
    "limits": {kind: resource.getrlimit(getattr(resource, "RLIMIT_" + kind)) for kind in kinds},
}))
"""


def test_a_child_is_told_nothing_and_has_limits(monkeypatch):
    """What libraries write about errors may hold words of the file; our log is not for those."""
    monkeypatch.setenv("OURS", "is not for the child")
    monkeypatch.setattr(process, "_START", TELLS)

    (answer,) = process.ask("document", [b""], 1000)

    assert json.loads(answer) == {
        "knows": [],
        "stands_in": "/",
        "complains_to": "/dev/null",
        "limits": {
            "AS": [1_500_000_000, 1_500_000_000],
            "CPU": [20, 25],
            "FSIZE": [0, 0],
            "CORE": [0, 0],
            "NOFILE": [16, 16],
        },
    }


TRIES = """
import os, sys; sys.path.insert(0, sys.argv[2])
from smi_core.sandbox import limits, wire
limits.hold()
given, parent = wire.read()[0].decode(), os.getppid()
def manages(attempt):
    try:
        return bool(attempt()) or True
    except OSError:
        return False
tries = {
    "memory": lambda: open(f"/proc/{parent}/mem", "rb"),
    "signal": lambda: os.kill(parent, 0),
    "change": lambda: open(f"{given}/kept", "r+b"),
    "remove": lambda: os.remove(f"{given}/kept"),
    "make": lambda: os.mkdir(f"{given}/folder"),
    "start": lambda: os.posix_spawn("/bin/true", ["true"], {}),
}
wire.write(wire.Answer({"managed": [name for name, one in tries.items() if manages(one)]}))
"""


@pytest.mark.skipif(CDLL(None).syscall(444, None, 0, 1) < 6, reason="no Landlock, or an old one")
def test_a_child_that_was_taken_over_is_locked_in(tmp_path, monkeypatch):
    monkeypatch.setattr(process, "_START", TRIES)
    kept = tmp_path / "kept"
    kept.write_text("as it was", "utf-8")

    (answer,) = process.ask("document", [str(tmp_path).encode()], 1000)

    assert json.loads(answer) == {"managed": []}
    assert [*tmp_path.iterdir()] == [kept]


def is_running(command):
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):  # one may end while we look
            if path.read_bytes() == command:
                return True
    return False


def test_a_child_leaves_nothing_behind(monkeypatch):
    before = set(os.listdir("/proc/self/fd"))
    asleep = "import subprocess, time; subprocess.Popen(['sleep', '61.5']); time.sleep(60)"
    monkeypatch.setattr(process, "_START", asleep)
    monkeypatch.setattr(process, "MOST_SECONDS", 0.7)

    refusal(a_document())

    until = monotonic() + 5  # a process that was killed takes a moment to be gone
    while is_running(b"sleep\x0061.5\x00") and monotonic() < until:
        pass
    assert not is_running(b"sleep\x0061.5\x00")
    assert set(os.listdir("/proc/self/fd")) == before


def test_who_waits_too_long_for_a_turn_is_told(monkeypatch):
    monkeypatch.setattr(process, "_places", Places(0))
    monkeypatch.setattr(process, "PATIENCE", 0.01)

    assert refusal(a_document()) == "too_slow"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("C:\\Documenten\\verklaring.pdf", "verklaring.pdf"),
        ("../../etc/passwd", "passwd"),
        ("foto\u202egpj.exe", "fotogpj.exe"),
        ("re\u0301sume\u0301.pdf", "r\u00e9sum\u00e9.pdf"),
        ("\x00\n", "bestand"),
        ("x" * 300, "x" * 100),
    ],
)
def test_a_name_is_made_safe_to_show(name, shown):
    assert take_in(name, a_picture(), "paper").name == shown
