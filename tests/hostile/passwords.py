"""Files with a password."""

import io

import pikepdf

from tests.hostile.kind import Kind, refused
from tests.hostile.raw import TEXT, pdf


def locked(version: int, *, user: str = "", owner: str = "geheim") -> bytes:
    """A file with a password; version 2 and 3 are RC4, 4 and 6 are AES."""
    lock = pikepdf.Encryption(user=user, owner=owner, R=version, aes=version >= 4, metadata=False)
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as opened:
        opened.save(file, encryption=lock, deterministic_id=False, static_id=True)
    return file.getvalue()


KINDS = (
    refused("password-aes-256", lambda: locked(6, user="geheim"), "password"),
    refused("password-aes-128", lambda: locked(4, user="geheim"), "password"),
    refused("password-rc4", lambda: locked(3, user="geheim"), "password"),
    # Everybody may read these: the password is only for who wants to change them.
    Kind(name="owner-password-aes", make=lambda: locked(6), must_stay=(TEXT,)),
    Kind(name="owner-password-rc4", make=lambda: locked(3), must_stay=(TEXT,)),
)
