"""How many bytes of files each visitor may have in memory: on their way here, or not yet read.

Streamlit itself takes any number of files, and keeps them until the page reads them.
"""

from collections import Counter, defaultdict
from collections.abc import Callable


class Room:
    """The room of each visitor apart. Only the event loop comes here, so it needs no lock."""

    def __init__(self, most: int, kept: Callable[[str], int]) -> None:
        self._most = most
        self._kept = kept
        self._coming: Counter[bytes] = Counter()
        self._sessions: defaultdict[bytes, set[str]] = defaultdict(set)

    def take(self, who: bytes, session: str, size: int) -> bool:
        """Take room for bytes that are to come; False if there is too little.

        Args:
            who: the visitor.
            session: the visit that the file is for.
            size: how many bytes.
        """
        self._sessions[who].add(session)
        if self._coming[who] + self._held(who) + size > self._most:
            return False
        self._coming[who] += size
        return True

    def give_back(self, who: bytes, size: int) -> None:
        """The bytes have come, or will not come any more."""
        self._coming[who] -= size

    def forget_empty(self) -> None:
        """Forget who has nothing here, so that memory does not grow."""
        for who in list(self._sessions):
            if not self._coming[who] and not self._held(who):
                del self._sessions[who], self._coming[who]

    def _held(self, who: bytes) -> int:
        return sum(map(self._kept, self._sessions[who]))

    def __len__(self) -> int:
        return len(self._sessions)
