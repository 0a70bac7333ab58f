"""How fast somebody may go: so much at once, and so much per second after that.

Nobody is refused here. It tells how long a next thing has to wait; the one that asks holds it up.
"""

from collections.abc import Callable
from threading import Lock

NO_END = float("inf")


class Pace:
    """The pace of each visitor apart; one who stands still for a while may go fast again.

    What it keeps of a visitor is one number: until when their pace is spent ("generic cell rate").
    """

    def __init__(self, at_once: float, per_second: float, clock: Callable[[], float]) -> None:
        self._at_once = at_once / per_second  # in seconds
        self._per_second = per_second
        self._clock = clock
        self._spent: dict[bytes, float] = {}
        self._lock = Lock()

    def wait(self, who: bytes, cost: float = 1, patience: float = NO_END) -> float:
        """Seconds that this must wait. Longer than the patience: then it does not count.

        Args:
            who: the visitor.
            cost: how much it is, in the unit of this pace.
            patience: the seconds that are worth waiting; refuse what must wait longer.
        """
        with self._lock:
            now = self._clock()
            until = max(now, self._spent.get(who, now)) + cost / self._per_second
            seconds = max(0.0, until - self._at_once - now)
            if seconds <= patience:
                self._spent[who] = until
            return seconds

    def forget_rested(self) -> None:
        """Forget who may go at full speed again, so that memory does not grow."""
        with self._lock:
            now = self._clock()
            self._spent = {who: until for who, until in self._spent.items() if until > now}

    def __len__(self) -> int:
        return len(self._spent)
