"""What a visitor sent last is still dealt with when their connection breaks.

Streamlit stops the script of a session as soon as its connection is gone. Who presses a button and
refreshes the page, or types and closes the tab, would lose just that.
"""

from streamlit.runtime.app_session import AppSession
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

from web.pinned import require

_disconnect = WebsocketSessionManager.disconnect_session


def finish_scripts() -> None:
    """From now on a script that runs goes on to its end, though nobody looks any more.

    Raises:
        StreamlitChanged: Streamlit does not stop it as we know.
    """
    names = _disconnect.__code__.co_names
    require("request_script_stop" in names, "a session that disconnects stops its script")
    require(hasattr(AppSession, "request_script_stop"), "a session can stop its script")
    WebsocketSessionManager.disconnect_session = _disconnect_softly


def _disconnect_softly(self: WebsocketSessionManager, session_id: str) -> None:
    info = self.get_active_session_info(session_id)
    if info is None:
        return _disconnect(self, session_id)
    setattr(info.session, "request_script_stop", _go_on)  # noqa: B010  # hides the method
    try:
        return _disconnect(self, session_id)
    finally:
        delattr(info.session, "request_script_stop")


def _go_on() -> None:
    pass
