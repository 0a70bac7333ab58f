"""Every hostile file goes through the intake; nothing of it may act, hide, or bring things down."""

import io
import json
import random
import re
import subprocess
import sys
import unicodedata
from datetime import date
from typing import get_args

import pikepdf
import pytest

from smi_core.attached import Refusal
from smi_core.blocks import Dossier, Enclosure
from smi_core.content import load_texts
from smi_core.pdf import draw
from tests.hostile import KINDS
from tests.hostile.intake import Intake, came_of
from tests.hostile.kind import MARK, TAKEN, Kind
from tests.hostile.looks import DRAWING, bytes_of, grey, looks_so, pieces, spellings, words_of
from tests.hostile.mutations import SEEDS, mutated

pytestmark = pytest.mark.programs

MOST_SECONDS = 60
A4_LONG = 2000  # pixels at 170 dots per inch
HEAVY = ("bomb-flate", "bomb-object-stream", "png-gigapixels", "laughs", "many-megabytes")
ACTIVE = re.compile(
    rb"/(JS|JavaScript|AA|OpenAction|Launch|SubmitForm|ImportData|GoToR|GoToE|RichMedia|Movie|Sound"
    rb"|Screen|Rendition|XFA|Collection|FileAttachment|EmbeddedFiles?|OCProperties|URI)\b"
)


def marks(kind):
    return [pytest.mark.slow] if kind.is_slow else []


def each(kinds):
    return pytest.mark.parametrize(
        "kind", [pytest.param(kind, id=kind.name, marks=marks(kind)) for kind in kinds]
    )


every = each(KINDS)
every_taken = each([kind for kind in KINDS if "taken" in kind.expected])


@pytest.fixture(scope="module")
def intake(request):
    asked = [getattr(item, "callspec", None) for item in request.session.items]
    kinds = [call.params["kind"] for call in asked if call and "kind" in call.params]
    running = Intake({kind.name: kind for kind in kinds if isinstance(kind, Kind)}.values())
    yield running
    running.close()


@every
def test_a_file_comes_to_what_is_right_in_time(kind, intake):
    result = intake.of(kind)

    assert result.outcome in kind.expected
    assert result.seconds < MOST_SECONDS


@every_taken
def test_nothing_that_must_go_gets_through(kind, intake):
    attachment = intake.of(kind).attachment
    kept = bytes_of(attachment) if attachment else b""

    for marker in kind.must_go:
        assert not [spelling for spelling in spellings(marker) if spelling in kept]


@every_taken
def test_pages_are_pixels_and_nothing_else(kind, intake):
    attachment = intake.of(kind).attachment

    for page in attachment.pages if attachment else ():
        assert grey(page).size == (page.width, page.height)
        assert max(page.width, page.height) <= A4_LONG
        assert page.coding == "flate" or pieces(page.data) <= DRAWING


@each([kind for kind in KINDS if kind.expected == TAKEN])
def test_what_a_reader_sees_is_kept(kind, intake):
    attachment = intake.of(kind).attachment
    words = words_of(attachment)

    assert [text for text in kind.must_stay if text not in words] == []
    assert [spot for spot in kind.spots if not looks_so(attachment, spot)] == []
    assert not kind.pages or len(attachment.pages) == kind.pages


@each([kind for kind in KINDS if kind.told])
def test_the_parent_is_told_what_was_taken_out(kind, intake):
    assert kind.told <= set(intake.of(kind).attachment.removed)


@every_taken
def test_only_an_innocent_signed_file_goes_along_unchanged(kind, intake):
    attachment = intake.of(kind).attachment

    assert (attachment.original if attachment else None) == (
        kind.make() if kind.is_original_kept else None
    )


@each([kind for kind in KINDS if kind.name.startswith("name-")])
def test_a_name_cannot_lead_anywhere(kind, intake):
    name = intake.of(kind).attachment.name

    assert 0 < len(name) <= 100
    assert not set(name) & set("/\\\u202e")
    assert {unicodedata.category(sign) for sign in name} & {"Cc", "Cs", "Zl", "Zp"} == set()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("reason", get_args(Refusal))
def test_every_refusal_has_a_sentence(reason, language):
    assert load_texts(language).say(f"upload.refused.{reason}")


def test_a_pack_of_all_that_was_taken_does_nothing(intake):
    kinds = [kind for kind in KINDS if "taken" in kind.expected]
    kinds = [kind for kind in kinds if not kind.is_slow]
    pack = draw(dossier_of(intake.taken(kinds)))

    expanded = in_full(pack)
    assert expanded.count(b"/Bijlage") > 150
    assert [spelling for spelling in spellings(MARK) if spelling in expanded] == []
    assert set(ACTIVE.findall(expanded)) == set()


@pytest.mark.parametrize("name", SEEDS)
@pytest.mark.parametrize("seed", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in (1, 2, 3))])
def test_a_file_with_changed_bytes_is_taken_safely_or_refused(name, seed):
    dice = random.Random(f"{name} {seed}")

    result = came_of(name, lambda: mutated(SEEDS[name](), dice))

    assert result.outcome == "taken" or result.outcome in get_args(Refusal)
    assert result.seconds < MOST_SECONDS
    assert MARK.encode() not in (bytes_of(result.attachment) if result.attachment else b"")
    for page in result.attachment.pages if result.attachment else ():
        assert grey(page).size == (page.width, page.height)


def test_this_search_would_find_something():
    found = [kind for kind in KINDS if kind.name.startswith(("opens-", "click-"))]

    assert found
    assert all(ACTIVE.search(in_full(kind.make())) for kind in found)


def test_the_process_that_serves_pages_stays_small():
    command = [sys.executable, "-m", "tests.hostile.growth", *HEAVY]
    told = subprocess.run(command, capture_output=True, check=True, timeout=100)

    grown = json.loads(told.stdout)
    assert set(grown) == set(HEAVY)
    assert max(grown.values()) < 8_000_000


def dossier_of(attachments):
    enclosures = [
        Enclosure(
            label=f"Bijlage {number}",
            title="Een bewijs",
            details=(attachment.name,),
            page_alt="Blad {number} van {total}",
            attachment=attachment,
        )
        for number, attachment in enumerate(attachments, 1)
    ]
    return Dossier(
        title="Aanvraag",
        subtitle="Delft",
        footer="Aanvraag",
        made_on=date(2026, 3, 2),
        blocks=(),
        enclosures=tuple(enclosures),
    )


def in_full(file):
    """A PDF with everything in it unpacked."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(file)) as opened:
        opened.save(
            out,
            qdf=True,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return out.getvalue()
