"""Lets go of what Streamlit goes on holding of a visitor who wiped everything, or is gone.

A field's description has the text that it began with, and is never thrown away. The loop that sends
messages holds the last visit and the last messages, and a connection the last message that came in,
until there are others: at night that may be hours.
"""

import asyncio
from collections.abc import Iterator
from types import FrameType
from weakref import WeakSet

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime
from streamlit.runtime.app_session import AppSession, AppSessionState
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.state import SessionState
from streamlit.runtime.state.session_state import WStates

from web.pinned import require
from web.sessions import sessions_of

_HEARTBEAT = BackMsg(app_heartbeat=True).SerializeToString()
_LOOP = "_loop_coroutine"
_ENDED: WeakSet[AppSession] = WeakSet()
"""Visits that ended, as long as anything holds them."""


def empty(session: AppSession) -> None:
    """End a visit, and let go of all that it held; others may still hold the visit itself."""
    session.shutdown()  # does nothing the second time
    _ENDED.add(session)
    session._session_state.clear()
    _forget_widgets(session._session_state)
    session._client_state.Clear()
    session._browser_queue.clear()


def empty_again() -> None:
    """Empty what ended before: a page that was being drawn then may have filled it since."""
    for session in tuple(_ENDED):
        empty(session)


def end(runtime: Runtime, name: str) -> None:
    """End a visit by its name; does nothing if there is none."""
    known = {info.session.id: info.session for info in sessions_of(runtime).list_sessions()}
    runtime.close_session(name)
    if name in known:
        empty(known[name])


def forget_widgets() -> None:
    """Let go of the fields of this visit, with what stood in them; they must not be drawn after."""
    context = get_script_run_ctx()
    assert context is not None
    _forget_widgets(context.session_state._state)


def empty_last_messages() -> None:
    """Empty the messages that were sent last, if they went to a visit that has ended."""
    for frame in _sending():
        last = frame.f_locals.get("active_session_info")
        if last and last.session._state is AppSessionState.SHUTDOWN_REQUESTED:
            for message in frame.f_locals.get("msg_list", ()):
                message.Clear()


class NothingHeld:
    """Sends a sign of life after each message of a page, so that Streamlit holds that instead."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request or connection, as ASGI has it."""
        if scope["type"] != "websocket":
            return await self.app(scope, receive, send)
        waiting: list[Message] = []

        async def one_by_one() -> Message:
            if waiting:
                return waiting.pop()
            message = await receive()
            if message["type"] == "websocket.receive":
                waiting.append({"type": "websocket.receive", "bytes": _HEARTBEAT})
            return message

        return await self.app(scope, one_by_one, send)


def check() -> None:
    """Whether Streamlit holds visitors as we know it.

    Raises:
        StreamlitChanged: it does not.
    """
    require(hasattr(WStates(), "widget_metadata"), "fields have widget_metadata")
    require(hasattr(SessionState(), "_new_widget_state"), "a session has _new_widget_state")
    loop = getattr(Runtime, _LOOP, None)
    require(loop is not None, f"a runtime has {_LOOP}")
    names = loop.__code__.co_varnames if loop else ()
    require({"active_session_info", "msg_list"} <= set(names), f"{_LOOP} holds the last messages")
    require("heartbeat_ack" in ForwardMsg.DESCRIPTOR.fields_by_name, "a heartbeat is answered")


def _forget_widgets(state: SessionState) -> None:
    state._new_widget_state.widget_metadata.clear()


def _sending() -> Iterator[FrameType]:
    """The loop that sends messages, wherever it is just now."""
    for task in asyncio.all_tasks():
        step = task.get_coro()
        while step is not None:
            frame = getattr(step, "cr_frame", None)
            if frame is not None and frame.f_code.co_name == _LOOP:
                yield frame
            step = getattr(step, "cr_await", None)
