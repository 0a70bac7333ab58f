"""Takes in what families upload. Every file is hostile, so another process reads it.

What comes back is new pixels and plain text; see `smi_core.sandbox` for the reading itself.
"""

from smi_core.uploads.taking import UploadRefused, take_in

__all__ = ["UploadRefused", "take_in"]
