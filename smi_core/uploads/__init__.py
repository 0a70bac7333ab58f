"""Takes in what families upload. Every file is hostile, so another process reads it.

What comes back is new pixels and plain text; see `smi_core.sandbox` for the reading itself.
"""

from smi_core.uploads.brought import look_at
from smi_core.uploads.opening import TOLD, Opened, PackRefusal, PackRefused, open_pack
from smi_core.uploads.pictures import as_picture
from smi_core.uploads.shrinking import shrink
from smi_core.uploads.taking import UploadRefused, take_in

__all__ = [
    "TOLD",
    "Opened",
    "PackRefusal",
    "PackRefused",
    "UploadRefused",
    "as_picture",
    "look_at",
    "open_pack",
    "shrink",
    "take_in",
]
