"""What a PDF has besides its pages, by everything that stands in it, used or not."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from smi_core.sandbox.wire import Refused

MOST_NODES = 1_000_000
_ACTIONS = {
    "/JavaScript": "scripts",
    "/GoTo": "links",
    "/URI": "links",
    "/Rendition": "media",
    "/Movie": "media",
    "/Sound": "media",
    "/GoTo3DView": "media",
    "/RichMediaExecute": "media",
    **dict.fromkeys(
        (
            *("/Launch", "/SubmitForm", "/ImportData", "/GoToE", "/GoToR", "/GoToDp", "/ResetForm"),
            *("/Hide", "/SetOCGState", "/Thread", "/Trans", "/Named"),
        ),
        "actions",
    ),
}
_ANNOTATIONS = {
    "/Link": "links",
    "/Text": "comments",
    "/FileAttachment": "embedded_files",
    **dict.fromkeys(("/Sound", "/Movie", "/Screen", "/RichMedia", "/3D"), "media"),
}
_REMARKS = frozenset(
    {
        *("/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Square", "/Circle", "/Line"),
        *("/Polygon", "/PolyLine", "/Ink", "/Caret", "/Stamp"),
    }
)
"""Marks on a page that may have words of which nothing is seen."""
_FIELDS = frozenset({"/Tx", "/Btn", "/Ch"})
_KEYS = {
    "/JS": "scripts",
    "/JavaScript": "scripts",
    "/XFA": "scripts",  # a form of another kind, which can compute
    "/AA": "actions",
    "/EF": "embedded_files",
    "/EmbeddedFiles": "embedded_files",
    "/Collection": "embedded_files",
    "/RichMediaContent": "media",
    "/OPI": "actions",  # these four fetch what is drawn from somewhere else
    "/Ref": "actions",
    "/FFilter": "actions",
    "/Alternates": "actions",
    "/ByteRange": "signature",
    "/Metadata": "metadata",
    "/PieceInfo": "metadata",
}
PASSIVE = frozenset({"links", "hidden_layers", "comments", "form_fields", "metadata", "signature"})
"""What may stand in a signed file that goes along unchanged."""


def extras(pdf: pikepdf.Pdf) -> set[str]:
    """What a document has besides its pages, in the words of `attached.Removed`.

    Raises:
        Refused: if it is endless.
    """
    found: set[str] = set()
    for node in _dictionaries(pdf):
        keys = set(node.keys())
        found |= {what for key, what in _KEYS.items() if key in keys}
        if "/S" in keys:
            found |= _known(_ACTIONS, node["/S"])
        if "/Subtype" in keys:
            found |= _known(_ANNOTATIONS, node["/Subtype"])
            if "/Contents" in keys and _name(node["/Subtype"]) in _REMARKS:
                found.add("comments")
        if "/FT" in keys and _name(node["/FT"]) in _FIELDS:
            found.add("form_fields")
        if keys & {"/A", "/OpenAction"}:
            found |= _strange_action(node, keys)
    return found | ({"hidden_layers"} if _has_hidden_layers(pdf) else set())


def is_dynamic_form(pdf: pikepdf.Pdf) -> bool:
    """A form whose pages are made by a program inside; what stands on them is "please wait"."""
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary) or "/XFA" not in form:
        return False
    fields = form.get("/Fields")
    has_fields = isinstance(fields, pikepdf.Array) and len(fields) > 0
    return bool(pdf.Root.get("/NeedsRendering", False)) or not has_fields


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary, those inside others too; actions mostly stand inside an annotation."""
    seen = 0
    waiting: list[Any] = [pdf.trailer]
    for whole in pdf.objects:
        waiting.append(whole)
        while waiting:
            node = waiting.pop()
            seen += 1
            if seen > MOST_NODES:
                raise Refused("bomb")
            if isinstance(node, pikepdf.Dictionary | pikepdf.Stream):
                yield node
            waiting.extend(_within(node))


def _within(node: Any) -> list[Any]:
    """What stands inside an object itself; what it refers to comes by itself."""
    match node:
        case pikepdf.Array():
            inside = list(node)  # pyright: ignore[reportArgumentType]  # pikepdf has no type for it
        case pikepdf.Dictionary() | pikepdf.Stream():
            inside = [value for _, value in node.items()]
        case _:
            return []
    return [one for one in inside if _is_nest(one) and not one.is_indirect]


def _is_nest(value: Any) -> bool:
    return isinstance(value, pikepdf.Dictionary | pikepdf.Array)


def _name(value: Any) -> str:
    return str(value) if isinstance(value, pikepdf.Name) else ""


def _known(words: dict[str, str], value: Any) -> set[str]:
    word = words.get(_name(value))
    return {word} if word else set()


def _strange_action(node: pikepdf.Object, keys: set[str]) -> set[str]:
    """An action of a kind we do not know is taken for one that acts."""
    key = "/OpenAction" if "/OpenAction" in keys else "/A"
    action = node[key]
    is_action = isinstance(action, pikepdf.Dictionary) and "/S" in action
    is_known = is_action and _name(action["/S"]) in _ACTIONS
    return {"actions"} if is_action and not is_known else set()


def _has_hidden_layers(pdf: pikepdf.Pdf) -> bool:
    layers = pdf.Root.get("/OCProperties")
    default = layers.get("/D") if isinstance(layers, pikepdf.Dictionary) else None
    if not isinstance(default, pikepdf.Dictionary):
        return False
    off = default.get("/OFF")
    is_off = isinstance(off, pikepdf.Array) and len(off) > 0
    return is_off or _name(default.get("/BaseState")) == "/OFF"
