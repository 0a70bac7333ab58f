"""Where Streamlit keeps visits: its own names for that, in one place."""

from streamlit.runtime import Runtime
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.session_manager import ActiveSessionInfo
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

from web.pinned import require
from web.visitor import secret_of


def sessions_of(runtime: Runtime) -> WebsocketSessionManager:
    """Streamlit's list of sessions, which it keeps to itself.

    Raises:
        StreamlitChanged: it is not where we know it.
    """
    sessions = getattr(runtime, "_session_mgr", None)
    require(isinstance(sessions, WebsocketSessionManager), "a runtime has _session_mgr")
    assert isinstance(sessions, WebsocketSessionManager)
    storage_of(sessions)
    return sessions


def cookie_of(info: ActiveSessionInfo) -> str:
    """The secret of the visitor whose session this is; empty without a cookie of ours."""
    context = info.client.client_context
    return secret_of(context.cookies) if context else ""


def storage_of(sessions: WebsocketSessionManager) -> MemorySessionStorage:
    """Where Streamlit keeps sessions whose connection dropped.

    Raises:
        StreamlitChanged: it is not where we know it.
    """
    storage = getattr(sessions, "_session_storage", None)
    require(isinstance(storage, MemorySessionStorage), "sessions are kept in memory")
    assert isinstance(storage, MemorySessionStorage)
    require(hasattr(storage._cache, "expire"), "the cache of sessions can expire")
    return storage
