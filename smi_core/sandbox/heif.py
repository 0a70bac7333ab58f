"""Photos of an iPhone. Their own turn is applied by the decoder; the mark in the EXIF is then 1."""

from pi_heif import register_heif_opener

from smi_core.sandbox import photos
from smi_core.sandbox.wire import Answer

register_heif_opener(thumbnails=False)


def read(pieces: list[bytes]) -> Answer:
    """A photo as one page."""
    return photos.read_as(pieces[0], ("HEIF",))
