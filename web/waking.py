"""Draws pages again though nobody asked for that: of visits that nobody seems to be at any more.

What a page then says or wipes is its own affair. A visit without a connection ends.
"""

from collections.abc import Mapping

from streamlit.runtime import Runtime
from streamlit.runtime.app_session import AppSession, AppSessionState

from web.activity import Stand
from web.pinned import require


def wake(runtime: Runtime, due: Mapping[str, Stand]) -> None:
    """Draw the pages of these visits again, or end the visit. Only for the thread of the server."""
    for name, stand in due.items():
        session = runtime.get_app_session(name)
        if session is not None:
            _draw_again(session)
        elif stand == "gone":
            runtime.close_session(name)


def _draw_again(session: AppSession) -> None:
    """As Streamlit does when a program was changed: fields keep what stands in them."""
    if session._state is AppSessionState.APP_NOT_RUNNING:  # else a click would be cut off
        session.request_rerun(session._client_state)


def check() -> None:
    """Whether a visit can be drawn again as we do it.

    Raises:
        StreamlitChanged: it cannot.
    """
    require(hasattr(AppSession, "request_rerun"), "a session has request_rerun")
    names = AppSession.__init__.__code__.co_names
    for name in ("_state", "_client_state"):
        require(name in names, f"a session has {name}")
