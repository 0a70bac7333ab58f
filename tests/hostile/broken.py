"""Files that came in damaged, or are no file at all."""

import re

from tests.hostile.kind import Kind, refused
from tests.hostile.raw import PAGES, TEXT, parts, pdf, written


def without_table() -> bytes:
    """The cross-reference table is gone; the objects are whole."""
    return pdf().partition(b"xref\n")[0]


def wrong_lengths() -> bytes:
    """The content of the page says that it is shorter than it is."""
    return re.sub(rb"/Length \d+", b"/Length 7", pdf(), count=1)


def wrong_places() -> bytes:
    """The table points into the middle of things."""
    return pdf().replace(b"%PDF-1.7", b"%PDF-1.7\n" + b"%" * 91)


def no_kids() -> bytes:
    """A file with no pages."""
    return written({**parts(), PAGES: "<< /Type /Pages /Kids [] /Count 0 >>"})


def own_parent() -> bytes:
    """A page tree that has itself among its branches."""
    return written({**parts(), PAGES: "<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>"})


def wrong_count() -> bytes:
    """One page, that calls itself two thousand million."""
    return written({**parts(), PAGES: "<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>"})


def page_is_number() -> bytes:
    """What should be a page is a number."""
    return written({**parts(), 3: "42"})


def no_root() -> bytes:
    """The trailer points at an object that is not there."""
    return pdf().replace(b"/Root 1 0 R", b"/Root 9 0 R")


def noise(size: int) -> bytes:
    """Bytes that mean nothing, the same ones every time."""
    state, out = 12345, bytearray()
    for _ in range(size):
        state = (state * 1103515245 + 12345) % 2**31
        out.append(state >> 16 & 0xFF)
    return bytes(out)


KINDS = (
    refused("empty", lambda: b"", "empty"),
    refused("one-byte", lambda: b"%", "unknown_kind"),
    refused("only-a-header", lambda: b"%PDF-1.7\n", "damaged", "no_pages"),
    refused("header-and-noise", lambda: b"%PDF-1.7\n" + noise(50_000), "damaged", "no_pages"),
    refused("noise", lambda: noise(50_000), "unknown_kind"),
    refused("too-large", lambda: pdf() + b"\n%" + b"x" * (20 * 1024 * 1024), "too_large"),
    refused("no-pages", no_kids, "no_pages", "damaged"),
    refused("page-tree-loop", own_parent, "damaged", "taken"),
    refused("page-is-a-number", page_is_number, "damaged", "no_pages"),
    refused("no-root", no_root, "damaged", "no_pages", "taken"),
    refused("count-of-two-thousand-million", wrong_count, "taken", "damaged", "too_many_pages"),
    # The library repairs these, as every reader does.
    Kind(name="no-table", make=without_table, must_stay=(TEXT,)),
    Kind(name="wrong-lengths", make=wrong_lengths, must_stay=(TEXT,)),
    Kind(name="wrong-places", make=wrong_places, must_stay=(TEXT,)),
    Kind(name="junk-before-header", make=lambda: b"\r\n--boundary\r\n" * 9 + pdf()),
    refused("truncated", lambda: pdf()[:-300], "taken", "damaged", "no_pages"),
    refused("half", lambda: pdf()[:280], "damaged", "no_pages"),
)
