"""Packs that somebody changed on their way back: the answers, the pictures, the files inside."""

import hashlib
import io
import json
import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any, NamedTuple

import pikepdf

from smi_core.attached import Attachment
from smi_core.pack import make_pack
from smi_core.uploads import take_in
from tests.hostile import signed, stream_bombs
from tests.hostile.active import SCRIPT
from tests.hostile.disguised import picture
from tests.hostile.kind import MARK
from tests.hostile.pictures import talkative
from tests.hostile.raw import pdf
from tests.hostile.runs import GIB, deflated_run
from tests.packs import example

PAPER = "inkomensverklaring"
HUGE = "9" * 5000
OPENED = frozenset({"opened"})
NOT_ANSWERS = frozenset({"not_answers", "newer_version", "unknown_municipality"})
Change = Callable[[pikepdf.Pdf], None]


class PackKind(NamedTuple):
    """A pack, and what may come of opening it: `opened`, or a reason to refuse it."""

    name: str
    make: Callable[[], bytes]
    expected: frozenset[str] = OPENED | NOT_ANSWERS


@cache
def honest() -> bytes:
    """A pack as it was made, with a photo and a signed document."""
    papers = [item.paper.id for item in example("delft").papers if item.paper.kind == "enclose"]
    attachments: list[Attachment] = [
        take_in("foto.jpg", picture("JPEG"), papers[0]),
        take_in("besluit.pdf", signed.signed(), papers[1]),
    ]
    return make_pack(example("delft"), attachments)


