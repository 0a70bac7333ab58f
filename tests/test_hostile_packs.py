"""Changed packs are opened again: nothing they say is believed, and nothing brings things down."""

import time
from datetime import date

import pytest

from smi_core.case import work_out
from smi_core.content import load_guide
from smi_core.pack import make_pack, reopen
from smi_core.uploads import PackRefused
from tests.hostile.kind import MARK
from tests.hostile.looks import DRAWING, grey, pieces
from tests.hostile.packs import KINDS
from tests.test_hostile import ACTIVE, in_full

pytestmark = pytest.mark.programs

TODAY = date(2026, 11, 23)
OURS = {b"EmbeddedFile", b"EmbeddedFiles", b"URI"}
MOST_SECONDS, MOST_PAGES = 30, 600


# To be mended in `handover.take_back`.
def outcome_of(pack):
    """`opened` with what it brought back, or the reason why not."""
    try:
        return "opened", reopen(pack, TODAY)
    except PackRefused as refused:
        return refused.reason, None


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_a_changed_pack_is_opened_safely_or_refused(kind):
    start = time.monotonic()
    outcome, opened = outcome_of(kind.make())

    assert outcome in kind.expected
    if opened:
        check_attachments(opened.attachments)
        check_pack_of(opened)
    assert time.monotonic() - start < MOST_SECONDS


def check_pack_of(opened):
    """What came back makes a pack again, and that does nothing."""
    case = work_out(load_guide(opened.municipality), opened.answers, TODAY)
    pack = in_full(make_pack(case, opened.attachments))
    assert set(ACTIVE.findall(pack)) <= OURS


def check_attachments(attachments):
    pages = [page for one in attachments for page in one.pages]
    assert len(pages) <= MOST_PAGES
    for page in pages:
        assert grey(page).size == (page.width, page.height)
        assert page.coding == "flate" or pieces(page.data) <= DRAWING
        for line in page.lines:
            assert min(line.left, line.top, line.width, line.height) >= 0
            assert max(line.left, line.top, line.width, line.height) <= 10_000
            assert line.text.isprintable()
    for one in attachments:
        assert len(one.name) <= 100
        assert one.name.isprintable()
        assert MARK.encode() not in b"".join(page.data for page in one.pages)
        assert MARK.encode() not in (one.original or b"")
