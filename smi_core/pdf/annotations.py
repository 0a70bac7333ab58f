"""Links and form fields, in the words of PDF."""

from smi_core.pdf.syntax import Raw, numbers, stream, string
from smi_core.pdf.tags import Annotation, TaggedCanvas

PRINTED = "/F 4"
WIDGET = f"/Subtype/Widget{PRINTED}"
LINK = f"/Subtype/Link{PRINTED}/Border[0 0 0]"
MULTI_LINE = "/Ff 4096"
TYPED = "/DA(/Helv 11 Tf 0.1 g)"
TICK_SIZE = 13  # points
_BOX = f"q 0.9 w 0.1 G 0.5 0.5 {TICK_SIZE - 1} {TICK_SIZE - 1} re S"
_CHECK = "1.7 w 3 6.5 m 5.6 3.4 l 10.3 10 l S"
_TYPEFACE = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
"""What a reader draws typed text with; the pack itself uses it nowhere, so it is not inside."""


def leads_to(address: str) -> str:
    """A link to an address on the web, or to a mailbox (`mailto:`)."""
    shown = string(address.removeprefix("mailto:"))
    return f"{LINK}/Contents{shown}/A<</S/URI/URI{string(address)}>>"


def jumps(contents: str) -> str:
    """A link to another place in the pack; `contents` says which."""
    return f"{LINK}/Contents{string(contents)}"


def text_field(
    canvas: TaggedCanvas, name: str, label: str, size: tuple[float, float], *, is_long: bool
) -> str:
    """A field to type in; `size` in points, `label` is read aloud."""
    kind = MULTI_LINE if is_long else ""
    shown = f"/AP<</N {_picture(canvas, '/Tx BMC EMC', size)}>>"
    return f"{WIDGET}/FT/Tx/T{string(name)}/TU{string(label)}{kind}{TYPED}{shown}"


def tick_field(canvas: TaggedCanvas, name: str, label: str) -> str:
    """A box to tick; `label` is read aloud."""
    size = (TICK_SIZE, TICK_SIZE)
    off, on = (_picture(canvas, words, size) for words in (f"{_BOX} Q", f"{_BOX} {_CHECK} Q"))
    shown = f"/AS/Off/V/Off/AP<</N<</Off {off}/Ja {on}>>>>"
    return f"{WIDGET}/FT/Btn/T{string(name)}/TU{string(label)}{shown}"


def write_annotations(canvas: TaggedCanvas) -> None:
    """Give every annotation its place in the tree, and the file its form."""
    first = canvas.getPageNumber() - 1
    for index, one in enumerate(canvas.annotations, start=first):
        goal = _goal(canvas, one.target)
        one.raw.words = f"<</Type/Annot{one.entries}{goal}/StructParent {index}>>"
    fields = [_reference(canvas, one) for one in canvas.annotations if WIDGET in one.entries]
    if fields:
        resources = f"/DA(/Helv 0 Tf 0 g)/DR<</Font<</Helv {_once(canvas, _TYPEFACE)}>>>>"
        canvas._doc.Catalog.AcroForm = Raw(f"<</Fields[{' '.join(fields)}]{resources}>>")


def _goal(canvas: TaggedCanvas, target: str) -> str:
    if not target:
        return ""
    page, left, top = canvas.places[target]
    where = numbers((left, top))[1:-1]
    return f"/Dest[{canvas.number_of(f'Page{page + 1}')} 0 R/XYZ {where} null]"


def _reference(canvas: TaggedCanvas, annotation: Annotation) -> str:
    return f"{canvas.number_of(annotation.raw.__InternalName__)} 0 R"


def _picture(canvas: TaggedCanvas, words: str, size: tuple[float, float]) -> str:
    box = f"/BBox{numbers((0, 0, *size))}/Resources<<>>"
    return _once(canvas, stream(f"/Type/XObject/Subtype/Form{box}", words))


def _once(canvas: TaggedCanvas, words: str) -> str:
    """A reference to an object that is in the file once, however often it is used."""
    if words not in canvas._doc.idToObject:
        canvas._doc.Reference(Raw(words), words)
    return f"{canvas.number_of(words)} 0 R"
