"""Photos as an iPhone makes them, put together by hand around one small coded picture.

The picture is white, and black in its top left quarter; 96 dots wide, 64 high.
"""

from collections.abc import Callable
from functools import partial

from tests.hostile.jpeg import located, oriented
from tests.hostile.kind import MARK, Kind, Outcome, Spot, refused

CODED = bytes.fromhex("0000001c2801af1980f701e04ffff474ef95017ed1f49898abff9d5265216290")
DECODER = bytes.fromhex(
    "0103700000009000000000001ef000fcfdf8f800000f03600001001840010c01ffff0370000003009000000300"
    "0003001eba0240610001002b42010103700000030090000003000003001ea030810596ea4929ae6e021a0c0800"
    "000300c800000300084062000100074401c172b02240"
)
DAMAGED: tuple[Outcome, ...] = ("damaged", "image_too_large", "bomb", "unsafe", "too_much_memory")


def box(name: bytes, content: bytes) -> bytes:
    """A box of the file: its size, its name, what is in it."""
    return (len(content) + 8).to_bytes(4, "big") + name + content


def full(name: bytes, content: bytes, version: int = 0, flags: int = 0) -> bytes:
    """A box with a version."""
    return box(name, bytes([version]) + flags.to_bytes(3, "big") + content)


def entry(number: int, kind: bytes) -> bytes:
    return full(b"infe", number.to_bytes(2, "big") + b"\0\0" + kind + b"\0", version=2)


def size(width: int = 96, height: int = 64) -> bytes:
    return full(b"ispe", width.to_bytes(4, "big") + height.to_bytes(4, "big"))


def places(sizes: list[int], start: int, *, step: bool = True) -> bytes:
    """Where in the file each item is; without a step, all but the first are at the same place."""
    rows = b""
    for number, length in enumerate(sizes, 1):
        rows += number.to_bytes(2, "big") + b"\0\0\0\1"
        rows += start.to_bytes(4, "big") + length.to_bytes(4, "big")
        start += length if step or number == 1 else 0
    return full(b"iloc", b"\x44\0" + len(sizes).to_bytes(2, "big") + rows)


def heic(
    *properties: bytes, said: bytes = b"", shape: bytes = b"", start: int = 0, main: bytes = b"hvc1"
) -> bytes:
    """A photo.

    Args:
        properties: more about the picture, such as how to turn it.
        said: EXIF beside the picture.
        shape: how large it says it is; nothing is the truth.
        start: where it says that the picture begins; 0 is the truth.
        main: what it says that the picture is.
    """
    items = [CODED] + ([b"\0\0\0\6Exif\0\0" + said] if said else [])
    own = (box(b"hvcC", DECODER), shape or size(), *properties)
    numbers = bytes(range(1, len(own) + 1))
    linked = b"\0\0\0\1\0\1" + bytes([len(own)]) + numbers
    kinds = [entry(1, main)] + ([entry(2, b"Exif")] if said else [])
    about = [
        full(b"hdlr", b"\0\0\0\0pict" + bytes(13)),
        full(b"pitm", b"\0\1"),
        full(b"iinf", len(kinds).to_bytes(2, "big") + b"".join(kinds)),
        _properties(b"".join(own), linked),
    ]
    if said:
        about.append(full(b"iref", box(b"cdsc", b"\0\2\0\1\0\1")))
    return _joined(about, lambda at: places(list(map(len, items)), start or at), b"".join(items))


def _joined(about: list[bytes], where: Callable[[int], bytes], content: bytes) -> bytes:
    kind = box(b"ftyp", b"heic\0\0\0\0mif1heic")
    room = len(kind) + 12 + len(b"".join(about)) + len(where(1)) + 8
    return kind + full(b"meta", b"".join([*about, where(room)])) + box(b"mdat", content)


def grid(side: int) -> bytes:
    """A photo of so many tiles across and down, all the same; a phone cuts its photos so."""
    count, whole = side * side, size(side * 96, side * 64)
    shape = b"\0\1" + bytes([side - 1] * 2) + whole[-8:]
    tiles = [number.to_bytes(2, "big") for number in range(2, count + 2)]
    linked = b"\0\1\1\1" + b"".join(tile + b"\2\2\3" for tile in tiles)
    kinds = entry(1, b"grid") + b"".join(entry(n, b"hvc1") for n in range(2, count + 2))
    about = [
        full(b"hdlr", b"\0\0\0\0pict" + bytes(13)),
        full(b"pitm", b"\0\1"),
        full(b"iinf", (count + 1).to_bytes(2, "big") + kinds),
        full(b"iref", box(b"dimg", b"\0\1" + count.to_bytes(2, "big") + b"".join(tiles))),
        _properties(
            whole + box(b"hvcC", DECODER) + size(), (count + 1).to_bytes(4, "big") + linked
        ),
    ]
    sizes = [len(shape), *[len(CODED)] * count]
    return _joined(about, lambda at: places(sizes, at, step=False), shape + CODED)


def _properties(own: bytes, linked: bytes) -> bytes:
    return box(b"iprp", box(b"ipco", own) + full(b"ipma", linked))


def black_at(left: int, top: int) -> tuple[Spot, ...]:
    """Black in one quarter, white in the other three."""
    return tuple(
        Spot(left=x, top=y, looks="dark" if (x, y) == (left, top) else "light")
        for x in (20, 80)
        for y in (20, 80)
    )


def photo(name: str, make: partial[bytes], spots: tuple[Spot, ...]) -> Kind:
    return Kind(name=name, make=make, file_name=name + ".heic", spots=spots)


def turn(quarters: int) -> bytes:
    """So many quarters against the clock."""
    return box(b"irot", bytes([quarters]))


def bad(name: str, make: partial[bytes], *more: Outcome) -> Kind:
    return refused(name, make, *DAMAGED, *more, file_name=name + ".heic")


IN_TILES = (Spot(left=2, top=2, looks="dark"), Spot(left=9, top=2, looks="light"))
KINDS = (
    photo("heic", partial(heic), black_at(20, 20)),
    photo("heic-turned", partial(heic, turn(1)), black_at(20, 80)),
    photo("heic-upside-down", partial(heic, turn(2)), black_at(80, 80)),
    photo("heic-mirrored", partial(heic, box(b"imir", b"\1")), black_at(80, 20)),
    # An iPhone says it twice; turning twice would be wrong.
    photo("heic-turned-said-twice", partial(heic, turn(3), said=oriented(6)), black_at(80, 20)),
    Kind(
        name="heic-gps",
        make=partial(heic, said=located(MARK, b"a")),
        file_name="IMG_0001.HEIC",
        told=frozenset({"location"}),
    ),
    photo("heic-named-jpg", partial(heic), black_at(20, 20)),
    bad("heic-half", partial(lambda: heic()[:-20])),
    bad("heic-only-a-name", partial(lambda: heic()[:24])),
    bad("heic-size-lies", partial(heic, shape=size(60_000, 60_000))),
    bad("heic-elsewhere", partial(heic, start=99_999_999)),
    bad("heic-of-nothing", partial(heic, main=b"zzzz")),
    photo("heic-tiles", partial(grid, 8), IN_TILES),
    photo("heic-many-tiles", partial(grid, 31), ()),
    bad("heic-too-many-tiles", partial(grid, 200), "too_slow"),
)
