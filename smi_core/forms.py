"""What a detail must look like: BSN, postcode, account number, and the like.

The checks that others keep better than we do come from python-stdnum.
"""

import re

from stdnum import iban as stdnum_iban
from stdnum.exceptions import ValidationError
from stdnum.nl import bsn as stdnum_bsn
from stdnum.nl import postcode as stdnum_postcode


class Misshapen(ValueError):
    """A detail that cannot be right as it stands."""


def bsn(text: str) -> str:
    """A citizen service number of nine digits that passes the 11-test.

    >>> bsn("9999 90 019")
    '999990019'

    Raises:
        Misshapen: if it does not have nine digits or fails the 11-test.
    """
    digits = re.sub(r"[\s.-]", "", text)
    if len(digits) != 9 or not stdnum_bsn.is_valid(digits):
        raise Misshapen
    return digits


def postcode(text: str) -> str:
    """A Dutch postcode, written as in an address.

    >>> postcode("1811ab")
    '1811 AB'

    Raises:
        Misshapen: if it is not four digits and two letters.
    """
    try:
        return stdnum_postcode.validate(text)
    except ValidationError:
        raise Misshapen from None


def iban(text: str) -> str:
    """An international account number with a right check number, in groups of four.

    >>> iban("nl91abna0417164300")
    'NL91 ABNA 0417 1643 00'

    Raises:
        Misshapen: if the length, the bank or the check number is wrong.
    """
    try:
        return stdnum_iban.format(stdnum_iban.validate(text))
    except ValidationError:
        raise Misshapen from None


def lrk(text: str) -> str:
    """A number of the Landelijk Register Kinderopvang: nine digits.

    >>> lrk("123 456 789")
    '123456789'

    Raises:
        Misshapen: if it does not have nine digits.
    """
    digits = re.sub(r"\s", "", text)
    if not re.fullmatch(r"[0-9]{9}", digits):
        raise Misshapen
    return digits


def phone(text: str) -> str:
    """A telephone number with ten to fifteen digits, as it was written.

    Raises:
        Misshapen: if it holds other characters, or too few or too many digits.
    """
    digits = re.sub(r"\D", "", text)
    if not re.fullmatch(r"\+?[0-9 ()/.-]+", text) or not 10 <= len(digits) <= 15:
        raise Misshapen
    return text


def email(text: str) -> str:
    """An e-mail address, as it was written: something, an at sign, and a domain with a dot.

    Raises:
        Misshapen: if it cannot be an address.
    """
    if len(text) > 254 or not re.fullmatch(r"[^@\s,;<>]+@[^@\s,;<>.]+(\.[^@\s,;<>.]+)+", text):
        raise Misshapen
    return text
