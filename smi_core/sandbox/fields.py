"""What somebody typed and ticked in the form fields of a document."""

from collections.abc import Iterator

import pikepdf

MOST_FIELDS = 200
MOST_NODES = 2000
LONGEST = 4000  # characters
TICKED = "yes"


def filled_in(pdf: pikepdf.Pdf) -> dict[str, str]:
    """The text of each field that has any, and `yes` for each box that is ticked."""
    form = pdf.Root.get("/AcroForm")
    fields = form.get("/Fields") if isinstance(form, pikepdf.Dictionary) else None
    found: dict[str, str] = {}
    for name, field in _named(fields):
        value = _value(field)
        if value and len(found) < MOST_FIELDS:
            found.setdefault(name, value[:LONGEST])
    return found


def _named(fields: pikepdf.Object | None) -> Iterator[tuple[str, pikepdf.Object]]:
    """Every field with its whole name; one that contains itself is not followed for ever."""
    waiting = [("", fields)]
    for _ in range(MOST_NODES):
        if not waiting:
            return
        name, node = waiting.pop(0)
        if isinstance(node, pikepdf.Array):
            waiting.extend((name, one) for one in list(node)[:MOST_NODES])  # pyright: ignore[reportArgumentType]  # pikepdf has no type for it
        elif isinstance(node, pikepdf.Dictionary):
            own = node.get("/T")
            if isinstance(own, pikepdf.String):
                name = f"{name}.{own}" if name else str(own)
                yield name[:LONGEST], node
            waiting.append((name, node.get("/Kids")))


def _value(field: pikepdf.Object) -> str:
    value = field.get("/V")
    match str(field.get("/FT")):
        case "/Tx":
            return str(value).strip() if isinstance(value, pikepdf.String) else ""
        case "/Btn":
            return TICKED if isinstance(value, pikepdf.Name) and value != pikepdf.Name.Off else ""
        case _:
            return ""
