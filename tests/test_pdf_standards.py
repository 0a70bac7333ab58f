"""Every pack is accessible (PDF/UA-1) and archival (PDF/A-3a), and is read aloud as it is meant."""

import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from io import BytesIO
from itertools import pairwise
from subprocess import PIPE, Popen

import pikepdf
import pypdfium2
import pytest

from smi_core import blocks
from smi_core.blocks import Dossier, Fact
from smi_core.letters import letters
from smi_core.pdf import draw, draw_enclosure, draw_letter
from tests import packs
from tests.reading import everything, heard, order, read
from tests.spoken import complaints
from tests.verapdf import broken_rules

pytestmark = pytest.mark.programs

PRINT_A_DIGEST = """
from hashlib import sha256
from smi_core.pdf import draw
from tests import packs
print(sha256(draw(packs.full(packs.with_names()))).hexdigest())
"""
KINDS = ("photo", "document")
DOSSIERS = dict(packs.dossiers())
in_each = pytest.mark.parametrize("name", DOSSIERS)


@pytest.fixture(scope="module")
def made() -> dict[str, Dossier]:
    return {name: make() for name, make in DOSSIERS.items()}


@pytest.fixture(scope="module")
def drawn(made) -> dict[str, bytes]:
    return {name: draw(dossier) for name, dossier in made.items()}


@pytest.fixture(scope="module")
def apart() -> dict[str, bytes]:
    """What is drawn without a pack around it: attachments and letters."""
    enclosures = {one.attachment.kind: one for one in packs.enclosures()}
    written = letters(packs.with_names(), packs.TEXTS)
    return {
        **{kind: draw_enclosure(one, packs.TODAY) for kind, one in enclosures.items()},
        **{letter.id: draw_letter(letter) for letter in written},
    }


@pytest.fixture(scope="module")
def broken(drawn, apart, tmp_path_factory) -> dict[str, tuple[str, ...]]:
    return broken_rules({**drawn, **apart}, tmp_path_factory.mktemp("packs"))


@in_each
def test_a_pack_passes_both_standards(name, broken):
    assert broken[name] == ()


@in_each
def test_a_pack_is_good_to_hear(name, drawn):
    assert complaints(drawn[name]) == []


def test_letters_and_attachments_apart_pass_both_standards(apart, broken):
    assert len(apart) >= 5
    assert {name: broken[name] for name in apart if broken[name]} == {}


def test_letters_are_good_to_hear(apart):
    found = {name: complaints(data) for name, data in apart.items() if name not in KINDS}

    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@in_each
def test_each_label_is_heard_with_its_answer_as_often_as_it_is_in_the_form(name, made, drawn):
    with pikepdf.open(BytesIO(drawn[name])) as pdf:
        said = [words for _, words in heard(pdf)]
    asked = [(_squeezed(row.label), _squeezed(row.value)) for row in _answered(made[name])]

    wrong = {pair for pair in asked if _times(pair, said) != asked.count(pair)}

    assert wrong == set()


@in_each
def test_the_contents_lead_to_every_part_and_attachment(name, made, drawn):
    dossier = made[name]
    with pikepdf.open(BytesIO(drawn[name])) as pdf:
        document = read(pdf)
        entries = [one.words for one in everything(document) if one.role == "TOCI"]
        pages = {
            one.words: page + 1
            for one in everything(document)
            if one.role in ("H1", "H2")
            for page, _ in order(one)[:1]
        }
    parts = [b.text for b in dossier.blocks if isinstance(b, blocks.Heading) and b.level == 1]
    enclosed = [(one.label, f"{one.label}: {one.title}") for one in dossier.enclosures]

    wanted = [f"{text} {pages[text]}" for text in map(_squeezed, parts)]
    wanted += [f"{text} {pages[label]}" for label, text in enclosed]
    assert entries == wanted


@pytest.mark.parametrize("script", ["Arabic", "Hebrew"])
@pytest.mark.parametrize("where", ["names of many scripts", "delft: everything"])
def test_programs_that_take_text_out_find_a_name_that_runs_from_the_right(script, where, drawn):
    # In the form, and in the invisible text over the picture of a page.
    pages = pypdfium2.PdfDocument(drawn[where])
    found = "".join(page.get_textpage().get_text_bounded() for page in pages)

    first_word = packs.NAMES[script].split()[0]

    assert first_word in unicodedata.normalize("NFKC", found)


def test_every_process_and_every_thread_makes_the_same_pack():
    # Each process shuffles its sets in another way.
    processes = [
        Popen(
            [sys.executable, "-c", PRINT_A_DIGEST],
            env={**os.environ, "PYTHONHASHSEED": seed},
            stdout=PIPE,
        )
        for seed in ("1", "2", "3")
    ]
    dossier = packs.full(packs.with_names())
    with ThreadPoolExecutor(8) as threads:
        copies = {*threads.map(draw, [dossier] * 8)}

    digests = {process.communicate()[0].decode().strip() for process in processes}

    assert digests == {sha256(copy).hexdigest() for copy in copies}
    assert len(digests) == 1


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
