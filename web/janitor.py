"""Clears up behind visitors: sessions that ended, downloads that lapsed, memory that nobody holds.

Streamlit throws away a session that expired only when the next visitor leaves; till then the last
visitor's answers and uploads stay in memory. And since a full garbage collection after every click
would make the website many times slower, that is switched off and done here.
"""

import asyncio
import gc

from streamlit.logger import get_logger
from streamlit.runtime import Runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

from web import drafts
from web.activity import ACTIVITY
from web.downloads import DOWNLOADS
from web.forgetting import empty, empty_again, empty_last_messages
from web.limits import LIMITS
from web.sessions import sessions_of, storage_of
from web.slow_requests import ROOM
from web.visits import VISITS
from web.waking import wake

SECONDS_BETWEEN = 30
_log = get_logger(__name__)


class Janitor:
    """Knows which sessions there were, and so which have gone since the last round."""

    def __init__(self, sessions: WebsocketSessionManager) -> None:
        self._sessions = sessions
        self._known: dict[str, AppSession] = {}

    def end_expired_sessions(self) -> None:
        """Shut down each session that Streamlit has let go, which frees all it holds."""
        storage_of(self._sessions)._cache.expire()  # type: ignore[attr-defined]
        present = {info.session.id: info.session for info in self._sessions.list_sessions()}
        for gone in self._known.keys() - present.keys():
            empty(self._known[gone])
        self._known = present
        empty_again()
        ACTIVITY.keep_only(present)


async def keep_tidy(runtime: Runtime) -> None:
    """A round every half minute, for as long as the website runs."""
    janitor = Janitor(sessions_of(runtime))
    while True:
        await asyncio.sleep(SECONDS_BETWEEN)
        try:
            janitor.end_expired_sessions()
            empty_last_messages()
            wake(runtime, ACTIVITY.due())
            DOWNLOADS.purge()
            LIMITS.tidy()
            ROOM.forget_empty()
            VISITS.forget_gone()
            await asyncio.to_thread(drafts.purge)
            runtime.media_file_mgr.remove_orphaned_files()
            gc.collect()
        except Exception:  # one failed round must not be the last
            _log.exception("a round of the janitor failed")
