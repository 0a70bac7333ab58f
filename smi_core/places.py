"""So many at a time, in the order in which they came."""

from collections import deque
from threading import Condition


class Places:
    """Places to work. Python's own semaphore may give one to who just left it, again and again."""

    def __init__(self, number: int) -> None:
        self._free = number
        self._line: deque[object] = deque()
        self._changed = Condition()

    def take(self, patience: float) -> bool:
        """Take a place; False if there was none in so many seconds."""
        me = object()
        with self._changed:
            self._line.append(me)
            is_mine = self._changed.wait_for(
                lambda: self._free > 0 and self._line[0] is me, patience
            )
            self._line.remove(me)
            self._free -= is_mine
            self._changed.notify_all()
        return is_mine

    def leave(self) -> None:
        """Give the place back."""
        with self._changed:
            self._free += 1
            self._changed.notify_all()
