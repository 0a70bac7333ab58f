"""Every pack is accessible (PDF/UA-1) and archival (PDF/A-3a), and is read aloud as it is meant."""

import re
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest

from smi_core import blocks
from smi_core.blocks import Dossier, Fact
from smi_core.pdf import draw
from tests import packs
from tests.reading import everything, heard, read
from tests.spoken import complaints
from tests.verapdf import broken_rules

DOSSIERS = dict(packs.dossiers())
in_each = pytest.mark.parametrize("name", DOSSIERS)


@pytest.fixture(scope="module")
def made() -> dict[str, Dossier]:
    return {name: make() for name, make in DOSSIERS.items()}


@pytest.fixture(scope="module")
def drawn(made) -> dict[str, bytes]:
    return {name: draw(dossier) for name, dossier in made.items()}


@pytest.fixture(scope="module")
def broken(drawn, tmp_path_factory) -> dict[str, tuple[str, ...]]:
    return broken_rules(drawn, tmp_path_factory.mktemp("packs"))


@in_each
def test_a_pack_passes_both_standards(name, broken):
    assert broken[name] == ()


@in_each
def test_a_pack_is_good_to_hear(name, drawn):
    assert complaints(drawn[name]) == []


@in_each
def test_each_label_is_heard_with_its_answer_as_often_as_it_is_in_the_form(name, made, drawn):
    with pikepdf.open(BytesIO(drawn[name])) as pdf:
        said = [words for _, words in heard(pdf)]
    asked = [(_squeezed(row.label), _squeezed(row.value)) for row in _answered(made[name])]

    wrong = {pair for pair in asked if _times(pair, said) != asked.count(pair)}

    assert wrong == set()


@in_each
def test_the_contents_name_every_part_and_every_enclosure(name, made, drawn):
    with pikepdf.open(BytesIO(drawn[name])) as pdf:
        entries = [one.words for one in everything(read(pdf)) if one.role == "TOCI"]
    dossier = made[name]
    parts = [b.text for b in dossier.blocks if isinstance(b, blocks.Heading) and b.level == 1]
    wanted = [*parts, *(one.label for one in dossier.enclosures)]

    if any(isinstance(block, blocks.Contents) for block in dossier.blocks):
        assert [text for text in wanted if not any(text in entry for entry in entries)] == []
    else:
        assert entries == []


@pytest.mark.parametrize("name", ["names: Arabic", "names: Hebrew"])
def test_programs_that_take_text_out_find_a_name_that_runs_from_the_right(name, drawn):
    pages = pypdfium2.PdfDocument(drawn[name])
    found = "".join(page.get_textpage().get_text_bounded() for page in pages)

    first_word = packs.NAMES[name.removeprefix("names: ")].split()[0]

    assert first_word in unicodedata.normalize("NFKC", found)


def test_without_java_the_checks_say_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(AssertionError, match="make system"):
        broken_rules({"a pack": b""}, tmp_path)


def test_what_cannot_be_read_never_passes(tmp_path):
    broken = broken_rules({"no PDF": b"hello", "nothing": b""}, tmp_path)

    assert [len(rules) for rules in broken.values()] == [2, 2]


def _answered(dossier: Dossier) -> Iterator[Fact]:
    for block in dossier.blocks:
        if isinstance(block, blocks.Facts):
            yield from (row for row in block.rows if row.value.strip())


def _times(pair: tuple[str, str], said: list[str]) -> int:
    """How often the label is followed by the answer, or by the first paragraph of it."""
    return [*pairwise(said)].count(pair)


def _squeezed(text: str) -> str:
    first, *_ = re.split(r"\n\s*\n", unicodedata.normalize("NFC", text).strip())
    return " ".join(first.split())
