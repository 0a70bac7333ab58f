"""A pack or a file that a visitor brings back: what was in it, and whether it takes the place."""

from collections.abc import Callable

from pages._attaching import Attaching
from pages._not_taken import not_taken
from pages._packs import Reopening
from pages._recording import take
from pages._visit import texts, today, visit
from smi_core.kept import Aside
from smi_core.locked import LockRefused, check, is_locked
from smi_core.pack import Reopened, reopen
from smi_core.unlocked import reopen_locked
from smi_core.uploads import PackRefused


def bring(data: bytes) -> None:
    """Open a pack. A file under lock and key waits for its passphrase, in this visit alone."""
    mine = visit()
    mine.reopening = Reopening(round=mine.reopening.round)
    if not is_locked(data):
        _open(lambda: reopen(data, today()))
        return
    try:
        check(data)
        mine.reopening.locked = data
    except LockRefused as error:
        mine.reopening.refused = error.reason


def unlock(passphrase: str) -> None:
    """Open the file that waits. It goes on waiting if another passphrase, or time, may help."""
    now = visit().reopening
    _open(lambda: reopen_locked(now.locked, passphrase, today()))
    if now.refused not in ("wrong_passphrase", "busy", "too_slow"):
        now.locked = b""


def take_over() -> None:
    """What was brought takes the place of all that this visit holds."""
    mine = visit()
    found = mine.reopening.found
    assert found is not None
    beside = found.beside or Aside()
    mine.municipality = found.municipality
    take(mine, found.answers, beside)
    mine.attaching = Attaching(
        added=list(found.attachments),
        waiting=list(found.waiting),
        before=dict(beside.before),
        round=mine.attaching.round,
    )
    mine.errors, mine.packed = {}, None
    mine.reopening.is_done = True


def lost_of(found: Reopened) -> tuple[str, ...]:
    """What is asked again, and files that did not come along."""
    asked = not_taken(found.refused, found.municipality, found.answers.children)
    files = (texts().say("reopen.lost_file", name=name) for name in found.lost)
    return tuple(dict.fromkeys((*asked, *files)))


def _open(read: Callable[[], Reopened]) -> None:
    """Read it; it is taken over at once if there is nothing to lose."""
    mine = visit()
    mine.reopening.refused = ""
    try:
        mine.reopening.found = read()
    except PackRefused as error:
        mine.reopening.refused = error.told
        return
    if not mine.holds_something():
        take_over()