def changed(*changes: Change, answers: bytes | None = None) -> bytes:
    """The honest pack with changes, and with a hash that is right for its answers."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(honest())) as pack:
        if answers is not None:
            file_in(pack, "aanvraag.json").write(answers)
            about = pack.Root.Metadata.read_bytes()
            right = hashlib.sha256(answers).hexdigest().encode()
            pack.Root.Metadata.write(re.sub(rb"[0-9a-f]{64}", right, about))
        for change in changes:
            change(pack)
        pack.save(out, fix_metadata_version=False, deterministic_id=True)
    return out.getvalue()


def file_in(pack: pikepdf.Pdf, name: str) -> pikepdf.Stream:
    """A file inside a pack."""
    stream = pack.attachments[name].obj.EF.F
    assert isinstance(stream, pikepdf.Stream)
    return stream


def answers() -> dict[str, Any]:
    """The answers in the honest pack."""
    with pikepdf.open(io.BytesIO(honest())) as pack:
        return json.loads(file_in(pack, "aanvraag.json").read_bytes())


def saying(more: Mapping[str, Any]) -> bytes:
    """A pack of which the answers say something else."""
    return changed(answers=json.dumps({**answers(), **more}).encode())


def in_household(more: Mapping[str, Any]) -> bytes:
    return saying({"household": {**answers()["household"], **more}})


def describing(**more: Any) -> bytes:
    """A pack that describes its first attachment in another way."""
    first, *rest = answers()["attachments"]
    return saying({"attachments": [{**first, **more}, *rest]})


def with_page(**more: Any) -> bytes:
    first = answers()["attachments"][0]["pages"][0]
    return describing(pages=[{**first, **more}])


def line(**more: Any) -> bytes:
    return with_page(lines=[{"text": "a", "left": 9, "top": 9, "width": 9, "height": 9, **more}])


def raw(text: str) -> bytes:
    """A pack whose answers are this text."""
    return changed(answers=text.encode("utf-8", "surrogatepass"))


def with_number(text: str) -> bytes:
    """A pack with a number that JSON cannot write."""
    return raw(json.dumps({**answers(), "version": "NUMBER"}).replace('"NUMBER"', text))


def twice() -> bytes:
    return raw(json.dumps(answers())[:-1] + f', "municipality": "{MARK}", "version": 2}}')


def one_picture_often() -> bytes:
    """A hundred attachments of a thousand pages, all the same picture."""
    first = answers()["attachments"][0]
    return saying({"attachments": [{**first, "pages": first["pages"] * 300}] * 100})


def image_in(pack: pikepdf.Pdf) -> pikepdf.Stream:
    """The picture of the first attachment."""
    for page in pack.pages:
        found = page.obj.Resources.get("/XObject", pikepdf.Dictionary()).get("/Bijlage1Blad1")
        if isinstance(found, pikepdf.Stream):
            return found
    raise LookupError("Bijlage1Blad1")


def redrawn(content: bytes, filters: str = "/DCTDecode", **more: Any) -> bytes:
    """A pack with another picture in the place of the first."""

    def change(pack: pikepdf.Pdf) -> None:
        image = image_in(pack)
        image.write(content, filter=pikepdf.Name(filters))
        for key, value in more.items():
            image[f"/{key}"] = value

    return changed(change)


def replacing(name: str, content: bytes, filters: str = "") -> bytes:
    """A pack with something else in the place of a file inside."""

    def change(pack: pikepdf.Pdf) -> None:
        stream = file_in(pack, name)
        stream.write(content, filter=pikepdf.Name(filters)) if filters else stream.write(content)

    return changed(change)


def many_fields(pack: pikepdf.Pdf) -> None:
    field = partial(pikepdf.Dictionary, FT=pikepdf.Name.Tx, V="a" * 5000)
    pack.Root.AcroForm.Fields.extend([field(T=f"f{number}") for number in range(5000)])


def field_of_itself(pack: pikepdf.Pdf) -> None:
    field = pack.make_indirect(pikepdf.Dictionary(T="a" * 20_000, FT=pikepdf.Name.Tx, V=MARK))
    field.Kids = pikepdf.Array([field] * 2000)
    pack.Root.AcroForm.Fields.append(field)


def odd_values(pack: pikepdf.Pdf) -> None:
    """Half a sign, a null and a letter that turns the text around, in fields that we ask."""
    values = [b"\xfe\xff\xd8\x00", b"a\x00b", b"\xfe\xff\x20\x2e\x00a", b"\xff" * 99]
    pack.Root.AcroForm.Fields.extend(
        pikepdf.Dictionary(T=name, FT=pikepdf.Name.Tx, V=pikepdf.String(value))
        for name, value in zip(("bsn", "naam", "adres", "plaats"), values, strict=True)
    )


def acting(pack: pikepdf.Pdf) -> None:
    """Everything that we find in it is right; and it acts."""
    script = pikepdf.Object.parse(SCRIPT.encode())
    pack.Root.OpenAction = script
    pack.Root.AA = pikepdf.Dictionary(WC=script)


ORIGINAL = "bijlage-2-origineel.pdf"
SAYS = {
    "future-version": {"version": 99},
    "version-is-true": {"version": True},
    "version-is-text": {"version": "2"},
    "version-is-list": {"version": [[[]]]},
    "unknown-municipality": {"municipality": "../../etc/passwd"},
    "municipality-is-list": {"municipality": ["delft"]},
    "municipality-is-huge": {"municipality": "a" * 1_000_000},
    "household-is-list": {"household": []},
    "household-is-null": {"household": None},
    "thousand-children": {"children": [{}] * 1000},
    "children-of-text": {"children": ["a"]},
    "papers-are-text": {"papers": "a"},
    "unknown-papers": {"papers": {MARK * 9: {"state": "have", "note": "x" * 100_000}}},
    "attachments-are-text": {"attachments": "a"},
    "attachments-of-null": {"attachments": [None, 3, "a", [], {}]},
    "many-parts": {str(number): 1 for number in range(100_000)},
}
DESCRIBES = {
    "name-of-attachment": {"name": f"../../\u202e\x00<b>{'x' * 9000}</b>"},
    "half-a-sign": {"name": "a\ud800b"},
    "unknown-paper": {"paper": "../" + MARK},
    "picture-that-is-not-there": {"pages": [{"image": "Bijlage9Blad9"}]},
    "no-pictures": {"pages": []},
    "original-of-another": {"original": ORIGINAL},
    "original-is-answers": {"original": "aanvraag.json"},
    "many-removals": {"removed": ["scripts"] * 50_000},
}
LINES = {
    "line-far-away": {"left": 10**9, "top": -(10**9)},
    "line-very-large": {"width": 10**12, "height": 10**12},
    "line-of-nothing": {"width": 0, "height": 0},
    "line-below-nothing": {"width": -5, "height": -5},
    "line-with-nulls": {"text": "a\x00b\x1b[31m\u2028</p><img src='/etc/passwd'/>"},
    "line-very-long": {"text": "x" * 1_000_000},
    "line-turned-around": {"text": "\u202e" * 50 + "\u0634" * 500},
}
KINDS = (
    PackKind("honest", honest, OPENED),
    PackKind("acting", partial(changed, acting), OPENED),
    PackKind(
        "changed-answers",
        lambda: replacing("aanvraag.json", b'{"household": {}}'),
        frozenset({"changed"}),
    ),
    *(PackKind(name, partial(saying, more)) for name, more in SAYS.items()),
    *(PackKind(name, partial(describing, **more)) for name, more in DESCRIBES.items()),
    *(PackKind(name, partial(line, **more)) for name, more in LINES.items()),
    PackKind(
        "hundred-thousand-lines",
        lambda: with_page(
            lines=[{"text": "a", "left": 1, "top": 1, "width": 1, "height": 1}] * 30_000
        ),
    ),
    PackKind("one-picture-often", one_picture_often),
    PackKind("deep-lists", lambda: raw("[" * 500_000), NOT_ANSWERS),
    PackKind("deep-objects", lambda: raw('{"a":' * 300_000), NOT_ANSWERS),
    PackKind(
        "deep-in-attachments",
        lambda: raw(
            json.dumps({**answers(), "attachments": "X"}).replace('"X"', "[" * 900 + "]" * 900)
        ),
    ),
    PackKind("answers-no-json", lambda: raw("<html>"), NOT_ANSWERS),
    PackKind("answers-of-bytes", lambda: changed(answers=b"\xff\xfe" * 99), NOT_ANSWERS),
    PackKind("answers-with-half-a-sign", lambda: in_household({"woonplaats": "a\ud800"})),
    PackKind("endless-number", lambda: with_number(HUGE), NOT_ANSWERS),
    PackKind("infinite-number", lambda: with_number("1e999")),
    PackKind("no-number", lambda: with_number("NaN"), NOT_ANSWERS),
    PackKind(
        "infinite-answers",
        lambda: raw(
            json.dumps(
                {**answers(), "household": dict.fromkeys(answers()["household"], "X")}
            ).replace('"X"', "1e999")
        ),
    ),
    PackKind(
        "answers-of-lists",
        lambda: in_household({name: [[["a"]]] for name in answers()["household"]}),
    ),
    PackKind("huge-answers", lambda: in_household(dict.fromkeys(answers()["household"], HUGE))),
    PackKind("every-key-twice", twice),
    PackKind(
        "answers-too-large",
        lambda: changed(answers=b" " * 3_000_000 + b"{}"),
        frozenset({"bomb", "too_large", "damaged"}),
    ),
    PackKind(
        "answers-are-a-bomb",
        lambda: replacing("aanvraag.json", deflated_run(32, GIB), "/FlateDecode"),
        frozenset({"bomb"}),
    ),
    PackKind("picture-of-noise", lambda: redrawn(b"\xff\xd8" + b"noise" * 99)),
    PackKind("picture-talks", lambda: redrawn(talkative())),
    PackKind(
        "picture-lies-about-its-size", lambda: redrawn(picture("JPEG"), Width=60_000, Height=60_000)
    ),
    PackKind("picture-is-a-bomb", lambda: redrawn(deflated_run(0, GIB), "/FlateDecode")),
    PackKind("picture-is-a-script", lambda: redrawn(f"<script>{MARK}</script>".encode())),
    PackKind(
        "picture-with-mask-of-itself",
        lambda: changed(lambda pack: image_in(pack).__setitem__("/SMask", image_in(pack))),
    ),
    PackKind("original-is-no-pdf", lambda: replacing(ORIGINAL, b"MZ" + MARK.encode())),
    PackKind(
        "original-acts", lambda: replacing(ORIGINAL, signed.signed(catalog=f"/OpenAction {SCRIPT}"))
    ),
    PackKind("original-has-no-signature", lambda: replacing(ORIGINAL, pdf())),
    PackKind(
        "original-is-a-bomb",
        lambda: replacing(ORIGINAL, deflated_run(32, GIB), "/FlateDecode"),
        OPENED | {"bomb"},
    ),
    PackKind(
        "original-has-a-bomb",
        lambda: replacing(ORIGINAL, signed.signed({4: stream_bombs.flate_stream()})),
    ),
    PackKind("many-fields", partial(changed, many_fields)),
    PackKind(
        "field-of-itself",
        partial(changed, field_of_itself),
        OPENED | {"too_much_memory", "unsafe", "too_slow", "bomb"},
    ),
    PackKind("odd-values", partial(changed, odd_values)),
    PackKind(
        "half-a-pack",
        lambda: honest()[: len(honest()) // 2],
        frozenset({"damaged", "not_a_pack", "scanned", "changed"}),
    ),
)
