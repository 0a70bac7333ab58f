"""Photos that are small until somebody opens them, and photos that end too soon."""

import zlib
from functools import partial

import PIL.Image

from tests.hostile.jpeg import jpeg, segment, with_segments
from tests.hostile.kind import Kind, Outcome, refused, slow
from tests.hostile.pictures import photo, saved
from tests.hostile.runs import GIB, deflated_run

LARGE: tuple[Outcome, ...] = ("image_too_large", "bomb", "too_much_memory")
ANY: tuple[Outcome, ...] = (*LARGE, "taken", "damaged", "too_slow", "unsafe", "unknown_kind")
PNG = b"\x89PNG\r\n\x1a\n"


def chunk(name: bytes, content: bytes) -> bytes:
    """A piece of a PNG."""
    checksum = zlib.crc32(name + content).to_bytes(4, "big")
    return len(content).to_bytes(4, "big") + name + content + checksum


def png(width: int, height: int, pixels: bytes, *more: bytes, bits: int = 1) -> bytes:
    """A grey PNG, with more pieces before its pixels."""
    size = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    head = chunk(b"IHDR", size + bytes([bits, 0, 0, 0, 0]))
    return PNG + head + b"".join(more) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def small(*more: bytes) -> bytes:
    """A PNG of one dot."""
    return png(1, 1, zlib.compress(b"\0\0"), *more)


def film(frames: int) -> bytes:
    """A moving PNG."""
    return saved(
        PIL.Image.new("L", (99, 99)),
        "PNG",
        save_all=True,
        append_images=[PIL.Image.new("L", (99, 99), n % 255) for n in range(frames)],
    )


def header(side: int, start: int = 0xC0) -> bytes:
    """A JPEG that is all size and no picture."""
    size = side.to_bytes(2, "big") * 2
    return b"\xff\xd8" + segment(start, b"\x08" + size + b"\x01\x01\x11\0") + b"\xff\xd9"


def scans(number: int) -> bytes:
    """A progressive JPEG that goes over itself again and again, at a few bytes a time."""
    file = jpeg(PIL.Image.new("L", (6000, 6000), 128), progressive=True)
    last = file.rindex(b"\xff\xda")
    return file[:last] + file[last:-2] * number + b"\xff\xd9"


def webp(width: int, height: int, flags: int = 2) -> bytes:
    """A WebP that says how large its canvas is, and little more."""
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + (10).to_bytes(4, "little") + bytes([flags, 0, 0, 0]) + size
    still = saved(PIL.Image.new("RGB", (1, 1)), "WEBP")[12:]
    frame = bytes(12) + b"\x01\0\0\0" + still
    film = b"ANIM" + (6).to_bytes(4, "little") + bytes(6)
    film += (b"ANMF" + len(frame).to_bytes(4, "little") + frame) * 500
    return b"RIFF" + (len(body + film)).to_bytes(4, "little") + body + film


def gif() -> bytes:
    return b"GIF89a" + b"\xff\xff" * 2 + b"\0\0\0,\0\0\0\0" + b"\xff\xff" * 2 + b"\0\x02\0;"


def half(file: bytes) -> bytes:
    return file[: len(file) // 2]


def noisy() -> PIL.Image.Image:
    """A picture that does not pack small, the same every time."""
    ramp = bytes((x * x + y * y * 7 + x * y) % 251 for y in range(300) for x in range(300))
    return PIL.Image.frombytes("L", (300, 300), ramp)


def many_comments() -> bytes:
    return with_segments(jpeg(photo()), *[segment(0xFE, b"x" * 9)] * 200_000)


def last_bytes_flipped() -> bytes:
    """A photo whose second half is noise."""
    file = bytearray(jpeg(noisy()))
    for place in range(len(file) // 2, len(file) - 2, 3):
        file[place] ^= 0x5A
    return bytes(file)


def broken_checksum() -> bytes:
    return saved(noisy(), "PNG").replace(b"IDAT", b"IDAT\xff", 1)


GIB_OF_TEXT = b"a\0\0" + deflated_run(120, GIB)
ROWS = deflated_run(0, 200 << 20)
MANY_PNG = {
    "png-gigapixels": partial(png, 40_000, 40_000, ROWS),
    "png-header-lies": partial(png, 2**31 - 1, 2**31 - 1, ROWS[:999]),
    "png-very-tall": partial(png, 1, 2**31 - 1, ROWS),
    "png-very-wide": partial(png, 2**31 - 1, 1, ROWS),
}


def many_megabytes() -> bytes:
    """An honest photo as large as phones make them; hardly packed."""
    picture = noisy().resize((4000, 3000)).convert("RGB")
    return with_segments(jpeg(picture), *[segment(0xE2, b"x" * 65_000)] * 120)


KINDS = (
    Kind(name="many-megabytes", make=many_megabytes, file_name="a.jpg"),
    *(refused(name, make, *LARGE, "damaged", file_name="a.png") for name, make in MANY_PNG.items()),
    refused("png-more-pixels", partial(png, 9, 9, ROWS), *ANY, file_name="a.png"),
    refused("png-text-bomb", partial(small, chunk(b"zTXt", GIB_OF_TEXT)), *ANY, file_name="a.png"),
    refused(
        "png-profile-bomb",
        partial(small, chunk(b"iCCP", b"a\0\0" + GIB_OF_TEXT[3:])),
        *ANY,
        file_name="a.png",
    ),
    refused("png-no-size", partial(png, 0, 0, b""), "damaged", *LARGE, file_name="a.png"),
    refused("png-film", partial(film, 300), *ANY, file_name="a.png"),
    refused("png-half", lambda: half(saved(noisy(), "PNG")), "damaged", file_name="a.png"),
    refused("png-broken-checksum", broken_checksum, "damaged", "taken", file_name="a.png"),
    refused("jpeg-header", partial(header, 65_500), *LARGE, "damaged", file_name="a.jpg"),
    refused(
        "jpeg-progressive-header",
        partial(header, 65_500, 0xC2),
        *LARGE,
        "damaged",
        file_name="a.jpg",
    ),
    refused("jpeg-half", lambda: half(jpeg(noisy())), "damaged", file_name="a.jpg"),
    refused(
        "jpeg-only-a-start",
        lambda: b"\xff\xd8\xff\xe0",
        "damaged",
        "unknown_kind",
        file_name="a.jpg",
    ),
    refused("jpeg-noise-at-end", last_bytes_flipped, "damaged", "taken", file_name="a.jpg"),
    refused("jpeg-two-hundred-thousand-comments", many_comments, *ANY, file_name="a.jpg"),
    slow("jpeg-thousands-of-scans", partial(scans, 3000), *ANY, file_name="a.jpg"),
    refused("webp-large", partial(webp, 16_383, 16_383), *ANY, file_name="a.webp"),
    refused("webp-film", partial(webp, 3000, 3000), *ANY, file_name="a.webp"),
    refused(
        "webp-half",
        lambda: half(saved(noisy().convert("RGB"), "WEBP")),
        "damaged",
        file_name="a.webp",
    ),
    refused("gif-large", gif, "unknown_kind", *LARGE, "damaged", file_name="a.gif"),
)
