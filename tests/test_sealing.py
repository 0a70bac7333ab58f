"""Sealed with the cookie of one visitor: nothing else opens it, and nothing can be swapped."""

import pytest

from web.sealing import NotOurs, seal_of

SECRET, OTHER = "s" * 43, "t" * 43
PLAIN = b"999990019 zit thuis"


def test_what_was_sealed_opens_again_later():
    sealed = seal_of(SECRET).close(PLAIN, "record")

    assert seal_of(SECRET).open(sealed, "record") == PLAIN
    assert PLAIN not in sealed


def test_the_same_twice_does_not_look_the_same():
    seal = seal_of(SECRET)
    assert seal.close(PLAIN, "record") != seal.close(PLAIN, "record")


@pytest.mark.parametrize(("secret", "place"), [(OTHER, "record"), (SECRET, "a file"), (SECRET, "")])
def test_another_secret_or_another_place_opens_nothing(secret, place):
    sealed = seal_of(SECRET).close(PLAIN, "record")
    with pytest.raises(NotOurs):
        seal_of(secret).open(sealed, place)


@pytest.mark.parametrize("place", range(12 + len(PLAIN) + 16))
def test_no_bit_can_be_changed(place):
    sealed = bytearray(seal_of(SECRET).close(PLAIN, "record"))
    sealed[place] ^= 1
    with pytest.raises(NotOurs):
        seal_of(SECRET).open(bytes(sealed), "record")


@pytest.mark.parametrize("length", [0, 1, 11, 12, 13, 27])
def test_a_piece_of_it_is_nothing(length):
    sealed = seal_of(SECRET).close(b"", "record")
    with pytest.raises(NotOurs):
        seal_of(SECRET).open(sealed[:length], "record")


def test_the_name_and_what_is_printed_tell_nothing_of_the_secret_or_the_key():
    seal = seal_of(SECRET)

    assert seal.row == seal_of(SECRET).row != seal_of(OTHER).row
    assert SECRET not in repr(seal)
    assert repr(seal._key) not in repr(seal)
    assert seal._key.hex() not in seal.row
