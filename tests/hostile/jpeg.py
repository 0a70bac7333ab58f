"""Takes a JPEG apart and puts segments in; and writes EXIF by hand."""

import io

import PIL.Image


def jpeg(picture: PIL.Image.Image, **options: object) -> bytes:
    """A picture as a JPEG."""
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=80, **options)
    return file.getvalue()


def segment(marker: int, content: bytes) -> bytes:
    """A piece of a JPEG: what cameras say about the picture."""
    return b"\xff" + bytes([marker]) + (len(content) + 2).to_bytes(2, "big") + content


def with_segments(file: bytes, *segments: bytes) -> bytes:
    """A JPEG with pieces behind its first marker."""
    return file[:2] + b"".join(segments) + file[2:]


def exif(directory: bytes) -> bytes:
    """The piece that carries EXIF."""
    return segment(0xE1, b"Exif\0\0" + directory)


def directory(*entries: tuple[int, int, int, bytes], next_at: int = 0) -> bytes:
    """A directory of TIFF: the tag, type and number of each entry, and four bytes of value."""
    rows = b"".join(
        tag.to_bytes(2, "big") + kind.to_bytes(2, "big") + count.to_bytes(4, "big") + value
        for tag, kind, count, value in entries
    )
    return len(entries).to_bytes(2, "big") + rows + next_at.to_bytes(4, "big")


def tiff(*parts: bytes) -> bytes:
    """What EXIF is made of: a header, and the first directory right behind it."""
    return b"MM\0\x2a\0\0\0\x08" + b"".join(parts)


def oriented(orientation: int) -> bytes:
    """EXIF that only says how the camera was held."""
    return tiff(directory((0x0112, 3, 1, orientation.to_bytes(2, "big") + b"\0\0")))


def located(mark: str, thumbnail: bytes) -> bytes:
    """EXIF with a place on earth and a small picture of its own."""
    word = mark.encode() + b"\0"
    place_at = 8 + 18
    word_at = place_at + 42
    small_at = word_at + len(word)
    picture_at = small_at + 30
    return tiff(
        directory((0x8825, 4, 1, place_at.to_bytes(4, "big")), next_at=small_at),
        directory(
            (0x0001, 2, 2, b"N\0\0\0"),
            (0x0003, 2, 2, b"E\0\0\0"),
            (0x001C, 7, len(word), word_at.to_bytes(4, "big")),
        ),
        word,
        directory(
            (0x0201, 4, 1, picture_at.to_bytes(4, "big")),
            (0x0202, 4, 1, len(thumbnail).to_bytes(4, "big")),
        ),
        thumbnail,
    )
