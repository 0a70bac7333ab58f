"""Photos with secrets in them, and photos that look odd and are honest."""

import io
from functools import partial

import PIL.Image
from PIL.Image import Transpose
from PIL.PngImagePlugin import PngInfo

from tests.hostile.jpeg import exif, jpeg, located, oriented, segment, with_segments
from tests.hostile.kind import MARK, Kind, Outcome, Spot, refused

SIZE = (300, 400)
# The way back from what each EXIF orientation says to turn.
STORED = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_90,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_270,
}
# Dark at the left half of the top quarter: no turn or mirror looks like another.
UPRIGHT = (
    Spot(left=15, top=10, looks="dark"),
    Spot(left=40, top=20, looks="dark"),
    Spot(left=15, top=45, looks="light"),
    Spot(left=85, top=10, looks="light"),
    Spot(left=85, top=90, looks="light"),
)
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>{MARK}</a></x:xmpmeta>'.encode()


def photo(mode: str = "RGB") -> PIL.Image.Image:
    """An upright photo, dark where `UPRIGHT` says."""
    picture = PIL.Image.new("L", SIZE, 255)
    picture.paste(0, (0, 0, SIZE[0] // 2, SIZE[1] // 4))
    return picture.convert(mode)


def saved(picture: PIL.Image.Image, format: str, **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, format, **options)
    return file.getvalue()


def turned(orientation: int) -> bytes:
    """A photo by a camera that was not held upright."""
    stored = photo().transpose(STORED[orientation])
    return with_segments(jpeg(stored), exif(oriented(orientation)))


def placed() -> bytes:
    """A photo that tells where it was taken, with a small picture that tells more."""
    small = with_segments(jpeg(photo()), segment(0xFE, MARK.encode()))
    return with_segments(jpeg(photo()), exif(located(MARK, small)))


def talkative() -> bytes:
    """A photo with everything that programs leave in it."""
    return with_segments(
        jpeg(photo()),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP),
        segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0a" + MARK.encode()),
        segment(0xE2, b"MPF\0" + MARK.encode()),
        segment(0xEB, b"JP\0\1" + MARK.encode()),
        segment(0xFE, MARK.encode()),
    )


def between_scans() -> bytes:
    """A comment deep inside, between the scans of a progressive photo."""
    first, mark, rest = jpeg(photo(), progressive=True).partition(b"\xff\xda")
    middle = rest.index(b"\xff\xc4")
    return first + mark + rest[:middle] + segment(0xFE, MARK.encode()) + rest[middle:]


def texts_in_png() -> bytes:
    told = PngInfo()
    told.add_text("Author", MARK)
    told.add_text("Comment", MARK, zip=True)
    told.add_itxt("XML:com.adobe.xmp", XMP.decode())
    return saved(photo(), "PNG", pnginfo=told, exif=located(MARK, jpeg(photo())))


def deep_png() -> bytes:
    """Sixteen bits for each dot, as scanners give."""
    picture = PIL.Image.new("I;16", SIZE, 65535)
    picture.paste(0, (0, 0, SIZE[0] // 2, SIZE[1] // 4))
    return saved(picture, "PNG")


def clear_png() -> bytes:
    """Dark only where it is not clear; the clear part is black underneath."""
    picture = PIL.Image.new("RGBA", SIZE, (0, 0, 0, 0))
    picture.paste((0, 0, 0, 255), (0, 0, SIZE[0] // 2, SIZE[1] // 4))
    return saved(picture, "PNG")


def hidden_by_alpha() -> bytes:
    """A palette with one clear colour."""
    return saved(clear_palette(), "PNG", transparency=1)


def clear_palette() -> PIL.Image.Image:
    picture = PIL.Image.new("P", SIZE, 1)
    picture.putpalette([0, 0, 0, 0, 0, 0])
    picture.paste(0, (0, 0, SIZE[0] // 2, SIZE[1] // 4))
    return picture


def two_in_one() -> bytes:
    """Two photos in one file, as some phones make them."""
    second = with_segments(jpeg(photo()), segment(0xFE, MARK.encode()))
    return saved(photo(), "MPO", save_all=True, append_images=[PIL.Image.open(io.BytesIO(second))])


def honest(name: str, make: partial[bytes], suffix: str, pages: int = 1) -> Kind:
    """A photo that must come out upright, with nothing lost."""
    return Kind(name=name, make=make, file_name=name + suffix, spots=UPRIGHT, pages=pages)


ANY: tuple[Outcome, ...] = ("taken", "damaged", "unknown_kind")
KINDS = (
    *(honest(f"exif-{turn}", partial(turned, turn), ".jpg") for turn in STORED),
    honest("exif-9", partial(with_segments, jpeg(photo()), exif(oriented(9))), ".jpg"),
    honest("exif-noise", partial(with_segments, jpeg(photo()), exif(b"MM\0\x2a" * 99)), ".jpg"),
    honest("grey", partial(jpeg, photo("L")), ".jpg"),
    honest("cmyk", partial(jpeg, photo("CMYK")), ".jpg"),
    honest("progressive", partial(jpeg, photo(), progressive=True), ".jpg"),
    honest("false-profile", partial(jpeg, photo(), icc_profile=b"x" * 300), ".jpg"),
    honest("one-bit", partial(saved, photo("1"), "PNG"), ".png"),
    honest("sixteen-bits", partial(deep_png), ".png"),
    honest("palette", partial(hidden_by_alpha), ".png"),
    honest("alpha", partial(clear_png), ".png"),
    honest("webp", partial(saved, photo(), "WEBP"), ".webp"),
    honest("two-in-one", partial(two_in_one), ".jpg"),
    Kind(
        name="gps-and-thumbnail",
        make=placed,
        file_name="foto.jpg",
        told=frozenset({"location"}),
        spots=UPRIGHT,
    ),
    Kind(name="talkative", make=talkative, file_name="foto.jpg", told=frozenset({"metadata"})),
    Kind(name="between-scans", make=between_scans, file_name="foto.jpg"),
    Kind(name="png-texts", make=texts_in_png, file_name="foto.png", told=frozenset({"location"})),
    Kind(
        name="webp-gps",
        make=partial(saved, photo(), "WEBP", exif=located(MARK, b"a"), xmp=XMP),
        file_name="foto.webp",
        told=frozenset({"location"}),
    ),
    refused("jpeg-of-one-dot", partial(jpeg, PIL.Image.new("L", (1, 1))), *ANY, file_name="a.jpg"),
)
