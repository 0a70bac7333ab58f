"""A file under lock and key: without its passphrase nobody opens it, and we neither.

In the file, one after the other: `papieren`, the version (one byte), 16 bytes of salt, 12 bytes
that are never used again, what is locked (AES-256-GCM), and the SHA-256 of all that. The last one
tells a file that broke on its way from a passphrase that does not fit; whether somebody changed the
file is told by AES-GCM. What is locked: the number of pieces and the size of each (four bytes,
big-endian), then the pieces.

The key costs a computer a fifth of a second and 64 MB, whoever tries, so it is hard to guess.
"""

import os
from collections.abc import Sequence
from hashlib import sha256
from typing import Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from smi_core.passphrases import as_meant
from smi_core.places import Places

MAGIC = b"papieren"
VERSION = 1
MOST_BYTES = 60 * 2**20
"""Of a file; as much as the website lets in."""
MOST_PIECES = 200
AT_ONCE = 2  # keys that are worked out at a time, so that nobody can hold up the others with it
PATIENCE = 30.0  # seconds that one waits for its turn
_SALT, _NONCE, _DIGEST, _NUMBER = 16, 12, 32, 4
_HEAD = len(MAGIC) + 1 + _SALT + _NONCE
_turns = Places(AT_ONCE)

LockRefusal = Literal["too_large", "damaged", "newer_version", "wrong_passphrase", "busy"]
"""Why a file does not open; the texts have one sentence for each (`reopen.refused.<reason>`)."""


class LockRefused(ValueError):
    """A file that does not open, or not now."""

    def __init__(self, reason: LockRefusal) -> None:
        super().__init__(reason)
        self.reason: LockRefusal = reason


def lock(pieces: Sequence[bytes], passphrase: str) -> bytes:
    """A file that this passphrase alone opens. Two files of the same pieces differ.

    Raises:
        LockRefused: it is too busy to work out a key.
    """
    salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
    head = MAGIC + bytes([VERSION]) + salt + nonce
    file = head + AESGCM(_key(passphrase, salt)).encrypt(nonce, _joined(pieces), head)
    return file + sha256(file).digest()


def is_locked(data: bytes) -> bool:
    """Whether this is a file of ours under lock and key, of whatever version."""
    return data.startswith(MAGIC)


def unlock(data: bytes, passphrase: str) -> list[bytes]:
    """The pieces of a file. Who locked it may be anybody: nothing in them has been looked at.

    Args:
        data: what `is_locked` says yes to; anything may follow.
        passphrase: as somebody typed it.

    Raises:
        LockRefused: it does not open.
    """
    check(data)
    head, closed = data[:_HEAD], data[_HEAD:-_DIGEST]
    salt, nonce = head[-_SALT - _NONCE : -_NONCE], head[-_NONCE:]
    try:
        return _cut(AESGCM(_key(passphrase, salt)).decrypt(nonce, closed, head))
    except InvalidTag:
        raise LockRefused("wrong_passphrase") from None


def check(data: bytes) -> None:
    """Refuse what no passphrase opens, before somebody is asked for one.

    Raises:
        LockRefused: it is too large, of a version to come, or not whole.
    """
    if len(data) > MOST_BYTES:
        raise LockRefused("too_large")
    if data[len(MAGIC) : len(MAGIC) + 1] > bytes([VERSION]):
        raise LockRefused("newer_version")
    is_whole = data[-_DIGEST:] == sha256(memoryview(data)[:-_DIGEST]).digest()
    if not is_whole or len(data) < _HEAD + _DIGEST or data[len(MAGIC)] != VERSION:
        raise LockRefused("damaged")


def _key(passphrase: str, salt: bytes) -> bytes:
    if not _turns.take(PATIENCE):
        raise LockRefused("busy")
    try:
        said = as_meant(passphrase).encode("utf-8", "surrogatepass")
        return Scrypt(salt=salt, length=32, n=2**16, r=8, p=1).derive(said)
    finally:
        _turns.leave()


def _joined(pieces: Sequence[bytes]) -> bytes:
    numbers = (len(pieces), *map(len, pieces))
    return b"".join((*(number.to_bytes(_NUMBER, "big") for number in numbers), *pieces))


def _cut(plain: bytes) -> list[bytes]:
    count = int.from_bytes(plain[:_NUMBER], "big")
    at = _NUMBER * (1 + count)
    if not 1 <= count <= MOST_PIECES or len(plain) < at:
        raise LockRefused("damaged")
    found = []
    for place in range(_NUMBER, at, _NUMBER):
        size = int.from_bytes(plain[place : place + _NUMBER], "big")
        found.append(plain[at : at + size])
        at += size
    if at != len(plain):
        raise LockRefused("damaged")
    return found
