"""Keeps what a visitor said unreadable for everybody without the visitor's own cookie.

The cookie's secret never reaches the store: the store knows a hash of it, and the key is derived
from it. So a copy of the store tells nothing, not even to us.
"""

import os
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_PURPOSE = b"smi draft 1"
_NONCE = 12  # bytes, as AES-GCM wants it


class NotOurs(Exception):
    """Sealed with another key, for another place, or changed since."""


@dataclass(frozen=True, repr=False)
class Seal:
    """The name of one visitor's draft in the store, and the key to it.

    Attributes:
        row: tells nothing about the secret.
    """

    row: str
    _key: bytes

    def close(self, plain: bytes, place: str) -> bytes:
        """Bytes that only this visitor's secret opens, and only as what stands in this place."""
        nonce = os.urandom(_NONCE)
        return nonce + AESGCM(self._key).encrypt(nonce, plain, self._bound(place))

    def open(self, sealed: bytes, place: str) -> bytes:
        """What was sealed.

        Raises:
            NotOurs: it was not sealed with this secret for this place, or somebody changed it.
        """
        try:
            return AESGCM(self._key).decrypt(sealed[:_NONCE], sealed[_NONCE:], self._bound(place))
        except (InvalidTag, ValueError):
            raise NotOurs from None

    def _bound(self, place: str) -> bytes:
        return f"{self.row}/{place}".encode()


def seal_of(secret: str) -> Seal:
    """The seal of a visitor.

    Args:
        secret: of the cookie: 32 random bytes, written as text. A password would be too weak here.
    """
    row = sha256(b"row " + _PURPOSE + secret.encode()).hexdigest()
    key = HKDF(SHA256(), length=32, salt=None, info=_PURPOSE).derive(secret.encode())
    return Seal(row, key)
