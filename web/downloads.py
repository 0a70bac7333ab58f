"""Downloads that work once, for one visitor, for ten minutes.

Streamlit's own download address works for everybody who knows it, and goes on working after the
page is closed. Here the bytes are made on request and kept nowhere.
"""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from web.visitor import is_secret, name_of

SECONDS = 600
MOST_PER_VISITOR = 20
"""A page offers anew each time it is drawn; beyond this many, a visitor's oldest offer lapses."""


class Lapsed(Exception):
    """What was offered cannot be made any more: it has changed since, or it was erased."""


@dataclass(frozen=True)
class Offer:
    """What a visitor may fetch, and until when."""

    owner: bytes
    ends: float
    make: Callable[[], bytes]
    name: str
    media_type: str


class Downloads:
    """The offers that stand. Pages offer and requests take, each in threads of their own."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._offers: dict[str, Offer] = {}
        self._lock = Lock()

    def offer(self, cookie: str, make: Callable[[], bytes], name: str, media_type: str) -> str:
        """Offer a file to the visitor with this cookie; gives the token for the address.

        Without a cookie (an empty text) the offer stands but nobody can take it.

        Args:
            cookie: The visitor's secret.
            make: Makes the bytes, later and in another thread: bind what it needs, it cannot read
                the session. It may raise `Lapsed`.
            name: The name of the file, as the visitor will see it.
            media_type: Such as application/pdf.
        """
        token = secrets.token_urlsafe(32)
        offer = Offer(name_of(cookie), self._clock() + SECONDS, make, name, media_type)
        with self._lock:
            self._drop_oldest(offer.owner)
            self._offers[token] = offer
        return token

    def take(self, cookie: str, token: str) -> Offer | None:
        """The offer, taken out so that it works once; None if this visitor has no such offer.

        Somebody else's attempt leaves the offer standing for its owner.
        """
        with self._lock:
            offer = self._offers.get(token)
            if offer is None or not is_secret(cookie) or offer.owner != name_of(cookie):
                return None
            del self._offers[token]
        return offer if self._clock() < offer.ends else None

    def withdraw(self, cookie: str) -> None:
        """Forget all offers to the visitor with this cookie, say because they wipe everything."""
        owner = name_of(cookie)
        with self._lock:
            self._offers = {t: one for t, one in self._offers.items() if one.owner != owner}

    def purge(self) -> None:
        """Forget what has expired, so that no answers stay in memory with it."""
        now = self._clock()
        with self._lock:
            self._offers = {t: offer for t, offer in self._offers.items() if now < offer.ends}

    def __len__(self) -> int:
        return len(self._offers)

    def _drop_oldest(self, owner: bytes) -> None:
        theirs = [token for token, offer in self._offers.items() if offer.owner == owner]
        for token in theirs[: max(0, len(theirs) - MOST_PER_VISITOR + 1)]:
            del self._offers[token]


DOWNLOADS = Downloads(time.monotonic)
"""The offers of this process. Offers hold one visitor's answers, each for that visitor alone."""

offer = DOWNLOADS.offer
withdraw = DOWNLOADS.withdraw
