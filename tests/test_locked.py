"""The file that a family keeps: locked for everybody else, and opened as a stranger's."""

import re
from hashlib import scrypt, sha256

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from smi_core import locked
from smi_core.locked import LockRefused, is_locked, lock, unlock
from smi_core.passphrases import as_meant, is_long_enough, new_passphrase

PASSPHRASE = "vier-rode-fietsen-thuis"
SECRET = b"BSN 999990019 en een brief van de arts"
PIECES = [SECRET, b"", b"\x00" * 70_000]


@pytest.fixture(scope="module")
def file() -> bytes:
    return lock(PIECES, PASSPHRASE)


def reason(data: bytes, passphrase: str = PASSPHRASE) -> str:
    with pytest.raises(LockRefused) as refused:
        unlock(data, passphrase)
    return refused.value.reason


def whole(data: bytes) -> bytes:
    """With the digest that belongs to it, as somebody would who changes a file on purpose."""
    return data + sha256(data).digest()


def by_hand(plain: bytes, passphrase: str = PASSPHRASE, version: int = 1) -> bytes:
    """A file as its description says, with another library for the key."""
    salt, nonce = b"s" * 16, b"n" * 12
    key = scrypt(passphrase.encode(), salt=salt, n=65_536, r=8, p=1, maxmem=2**27, dklen=32)
    head = b"papieren" + bytes([version]) + salt + nonce
    return whole(head + AESGCM(key).encrypt(nonce, plain, head))


def numbers(*given: int) -> bytes:
    return b"".join(number.to_bytes(4, "big") for number in given)


def test_the_same_pieces_come_back_with_the_passphrase(file):
    assert is_locked(file)
    assert unlock(file, PASSPHRASE) == PIECES


def test_a_file_that_was_made_by_its_description_opens():
    plain = numbers(2, 3, 2) + b"een" + b"en"

    assert unlock(by_hand(plain), PASSPHRASE) == [b"een", b"en"]


def test_neither_what_is_in_it_nor_the_passphrase_can_be_read_in_a_file(file):
    assert SECRET not in file
    assert PASSPHRASE.encode() not in file
    assert b"smi" not in file[:64].lower()  # who finds it does not see what it is about


def test_no_two_files_are_the_same(file):
    assert lock(PIECES, PASSPHRASE)[9:40] != file[9:40]


def test_another_passphrase_is_told_apart_from_a_file_that_broke(file):
    assert reason(file, "vier-rode-fietsen-buiten") == "wrong_passphrase"
    assert reason(file[:-1]) == "damaged"
    assert reason(file[:5000] + file[5001:]) == "damaged"
    assert reason(b"papieren") == "damaged"
    assert reason(b"papieren\x01") == "damaged"
    assert reason(whole(b"papieren\x00" + bytes(60))) == "damaged"


@pytest.mark.parametrize("place", [9, 30, 40, 60_000, -40])
def test_a_file_that_somebody_changed_does_not_open(file, place):
    changed = bytearray(file[:-32])
    changed[place] ^= 1

    assert reason(whole(bytes(changed))) == "wrong_passphrase"


def test_a_file_of_a_version_to_come_says_so(file):
    assert reason(whole(b"papieren\x02" + file[9:-32])) == "newer_version"


def test_too_large_a_file_costs_no_key(monkeypatch):
    monkeypatch.setattr(locked, "_key", None)  # it would break if it were asked for

    assert reason(b"papieren\x01" + bytes(locked.MOST_BYTES)) == "too_large"


@pytest.mark.parametrize(
    "plain",
    [
        b"",
        numbers(0),
        numbers(1),
        numbers(1, 5) + b"vier",
        numbers(1, 3) + b"vier",
        numbers(2, 1, 2**32 - 1) + b"a",
        numbers(2**32 - 1) + bytes(400),
        numbers(5000) + bytes(20_000),
    ],
)
def test_pieces_that_do_not_fit_are_refused(plain):
    assert reason(by_hand(plain)) == "damaged"


def test_two_keys_are_worked_out_at_a_time_and_a_third_is_told_that_it_is_busy(monkeypatch, file):
    monkeypatch.setattr(locked, "PATIENCE", 0.0)
    for _ in range(2):
        assert locked._turns.take(0)
    assert reason(file) == "busy"

    for _ in range(2):
        locked._turns.leave()
    assert unlock(file, PASSPHRASE) == PIECES


# --- passphrases


def test_ours_are_never_the_same_and_can_be_read_aloud():
    made = {new_passphrase() for _ in range(50)}

    assert len(made) == 50
    assert all(re.fullmatch(r"([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}", one) for one in made)


@pytest.mark.parametrize(
    "typed",
    ["abcd-2345-mnpq-wxyz", " ABCD 2345 mnpq wxyz", "abcd2345mnpqWXYZ", "Abcd–2345—mnpq wxyz"],
)
def test_ours_opens_however_it_is_typed(typed):
    file = lock([b"in"], "abcd-2345-mnpq-wxyz")

    assert unlock(file, typed) == [b"in"]


def test_what_somebody_chose_is_taken_as_it_is_written():
    assert as_meant("Mijn Kat heet Pluis") != as_meant("mijn kat heet pluis")
    assert as_meant(" Mijn Kat heet Pluis ") == "Mijn Kat heet Pluis"
    assert as_meant("cafe\u0301 op de hoek") == as_meant("caf\u00e9 op de hoek")


@pytest.mark.parametrize(
    ("typed", "is_enough"),
    [
        ("", False),
        ("negen nu.", False),
        ("negen nu. ", False),
        ("tien tekens", True),
        ("a" * 10, True),
    ],
)
def test_what_somebody_chooses_has_ten_signs_or_more(typed, is_enough):
    assert is_long_enough(typed) is is_enough
