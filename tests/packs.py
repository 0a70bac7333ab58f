"""Packs of very different families, to hold every one to the same standard."""

import io
import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Any, get_args

from PIL import Image

from smi_core.answers import Answers, PaperState
from smi_core.attached import Attachment, Line, PageImage
from smi_core.blocks import (
    Contents,
    DataFile,
    Dossier,
    Enclosure,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Steps,
    Table,
    Tick,
    Ticks,
)
from smi_core.case import Case, work_out
from smi_core.content import load_guide, load_steps, load_texts, municipalities
from smi_core.dossier import compile_dossier
from smi_core.draft import read
from tests.stories import CASES, load_story, tell

EXAMPLES = Path(__file__).parent.parent / "examples"
TODAY = date(2026, 11, 23)
NAMES = {
    "Arabic": "فاطمة الزهراء (أم علي) 3",
    "Hebrew": "שרה כהן-לוי (אם)",
    "Ukrainian": "Оксана Щербаківська-Ґалаґан",
    "Turkish": "Şükriye Yıldırım İğdır",
    "Polish": "Łukasz Źdźbłowski",
    "Vietnamese, with loose accents": "Nguye\u0302\u0303n Thi\u0323 A\u0301nh",
    "emoji": "Noor 😀👩‍👧 & <b>Co</b>",
}
ARABIC_STORY = (
    "ابنتي عمرها ثلاث سنوات وتحتاج إلى رعاية (ثلاثة أيام في الأسبوع) لأنني مريضة منذ 2024. "
    "الطبيب في Lansingerland كتب رسالة: «الرعاية ضرورية»، والسعر هو 9,50 € في الساعة. "
)
TEXTS = load_texts("nl")


def example(municipality: str, papers: Mapping[str, Any] | None = None, **changed: Any) -> Case:
    """The family of an example, with some answers for the household changed."""
    given = json.loads((EXAMPLES / f"{municipality}.json").read_text("utf-8"))
    given |= {"household": given["household"] | changed, "papers": papers or {}}
    answers, refused = read(given, load_steps(), TODAY)
    assert refused == ()
    return work_out(load_guide(municipality), answers, TODAY)


def in_every_state(municipality: str) -> Case:
    """The family of an example, with its papers in all the states that there are."""
    states = cycle(get_args(PaperState.model_fields["state"].annotation))
    papers = {
        item.paper.id: {"state": next(states), "note": "Gevraagd aan de assistente op 3 november."}
        for item in example(municipality).papers
    }
    return example(municipality, papers)


def with_nothing_answered(municipality: str) -> Case:
    return work_out(load_guide(municipality), Answers(), TODAY)


def photo(width: int = 60, height: int = 80) -> PageImage:
    """A photo: colours, and no text."""
    file = io.BytesIO()
    Image.new("RGB", (width, height), (200, 120, 40)).save(file, "JPEG")
    return PageImage(width=width, height=height, coding="jpeg", colour="rgb", data=file.getvalue())


def scan(*lines: str, width: int = 60, height: int = 84) -> PageImage:
    """A page of text: shades of grey, with lines where a text can be."""
    rows = b"".join(b"\0" + b"\xf0" * width for _ in range(height))
    return PageImage(
        width=width,
        height=height,
        coding="flate",
        colour="grey",
        data=zlib.compress(rows),
        lines=tuple(
            Line(text=text, left=1000, top=1000 + 400 * row, width=6000, height=200)
            for row, text in enumerate(lines)
        ),
    )


def enclosures() -> tuple[Enclosure, ...]:
    """A photo of several pages, and a document with text in several scripts."""
    pages = {
        "photo": (photo(), photo(80, 60)),
        "document": (scan("Loonstrook oktober", "Netto € 1.611,72", *NAMES.values()), scan()),
    }
    return tuple(
        Enclosure(
            label=f"Bijlage {number}",
            title="Bewijs van het inkomen",
            details=("IMG_2041.HEIC, 2 bladen", "Verwijderd: locatie"),
            page_alt="Blad {number} van {total} van een bewijs van het inkomen.",
            attachment=Attachment(paper="inkomen", name="IMG_2041.HEIC", kind=kind, pages=shown),
        )
        for number, (kind, shown) in enumerate(pages.items(), start=1)
    )


def files() -> tuple[DataFile, ...]:
    return (
        DataFile(
            name="aanvraag.json",
            media_type="application/json",
            description="De antwoorden, voor programma's",
            content=b'{"version": 1}',
        ),
    )


def small() -> Dossier:
    """A pack of a few pages, with something of everything that has a rule of its own."""
    return Dossier(
        title="Aanvraag kinderopvang",
        subtitle="Gemeente Delft",
        footer="Aanvraag van Noor",
        made_on=TODAY,
        blocks=(
            Contents(title="Inhoud"),
            Heading(level=1, text="Deel A"),
            Paragraph(text="Mail naar smi@voorbeeld.nl."),
            Steps(items=(("Kijk na.", "Met pen."), ("Teken.", ""))),
            Heading(level=2, text="Uw gegevens"),
            Facts(rows=(Fact(label="Naam", value="Noor"), Fact(label="BSN", field="bsn"))),
            Ticks(items=(Tick(text="Paspoort", field="paspoort", enclosures=("Bijlage 1",)),)),
            Table(caption="Week", header=("Dag", "Uren"), rows=(("ma", "8"),), numbers=(1,)),
        ),
        enclosures=enclosures(),
        files=files(),
    )


def dossiers() -> Iterator[tuple[str, Callable[[], Dossier]]]:
    """Every pack that is held to the standards, by its name."""
    for town in municipalities():
        yield f"{town}: the example", lambda town=town: full(example(town))
        yield f"{town}: papers in every state", lambda town=town: _plain(in_every_state(town))
        yield f"{town}: nothing answered", lambda town=town: _plain(with_nothing_answered(town))
        yield f"{town}: a story", lambda town=town: _plain(_first_story(town))
    for script, name in NAMES.items():
        yield (
            f"names: {script}",
            lambda name=name: _plain(example("alkmaar", naam=name, partner_naam=name, adres=name)),
        )
    yield "a long story", lambda: _plain(example("delft", verhaal="Dit is mijn verhaal. " * 190))
    yield "a long word", lambda: _plain(example("delft", verhaal="zorg" * 900))
    yield "a long story in Arabic", lambda: _plain(example("delft", verhaal=ARABIC_STORY * 18))


def full(case: Case) -> Dossier:
    """The pack of a case, with everything that can be added to one."""
    return _plain(case).model_copy(update={"enclosures": enclosures(), "files": files()})


def _plain(case: Case) -> Dossier:
    return compile_dossier(case, TEXTS)


def _first_story(town: str) -> Case:
    path = sorted((CASES / town).glob("p02*.yaml"))[0]
    return tell(load_story(path), town)
