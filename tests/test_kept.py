"""What is kept of a visit: it comes back whole, and what no longer fits is named."""

import json
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smi_core.answers import Answers, PaperState
from smi_core.attached import Attachment, Line, PageImage
from smi_core.content import load_steps
from smi_core.draft import UnreadableDraft
from smi_core.kept import (
    Aside,
    KeptFile,
    Typed,
    Way,
    from_bytes,
    moved_behind,
    pack_file,
    record_of,
    taken_back,
    to_bytes,
    unpack_file,
)
from smi_core.merging import merged

TODAY = date(2026, 3, 2)
STEPS = load_steps()
PLACES = st.none() | st.integers(0, 11)
STANDS = st.none() | st.booleans() | st.text() | st.lists(st.text(), max_size=3).map(tuple)
PAGE = PageImage(
    width=2,
    height=3,
    coding="jpeg",
    colour="grey",
    data=bytes(range(256)),
    lines=(Line(text="Verklaring", left=0, top=0, width=9, height=9),),
)
FILE = Attachment(paper="inkomen", name="loonstrook mei.pdf", kind="document", pages=(PAGE,))


def there_and_back(answers=None, aside=None):
    kept = to_bytes(record_of(answers or Answers(), aside or Aside()))
    return taken_back(from_bytes(kept), STEPS, TODAY)


def test_everything_comes_back():
    answers = Answers(
        household={"woont_in_gemeente": "ja", "verhaal": "Het lukt niet. 😀"},
        children=({"kind_naam": "Anna"}, {"geboortedatum": date(2024, 5, 1)}),
        papers={"inkomen": PaperState(state="asked", note="bij de werkgever")},
        applies_anyway=True,
    )
    aside = Aside(
        municipality="delft",
        language="en",
        typed=(Typed(child=1, field="kind_bsn", value="99999"),),
        files={"f1": KeptFile(name="foto.jpg"), "f2": KeptFile(name="b.pdf", is_waiting=True)},
        before={"inkomen": PaperState(state="asked"), "plaats": None},
        benefit_told="wko_1_3",
        password="appel peer",
        way=Way(page="questions", query={"vraag": "verhaal"}),
    )

    kept = there_and_back(answers, aside)

    assert (kept.answers, kept.aside, kept.refused) == (answers, aside, ())


@given(st.dictionaries(st.tuples(PLACES, st.from_regex(r"\A[\w:.-]{1,30}\Z")), STANDS, max_size=5))
@settings(derandomize=True, deadline=None)
def test_what_stands_in_fields_comes_back_as_it_was(fields):
    typed = tuple(
        Typed(child=child, field=name, value=value) for (child, name), value in fields.items()
    )
    assert there_and_back(aside=Aside(typed=typed)).aside.typed == typed


def test_the_order_of_the_files_stays():
    files = {name: KeptFile(name=f"{name}.pdf") for name in ("z", "a", "m")}
    assert list(there_and_back(aside=Aside(files=files)).aside.files) == ["z", "a", "m"]


def test_what_no_longer_fits_is_named_and_the_rest_stays():
    record = record_of(Answers(household={"woont_in_gemeente": "ja"}), Aside(municipality="delft"))
    record["household"] |= {"vraag_van_vroeger": "ja", "partner": "keuze_van_vroeger"}
    record["aside"]["of_a_later_version"] = 1

    kept = taken_back(record, STEPS, TODAY)

    assert kept.answers.household == {"woont_in_gemeente": "ja"}
    assert [one.where for one in kept.refused] == [
        "household.vraag_van_vroeger",
        "household.partner",
    ]
    assert kept.refused[1].question == "partner"
    assert kept.aside.municipality == "delft"


def test_what_stands_in_the_fields_of_a_child_goes_with_it_when_two_add_one():
    base = {"children": [{"n": "A"}], "aside": {"typed": {"0.n": "A"}}}
    mine = {"children": [{"n": "A"}, {"n": "B"}], "aside": {"typed": {"0.n": "A", "1.n": "B"}}}
    theirs = {"children": [{"n": "A"}, {"n": "C"}], "aside": {"typed": {"0.n": "A", "1.n": "C"}}}

    both = merged(base, mine, moved_behind(theirs, base, mine))

    assert both["children"] == [{"n": "A"}, {"n": "B"}, {"n": "C"}]
    assert both["aside"]["typed"] == {"0.n": "A", "1.n": "B", "2.n": "C"}
    assert moved_behind(mine, base, mine) == mine
    assert moved_behind(theirs, base, base) == theirs


def test_a_record_of_the_first_version_is_read():
    kept = taken_back({"version": 1, "household": {"woont_in_gemeente": "ja"}}, STEPS, TODAY)

    assert kept.answers.household == {"woont_in_gemeente": "ja"}
    assert kept.aside == Aside()


@pytest.mark.parametrize(
    "kept",
    [b"", b"\xff", b"[]", b"null", b'{"version": 99}', b'{"aside": []}', b'{"aside": {"typed": 1}}',
     b'{"aside": {"files": {"f": {}}}}', b'{"aside": {"typed": {"None.x": {}}}}',
     b"[" * 100_000, b'{"aside": {"before": {"p": {"state": "?"}}}}'],
)  # fmt: skip
def test_what_is_no_record_is_one_error(kept):
    with pytest.raises(UnreadableDraft):
        taken_back(from_bytes(kept), STEPS, TODAY)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=8,
)
PARTS = ["version", "household", "children", "papers", "applies_anyway", "aside"]


@given(st.dictionaries(st.sampled_from(PARTS), JSON, max_size=4))
@settings(derandomize=True, deadline=None, max_examples=300)
def test_whatever_comes_back_is_read_or_refused(record):
    with suppress(UnreadableDraft):
        taken_back(from_bytes(json.dumps(record).encode()), STEPS, TODAY)


def test_a_file_comes_back_to_the_last_byte():
    signed = FILE.model_copy(update={"original": b"%PDF signed", "removed": ("location",)})
    assert unpack_file(pack_file(signed)) == signed


@pytest.mark.parametrize("packed", [b"", b"no zip", pack_file(FILE)[:-5], pack_file(FILE)[:20]])
def test_half_a_file_is_no_file(packed):
    with pytest.raises(UnreadableDraft):
        unpack_file(packed)
