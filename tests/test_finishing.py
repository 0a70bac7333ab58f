"""A script that runs when the connection breaks goes on to its end."""

from types import SimpleNamespace

import pytest
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager
from streamlit.testing.v1 import AppTest

from web import finishing
from web.pinned import StreamlitChanged


class Session:
    def __init__(self):
        self.stops = 0

    def request_script_stop(self):
        self.stops += 1


@pytest.fixture
def session(monkeypatch):
    """A session whose manager does as Streamlit's does."""
    only = Session()

    def disconnect(_, __):
        only.request_script_stop()

    monkeypatch.setattr(finishing, "_disconnect", disconnect)
    return only


def manager(session):
    info = SimpleNamespace(session=session) if session else None
    return SimpleNamespace(get_active_session_info=lambda _: info)


def test_a_broken_connection_stops_no_script_but_others_still_may(session):
    finishing._disconnect_softly(manager(session), "id")
    assert session.stops == 0

    session.request_script_stop()
    assert session.stops == 1


def test_a_session_that_has_gone_is_left_to_streamlit(session):
    finishing._disconnect_softly(manager(None), "id")
    assert session.stops == 1


def test_it_is_put_in_place_and_noticed_when_streamlit_has_another_way(monkeypatch):
    monkeypatch.setattr(WebsocketSessionManager, "disconnect_session", finishing._disconnect)
    finishing.finish_scripts()
    assert WebsocketSessionManager.disconnect_session is finishing._disconnect_softly

    monkeypatch.setattr(finishing, "_disconnect", lambda _, __: None)
    with pytest.raises(StreamlitChanged, match="stops its script"):
        finishing.finish_scripts()


def stopped_while_it_keeps():
    import streamlit as st  # noqa: PLC0415 (AppTest runs this function on its own)
    from streamlit.runtime.scriptrunner import get_script_run_ctx  # noqa: PLC0415

    from web.finishing import undisturbed  # noqa: PLC0415

    context = get_script_run_ctx()
    assert context
    with undisturbed():
        context.session_state._yield_callback.__self__.request_stop()
        st.session_state["kept"] = True
        st.write("kept")
    st.write("not drawn any more")


def test_what_is_undisturbed_comes_to_its_end_though_the_visit_is_stopped():
    page = AppTest.from_function(stopped_while_it_keeps).run()

    assert [text.value for text in page.markdown] == ["kept"]
    assert page.session_state["kept"]
