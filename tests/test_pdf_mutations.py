"""The checks on a pack can fail: a good pack is spoilt in many ways, and each is found."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Pdf, String

from smi_core.pdf import draw
from tests import packs
from tests.reading import Annotation, everything, read
from tests.spoken import CHECKS, complaints
from tests.verapdf import broken_rules

pytestmark = pytest.mark.programs


def _first(pdf: Pdf, role: str) -> Any:
    return next(one.entries for one in everything(read(pdf)) if one.role == role)


def _of_first(role: str, change: Callable[[Any], None]) -> Callable[[Pdf], None]:
    return lambda pdf: change(_first(pdf, role))


def _without(*names: str) -> Callable[[Any], None]:
    """Take entries away that are there."""

    def change(entries: Any) -> None:
        for name in names:
            del entries[name]

    return change


def _changed(name: str, value: Any) -> Callable[[Any], None]:
    def change(entries: Any) -> None:
        assert entries[name] != value
        entries[name] = value

    return change


def _annotation(kind: str, change: Callable[[Any], None]) -> Callable[[Pdf], None]:
    def spoil(pdf: Pdf) -> None:
        change(next(one for one in _annotations(pdf) if one.Subtype == kind))

    return spoil


def _annotations(pdf: Pdf) -> Iterator[Any]:
    for element in everything(read(pdf)):
        yield from (kid.entries for kid in element.kids if isinstance(kid, Annotation))


def _root(change: Callable[[Any], None]) -> Callable[[Pdf], None]:
    return lambda pdf: change(pdf.Root)


def _font(change: Callable[[Any], None]) -> Callable[[Pdf], None]:
    return lambda pdf: change(next(iter(pdf.pages[0].resources["/Font"].values())))


def _metadata(old: bytes, new: bytes) -> Callable[[Pdf], None]:
    def spoil(pdf: Pdf) -> None:
        words = pdf.Root.Metadata.read_bytes()
        assert old in words
        pdf.Root.Metadata.write(words.replace(old, new))

    return spoil


def _draw_without_a_tag(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(b"0 0 9 9 re f")


def _no_order_of_tabs(pdf: Pdf) -> None:
    del next(page.obj for page in pdf.pages if "/Annots" in page.obj)["/Tabs"]


def _turn_two_around(pdf: Pdf) -> None:
    document = read(pdf).entries
    first, second = document.K[0], document.K[1]
    document.K[0], document.K[1] = second, first


def _act_on_opening(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _say_nothing(element: Any) -> None:
    element.K = pikepdf.Array()


DEFECTS: dict[str, tuple[Callable[[Pdf], None], str]] = {
    "not said to be tagged": (_root(_without("/MarkInfo")), "ua1 6.2-1"),
    "no structure": (_root(_without("/StructTreeRoot")), "ua1 7.1-11"),
    "no language": (_root(_without("/Lang")), "ua1 7.2"),
    "the file name as title": (_root(_without("/ViewerPreferences")), "ua1 7.1-10"),
    "no colours defined": (_root(_without("/OutputIntents")), "3a 6.2.4.3"),
    "a script on opening": (_act_on_opening, "3a 6.5.1"),
    "no word of PDF/UA": (_metadata(b"pdfuaid:part", b"pdfuaid:pant"), "ua1 5-"),
    "no word of PDF/A": (_metadata(b"pdfaid:part", b"pdfaid:pant"), "3a 6.6."),
    "no title": (_metadata(b"dc:title", b"dc:tilte"), "ua1 7.1-9"),
    "a picture without alt": (_of_first("Figure", _without("/Alt")), "ua1 7.3-1"),
    "a file name as alt": (_of_first("Figure", _changed("/Alt", String("foto.jpg"))), "figures"),
    "an ordinary cell as header": (_of_first("TH", _changed("/S", Name.TD)), "header cells"),
    "an empty header": (_of_first("TH", _say_nothing), "header cells"),
    "a header of what?": (_of_first("TH", _without("/A")), "header cells"),
    "a heading skipped": (_of_first("H2", _changed("/S", Name.H4)), "headings"),
    "no first heading": (_of_first("H1", _changed("/S", Name.P)), "headings"),
    "an item out of a list": (_of_first("LI", _changed("/S", Name.P)), "structure"),
    "no list around items": (_of_first("L", _changed("/S", Name.Sect)), "structure"),
    "no body in an item": (_of_first("LBody", _changed("/S", Name.P)), "structure"),
    "another order": (_turn_two_around, "order"),
    "drawn without a tag": (_draw_without_a_tag, "ua1 7.1-3"),
    "a field without a name": (_annotation("/Widget", _without("/TU")), "fields"),
    "a field with another name": (
        _annotation("/Widget", _changed("/TU", String("Veld 7"))),
        "fields",
    ),
    "a field that does not show": (_annotation("/Widget", _without("/AP")), "3a 6.3.3"),
    "a link to who knows where": (_annotation("/Link", _without("/Contents")), "links"),
    "no order of tabs": (_no_order_of_tabs, "ua1 7.18.3-1"),
    "a font left out": (
        _font(lambda font: _without("/FontFile2")(font.FontDescriptor)),
        "ua1 7.21.4.1",
    ),
    "letters without a meaning": (_font(_without("/ToUnicode")), "3a 6.2.11.7"),
}
in_each = pytest.mark.parametrize("name", DEFECTS)


@pytest.fixture(scope="module")
def good() -> bytes:
    return draw(packs.small())


@pytest.fixture(scope="module")
def spoilt(good) -> dict[str, bytes]:
    return {name: _spoilt(good, spoil) for name, (spoil, _) in DEFECTS.items()}


@pytest.fixture(scope="module")
def found(good, spoilt, tmp_path_factory) -> dict[str, tuple[str, ...]]:
    """What veraPDF finds in the files that are spoilt for it, and our own checks in the others."""
    for_vera = {name: spoilt[name] for name, (_, by) in DEFECTS.items() if by not in CHECKS}
    broken = broken_rules({"good": good, **for_vera}, tmp_path_factory.mktemp("spoilt"))
    for_us = {name: tuple(complaints(spoilt[name])) for name in spoilt if name not in for_vera}
    return {**broken, **for_us, "good": (*broken["good"], *complaints(good))}


def test_the_pack_was_good(found):
    assert found["good"] == ()


@in_each
def test_a_defect_is_found(name, found):
    caught_by = DEFECTS[name][1]

    assert any(one.startswith(caught_by) for one in found[name]), found[name]


def _spoilt(good: bytes, spoil: Callable[[Pdf], None]) -> bytes:
    file = BytesIO()
    with pikepdf.open(BytesIO(good)) as pdf:
        spoil(pdf)
        pdf.save(file, fix_metadata_version=False)
    return file.getvalue()
