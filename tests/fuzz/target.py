"""What is fuzzed: something that takes bytes, and what it may say no with."""

import contextlib
import resource
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

MOST_SECONDS = 1.0
"""Of the processor, for one input: what a visitor sends must not make others wait."""
MOST_MEGABYTES = 512
"""That one input may add to the memory of the process."""


class TooMuch(AssertionError):
    """Nothing broke, but it took too long or too much memory."""


@dataclass(frozen=True)
class Target:
    """One parser.

    Attributes:
        run: takes any bytes and reads what they come to; checks what must hold as well.
        refusals: what may be raised for it: the exceptions that the parser documents.
        seeds: where to start from.
        most: the longest input, in bytes.
        words: what a fuzzer would not find by itself.
    """

    name: str
    run: Callable[[bytes], None]
    refusals: tuple[type[Exception], ...]
    seeds: Callable[[], Iterable[bytes]] = lambda: (b"",)
    most: int = 4096
    words: tuple[str, ...] = ()

    def warm_up(self) -> None:
        """Load what is loaded once: that does not count as time or memory of an input."""
        with contextlib.suppress(*self.refusals):
            self.run(b"")

    def feed(self, data: bytes) -> bool:
        """Whether the parser took it.

        Raises:
            Exception: whatever the parser should not have raised.
            TooMuch: it took too long, or too much memory.
        """
        start, before = time.process_time(), _megabytes()
        try:
            self.run(data)
        except self.refusals:
            taken = False
        else:
            taken = True
        seconds, megabytes = time.process_time() - start, _megabytes() - before
        if seconds > MOST_SECONDS or megabytes > MOST_MEGABYTES:
            raise TooMuch(f"{self.name}: {seconds:.1f} s, {megabytes} MB more")
        return taken


def _megabytes() -> int:
    """The most memory that this process has had so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
