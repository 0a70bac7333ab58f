"""A pack that comes back: everything in it, and nothing that somebody slipped in."""

import hashlib
import zlib
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from smi_core.blocks import DataFile, Dossier, Enclosure
from smi_core.pdf import draw
from smi_core.uploads import PackRefused, open_pack, take_in
from tests.signing import signed, with_script

pytestmark = pytest.mark.programs

MADE_ON = date(2026, 11, 22)
ANSWERS = b'{"version": 1, "household": {"woonplaats": "Alkmaar"}}'


def a_jpeg(mode="RGB", **options):
    file = BytesIO()
    Image.linear_gradient("L").resize((64, 48)).convert(mode).save(file, "JPEG", **options)
    return file.getvalue()


def rows(width=32, height=16, *, extra=b""):
    return zlib.compress((b"\x02" + bytes(width)) * height + extra)


def add_file(pdf, name, content):
    pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, content, filename=name)


def add_picture(pdf, name, data, coding="jpeg", size=(64, 48), **more):
    image = pikepdf.Stream(pdf, b"", Type=Name.XObject, Subtype=Name.Image, BitsPerComponent=8)
    image.Width, image.Height = size
    image.ColorSpace = Name.DeviceRGB if coding == "jpeg" else Name.DeviceGray
    parms = {"/Predictor": 15, "/Colors": 1, "/BitsPerComponent": 8, "/Columns": size[0]}
    if coding == "jpeg":
        image.write(data, filter=Name.DCTDecode)
    else:
        image.write(data, filter=Name.FlateDecode, decode_parms=Dictionary(parms))
    for key, value in more.items():
        image[f"/{key}"] = value
    page = pdf.add_blank_page()
    page.Resources = Dictionary(XObject=Dictionary({name: pdf.make_indirect(image)}))


def metadata(pdf, sha256):
    about = f"<rdf:Description><aanvraag:sha256>{sha256}</aanvraag:sha256></rdf:Description>"
    pdf.Root.Metadata = pikepdf.Stream(pdf, about.encode(), Type=Name.Metadata, Subtype=Name.XML)


