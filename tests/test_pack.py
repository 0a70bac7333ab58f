"""The pack as a whole: made, handed in apart or together, and opened again."""

import json
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from smi_core import pack
from smi_core.answers import PaperState
from smi_core.attached import Attachment, PageImage
from smi_core.case import Case, work_out
from smi_core.content import load_guide, load_steps, municipalities
from smi_core.draft import read
from smi_core.pdf import encrypt
from smi_core.uploads import PackRefused, take_in

pytestmark = pytest.mark.programs

TODAY = date(2026, 11, 22)
EXAMPLES = Path(__file__).parent.parent / "examples"


def photo(*, width: int = 600, height: int = 800, noise: bool = False) -> bytes:
    picture = Image.effect_noise((width, height), 90) if noise else Image.new("L", (width, height))
    file = BytesIO()
    picture.convert("RGB").save(file, "JPEG", quality=92)
    return file.getvalue()


def family(municipality: str, **papers: PaperState) -> Case:
    given = json.loads((EXAMPLES / f"{municipality}.json").read_text("utf-8"))
    answers, _ = read(given, load_steps(), TODAY)
    answers = answers.model_copy(update={"papers": papers})
    return work_out(load_guide(municipality), answers, TODAY)


def enclosing(case: Case) -> list[Attachment]:
    """A photo for the first two papers that are enclosed; the first gets two."""
    papers = [item.paper.id for item in case.papers if item.paper.kind == "enclose"][:2]
    return [take_in(f"foto van {one}.jpg", photo(), one) for one in (papers[0], *papers)]


@pytest.mark.parametrize("municipality", municipalities())
def test_a_pack_brings_everything_back(municipality):
    case = family(municipality)
    attachments = enclosing(case)

    back = pack.reopen(pack.make_pack(case, attachments), TODAY)

    assert back.municipality == municipality
    assert back.answers == case.given
    assert sorted(back.attachments, key=lambda one: one.name) == sorted(
        attachments, key=lambda one: one.name
    )
    assert (back.refused, back.lost) == ((), ())


def test_a_pack_that_was_opened_and_made_again_is_the_same():
    case = family("delft", inkomensverklaring=PaperState(state="asked", note="12 mei"))
    first = pack.make_pack(case, enclosing(case))
    back = pack.reopen(first, TODAY)

    again = work_out(load_guide(back.municipality), back.answers, TODAY)

    assert pack.make_pack(again, back.attachments) == first


def test_a_pack_is_the_same_in_any_number_of_threads():
    case = family("alkmaar")
    attachments = enclosing(case)

    with ThreadPoolExecutor(8) as threads:
        made = set(threads.map(lambda _: pack.make_pack(case, attachments), range(16)))

    assert len(made) == 1


def test_what_was_typed_into_the_open_fields_comes_back():
    case = family("alkmaar")
    assert "partner_bsn" not in case.given.household
    typed = {"partner_bsn": "999990019", "kind_bsn-2": "999990019"}

    back = pack.reopen(typed_into(pack.make_pack(case, ()), typed), TODAY)

    assert back.answers.household["partner_bsn"] == "999990019"
    assert [child.get("kind_bsn") for child in back.answers.children] == [None, "999990019"]
    assert back.refused == ()


def test_what_was_typed_and_cannot_be_right_is_asked_again():
    made = typed_into(pack.make_pack(family("alkmaar"), ()), {"partner_bsn": "123456789"})

    back = pack.reopen(made, TODAY)

    assert "partner_bsn" not in back.answers.household
    assert [(one.where, one.question) for one in back.refused] == [("partner_bsn", "partner_bsn")]


def test_a_pack_for_an_email_is_made_to_fit():
    case = family("alkmaar")
    paper = next(item.paper.id for item in case.papers if item.paper.kind == "enclose")
    large = take_in("foto.jpg", photo(width=1600, height=2200, noise=True), paper)
    page = large.pages[0]
    many = [large.model_copy(update={"pages": (page,) * 12})]

    fitted = pack.fit(case, many)

    assert len(page.data) * 12 > 7_000_000
    assert (fitted.is_smaller, fitted.fits, fitted.most) == (True, True, 7_000_000)
    assert len(pack.make_pack(case, fitted.attachments)) == fitted.size <= 7_000_000


def test_a_pack_on_paper_has_no_limit():
    case = family("delft")
    attachments = enclosing(case)

    assert pack.fit(case, attachments).most is None


def test_what_cannot_be_made_to_fit_is_said():
    case = family("alkmaar")
    paper = next(item.paper.id for item in case.papers if item.paper.kind == "enclose")
    signed = Attachment(
        paper=paper,
        name="contract.pdf",
        kind="document",
        pages=(PageImage(width=1, height=1, coding="flate", colour="grey", data=b"x"),),
        original=b"%PDF" + bytes(8_000_000),
    )

    assert not pack.fit(case, [signed]).fits


def test_the_attachments_apart_are_named_for_their_papers():
    case = family("pijnacker-nootdorp")

    file = pack.make_zip(case, enclosing(case))

    names = zipfile.ZipFile(BytesIO(file)).namelist()
    assert names == [
        "01-een-kopie-van-uw-paspoort-of-id-kaart.pdf",
        "02-een-kopie-van-uw-paspoort-of-id-kaart.pdf",
        names[2],
    ]
    assert all(zipfile.ZipFile(BytesIO(file)).read(name).startswith(b"%PDF") for name in names)
    assert pack.make_zip(case, enclosing(case)) == file


def test_a_signed_file_goes_apart_as_it_came():
    case = family("lansingerland")
    one = enclosing(case)[0].model_copy(update={"original": b"%PDF as it was signed"})

    with zipfile.ZipFile(BytesIO(pack.make_zip(case, [one]))) as files:
        assert [files.read(name) for name in files.namelist()] == [one.original]


def test_a_pack_with_a_password_is_recognised():
    with pytest.raises(PackRefused) as refused:
        pack.reopen(encrypt(pack.make_pack(family("alkmaar"), ()), "geheim"), TODAY)

    assert refused.value.reason == "password"


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"municipality": "atlantis"}, "unknown_municipality"),
        ({"version": 99}, "newer_version"),
        ({"format": "iets anders"}, "not_answers"),
    ],
)
def test_data_of_elsewhere_or_later_are_refused(changed, reason):
    made = with_other_data(pack.make_pack(family("delft"), ()), changed)

    with pytest.raises(PackRefused) as refused:
        pack.reopen(made, TODAY)

    assert refused.value.reason == reason


def typed_into(made: bytes, values: dict[str, str]) -> bytes:
    with pikepdf.open(BytesIO(made)) as opened:
        for page in opened.pages:
            for one in page.obj.get("/Annots", []):
                if str(one.get("/T", "")) in values:
                    one.V = pikepdf.String(values[str(one.T)])
        file = BytesIO()
        opened.save(file)
    return file.getvalue()


def with_other_data(made: bytes, changed: dict[str, object]) -> bytes:
    """The pack with other data, and without the metadata that would give it away."""
    with pikepdf.open(BytesIO(made)) as opened:
        data = opened.attachments["aanvraag.json"].get_file()
        content = {**json.loads(data.read_bytes()), **changed}
        data.obj.write(json.dumps(content).encode())
        del opened.Root.Metadata
        file = BytesIO()
        opened.save(file)
    return file.getvalue()
