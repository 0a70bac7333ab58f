"""How many visits of one visitor are in memory: their open pages, and the last few that were left.

Each time that somebody loads the website anew, Streamlit begins a visit, and keeps the one before
for a while in case its connection comes back. Each holds all answers and files. It keeps 128 in
all, so that one visitor could push out those of all others.
"""

from streamlit.runtime import Runtime, get_instance

from web.sessions import cookie_of, sessions_of
from web.visitor import name_of

MOST_LEFT = 3
"""Visits of one visitor that wait for their connection to come back."""


class Visits:
    """Who has which visits. Only the event loop comes here, so it needs no lock."""

    def __init__(self) -> None:
        self._of: dict[bytes, dict[str, None]] = {}

    def note(self, who: bytes) -> None:
        """Something changed for this visitor: end the oldest of the visits that were left."""
        runtime = get_instance()
        active = _active(runtime, who)
        known = self._of.get(who, {}) | dict.fromkeys(active)
        left = [visit for visit in known if visit not in active]
        for visit in left[:-MOST_LEFT]:
            runtime.close_session(visit)
            del known[visit]
        self._of[who] = known

    def may_go_on(self, who: bytes | None, visit: str) -> bool:
        """Whether this visitor may go on with a visit: their own, or without a cookie nobody's."""
        if who is None:
            return not any(visit in theirs for theirs in self._of.values())
        return visit in self._of.get(who, {})

    def forget_gone(self) -> None:
        """Forget visits that are over, so that memory does not grow."""
        present = {info.session.id for info in sessions_of(get_instance()).list_sessions()}
        still = {who: _only(known, present) for who, known in self._of.items()}
        self._of = {who: known for who, known in still.items() if known}

    def __len__(self) -> int:
        return len(self._of)


def _only(known: dict[str, None], present: set[str]) -> dict[str, None]:
    return {visit: None for visit in known if visit in present}


def _active(runtime: Runtime, who: bytes) -> set[str]:
    """The open pages of a visitor."""
    open_now = sessions_of(runtime).list_active_sessions()
    return {info.session.id for info in open_now if name_of(cookie_of(info)) == who}


VISITS = Visits()
"""Those of this process."""
