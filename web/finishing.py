"""What a visitor sent last is still dealt with when their connection breaks.

Streamlit stops the script of a session as soon as its connection is gone. Who presses a button and
refreshes the page, or types and closes the tab, would lose just that.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.runtime.state.safe_session_state import SafeSessionState
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

from web.pinned import require

_disconnect = WebsocketSessionManager.disconnect_session
_IS_RUNNING = "_execing"


def finish_scripts() -> None:
    """From now on a script that runs goes on to its end, though nobody looks any more.

    Raises:
        StreamlitChanged: Streamlit does not stop it as we know.
    """
    names = _disconnect.__code__.co_names
    require("request_script_stop" in names, "a session that disconnects stops its script")
    require(hasattr(AppSession, "request_script_stop"), "a session can stop its script")
    asks = ScriptRunner._maybe_handle_execution_control_request.__code__.co_names
    require(_IS_RUNNING in asks, f"a script is stopped while {_IS_RUNNING}")
    known = SafeSessionState.__annotations__
    require("_yield_callback" in known, "the state of a session asks whether to stop")
    WebsocketSessionManager.disconnect_session = _disconnect_softly


@contextmanager
def undisturbed() -> Iterator[None]:
    """Do what is inside to its end, though the visit was ended, or a button pressed, meanwhile.

    Elsewhere Streamlit lets go of a run at whatever it does next for it.
    """
    context = get_script_run_ctx()
    assert context is not None
    runner = getattr(context.session_state._yield_callback, "__self__", None)
    if not getattr(runner, _IS_RUNNING, False):
        yield
        return
    setattr(runner, _IS_RUNNING, False)
    try:
        yield
    finally:
        setattr(runner, _IS_RUNNING, True)


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