def a_pack(*changes, answers=ANSWERS, sha256=None, **saving):
    """A pack as the wizard makes them, with changes."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    add_file(pdf, "aanvraag.json", answers)
    metadata(pdf, sha256 or hashlib.sha256(answers).hexdigest())
    for change in changes:
        change(pdf)
    file = BytesIO()
    pdf.save(file, fix_metadata_version=False, **saving)
    return file.getvalue()


def refusal(pack):
    with pytest.raises(PackRefused) as refused:
        open_pack(pack)
    return refused.value.reason


def test_a_pack_gives_back_its_answers_and_the_very_bytes_of_its_pages():
    photo, scan = a_jpeg(), rows()

    opened = open_pack(
        a_pack(
            lambda pdf: add_picture(pdf, "/Bijlage1Blad1", photo),
            lambda pdf: add_picture(pdf, "/Bijlage2Blad1", scan, "flate", (32, 16)),
        )
    )

    assert opened.data == ANSWERS
    assert {name: page.data for name, page in opened.images.items()} == {
        "Bijlage1Blad1": photo,
        "Bijlage2Blad1": scan,
    }
    first, second = opened.images.values()
    assert (first.coding, first.colour, first.width) == ("jpeg", "rgb", 64)
    assert (second.coding, second.colour, second.height) == ("flate", "grey", 16)


def test_a_pack_of_the_wizard_itself_comes_back_whole():
    letter, photo = take_in("a.pdf", signed(), "work"), take_in("b.jpg", a_jpeg(), "income")
    enclosures = tuple(
        Enclosure(label=f"Bijlage {n}", title="Papier", details=(), page_alt="Blad", attachment=one)
        for n, one in enumerate((letter, photo), start=1)
    )
    kept = {"aanvraag.json": ANSWERS, "bijlage-1-origineel.pdf": letter.original}
    files = tuple(
        DataFile(name=name, media_type="application/json", description=name, content=content)
        for name, content in kept.items()
    )
    texts = {"title": "Aanvraag", "subtitle": "Alkmaar", "footer": "SMI", "reference": "SMI-1"}

    pack = draw(Dossier(**texts, made_on=MADE_ON, blocks=(), enclosures=enclosures, files=files))
    opened = open_pack(pack)

    assert {"aanvraag.json": opened.data, **opened.originals} == kept
    assert opened.images == {"Bijlage1Blad1": letter.pages[0], "Bijlage2Blad1": photo.pages[0]}


def fields(pdf):
    typed = Dictionary(FT=Name.Tx, T="datum", V="2 december\n2026\x07")
    ticked = Dictionary(FT=Name.Btn, T="akkoord", V=Name.On)
    empty = Dictionary(FT=Name.Btn, T="later", V=Name.Off)
    group = Dictionary(T="ouder", Kids=Array([Dictionary(FT=Name.Tx, T="bsn", V="999990019")]))
    loop = pdf.make_indirect(Dictionary(T="lus"))
    loop.Kids = Array([loop])
    pdf.Root.AcroForm = Dictionary(Fields=Array([loop, typed, ticked, empty, group]))


def test_what_was_typed_later_comes_along():
    filled = open_pack(a_pack(fields)).filled

    assert filled == {"datum": "2 december\n2026", "akkoord": "yes", "ouder.bsn": "999990019"}


def signature(pdf):
    value = Dictionary(Type=Name.Sig, ByteRange=Array([0, 1, 2, 3]), Contents=b"0")
    field = pdf.make_indirect(Dictionary(FT=Name.Sig, T="handtekening", V=value))
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


def a_scan():
    """What a copier makes of a printed pack."""
    pdf = pikepdf.new()
    add_picture(pdf, "/Im0", a_jpeg(), size=(1700, 2300))
    file = BytesIO()
    pdf.save(file)
    return file.getvalue()


def a_text():
    pdf = pikepdf.new()
    pdf.add_blank_page()
    file = BytesIO()
    pdf.save(file)
    return file.getvalue()


def a_print():
    """What a viewer makes of a pack that is printed to a file: its pages, and nothing else."""
    pack = draw(
        Dossier(
            title="Aanvraag",
            subtitle="Alkmaar",
            footer="SMI",
            reference="ALK-20261122-0A1F",
            made_on=MADE_ON,
            blocks=(),
            enclosures=(),
        )
    )
    printed = pikepdf.new()
    with pikepdf.open(BytesIO(pack)) as opened:
        printed.pages.extend(opened.pages)
        file = BytesIO()
        printed.save(file)
    return file.getvalue()


LOCKED = pikepdf.Encryption(owner="o", user="u", R=6)


@pytest.mark.parametrize(
    ("pack", "reason"),
    [
        (lambda: b"", "empty"),
        (lambda: b"%PDF-1.7" + bytes(60 * 2**20), "too_large"),
        (lambda: b"een brief", "not_a_pack"),
        (a_text, "not_a_pack"),
        (a_scan, "scanned"),
        (a_jpeg, "scanned"),
        (a_print, "printed"),
        (lambda: a_pack(signature), "signed"),
        (lambda: a_pack(encryption=LOCKED), "password"),
        (lambda: a_pack(sha256="0" * 64), "changed"),
        (lambda: a_pack(answers=bytes(2_000_001)), "bomb"),
        (lambda: b"%PDF-1.7\nniets", "damaged"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_opened_says_why(pack, reason):
    assert refusal(pack()) == reason


def test_a_pack_without_the_notes_on_it_is_believed_for_its_answers():
    def forget(pdf):
        del pdf.Root.Metadata

    assert open_pack(a_pack(forget)).data == ANSWERS


@pytest.mark.parametrize(
    "photo",
    [a_jpeg(comment=b"thuis"), a_jpeg() + b"%PDF-1.7", a_jpeg(exif=b"Exif\0\0GPS")],
    ids=["comment", "something behind", "notes of a camera"],
)
def test_a_picture_with_more_than_a_picture_is_made_anew(photo):
    (page,) = open_pack(
        a_pack(lambda pdf: add_picture(pdf, "/Bijlage1Blad1", photo))
    ).images.values()

    assert page.data != photo
    assert not any(word in page.data for word in (b"thuis", b"%PDF", b"GPS"))
    assert (page.width, page.height) == (64, 48)


@pytest.mark.parametrize(
    ("name", "data", "size", "coding"),
    [
        ("/Bijlage0Blad1", a_jpeg(), (64, 48), "jpeg"),
        ("/Logo", a_jpeg(), (64, 48), "jpeg"),
        ("/Bijlage1Blad1", a_jpeg()[:300], (64, 48), "jpeg"),
        ("/Bijlage1Blad1", a_jpeg(), (60_000, 48), "jpeg"),
        ("/Bijlage1Blad1", zlib.compress(bytes(30_000_000)), (32, 16), "flate"),
    ],
    ids=["no such attachment", "another picture", "half a picture", "too wide", "a bomb"],
)
def test_a_picture_that_is_not_a_page_is_left_out(name, data, size, coding):
    opened = open_pack(a_pack(lambda pdf: add_picture(pdf, name, data, coding, size)))

    assert opened.images == {}


def test_only_signed_files_that_cannot_act_come_back():
    original = signed()

    opened = open_pack(
        a_pack(
            lambda pdf: add_file(pdf, "bijlage-1-origineel.pdf", original),
            lambda pdf: add_file(pdf, "bijlage-2-origineel.pdf", signed(with_script)),
            lambda pdf: add_file(pdf, "bijlage-3-origineel.pdf", a_text()),
            lambda pdf: add_file(pdf, "../../bijlage.pdf", original),
        )
    )

    assert opened.originals == {"bijlage-1-origineel.pdf": original}
