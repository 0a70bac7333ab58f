"""Which yearly income counts for the estimate, as far as it is known."""

from decimal import Decimal

from smi_core.base import Frozen
from smi_core.paying import IncomeMeant
from smi_core.rules import Band, Look


class Income(Frozen):
    """A joint yearly income in euro; both ends belong to it.

    Attributes:
        high: None if there is no upper end.
        is_current: True if it is the expected income of now, not the one on the statement.
    """

    low: Decimal
    high: Decimal | None
    is_current: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether one amount is known."""
        return self.low == self.high


def income_of(look: Look, meant: IncomeMeant | None) -> Income:
    """The income that counts: exact, a band, or anything.

    The current income replaces the one on the statement only where the text says so.

    Source:
        Awir art. 7 and 8 (joint income of parent and toeslagpartner over the whole year).
    """
    if meant and meant.basis == "current" and look("inkomen_anders").value == "ja":
        return _from_amount(look, "jaarinkomen_nu", is_current=True)
    joint = look("gezinsinkomen").value
    if isinstance(joint, Decimal):
        return Income(low=joint, high=joint)
    if isinstance(joint, Band):
        return Income(low=joint.low, high=joint.high)
    own = look("jaarinkomen_ik").value
    return Income(low=own if isinstance(own, Decimal) else Decimal(0), high=None)


def _from_amount(look: Look, fact: str, *, is_current: bool) -> Income:
    amount = look(fact).value
    if isinstance(amount, Decimal):
        return Income(low=amount, high=amount, is_current=is_current)
    return Income(low=Decimal(0), high=None, is_current=is_current)
