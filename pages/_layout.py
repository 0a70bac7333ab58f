"""What every screen has: the bar at the top, the heading, the errors, the main action, the help."""

from html import escape
from typing import Literal, NamedTuple, get_args

import streamlit as st

from pages._came_back import told_back
from pages._keeping import wipe
from pages._sharing import told
from pages._speaking import notice
from pages._tools import STATEMENT, step_aside, tools
from pages._visit import arrive, texts, visit
from pages._words import details, plain
from smi_core.content import load_scheme
from smi_core.money import glued

Stage = Literal["check", "cost", "week", "papers", "apply"]
"""The named stages of the way through; the texts have a name for each (`stage.<stage>`)."""
STAGES: tuple[Stage, ...] = get_args(Stage)


class Heading(NamedTuple):
    """A heading with a name or an amount in it, which the history of a browser must not keep.

    Attributes:
        shown: the heading.
        tab: what the browser calls the page.
    """

    shown: str
    tab: str


def top(
    title: str | Heading,
    screen: str,
    stage: Stage | None = None,
    sub: str = "",
    *,
    back: bool = True,
) -> bool:
    """The top of a screen.

    Args:
        title: the heading.
        screen: changes with every new screen, so that focus follows.
        stage: where the visitor is; None outside the way through.
        sub: what the stage is about now, such as the name of a child.
        back: there is a screen before this one.

    Returns:
        Whether "back" was pressed. Act on it once all fields are drawn, so that nothing is lost.
    """
    heading, tab = title if isinstance(title, Heading) else (title, title)
    st.set_page_config(page_title=f"{tab} - {texts().say('site.name')}")
    arrive(screen)
    _mark(screen)
    is_back = tools(back=back)
    notice()
    told()
    told_back()
    if stage:
        _progress(stage, sub)
    _error_summary()
    st.title(plain(glued(heading)), anchor=False)
    return is_back


def _mark(screen: str) -> None:
    """What the scripts must know: the screen, its language and the names of its parts."""
    say = texts().say
    parts = f'data-tools="{escape(say("part.tools"))}" data-foot="{escape(say("part.foot"))}"'
    told = f'data-lang="{visit().language}" data-screen="{escape(screen)}" {parts}'
    st.html(f"<span {told} hidden></span>")


def onward(label: str, *, main: bool = True) -> bool:
    """The main action, with the line that says who helps; on a phone it stays in view.

    Args:
        label: what the button says.
        main: it is what most people do next; else it is drawn as one way among others.

    Returns:
        Whether it was pressed.
    """
    with st.container(key="onward"):
        pressed = st.button(label, type="primary" if main else "secondary", key="next")
        _help()
    return pressed


def who_helps() -> None:
    """The line that says who helps, on a screen without a main action."""
    with st.container(key="onward"):
        _help()


def bottom() -> None:
    """The foot of a screen: what to know about the text, and wiping everything.

    Goes to a page beside the way if that was asked: by now all fields are drawn.
    """
    mine = visit()
    with st.container(key="foot"):
        if mine.municipality:
            _stale(mine.municipality)
            with st.container(key="wiping"):
                _wiping()
        if mine.page != STATEMENT:
            st.button(texts().say("nav.accessibility"), key=STATEMENT, type="tertiary")
    step_aside()


def field_error(key: str) -> None:
    """The error of one field, just above it."""
    message = visit().errors.get(key)
    if message:
        st.html(
            f'<p class="field-error" id="error-{key}" data-error-for="{key}">{escape(message)}</p>'
        )


def _progress(stage: Stage, sub: str) -> None:
    """All stages on a wide screen; on a phone the one of now, with its number."""
    say, now = texts().say, STAGES.index(stage)
    count = say("stage.count", number=now + 1, total=len(STAGES))
    items = "".join(
        f'<li{_stage_marks(place, now)}><span class="of">{escape(count)}</span>'
        f"{escape(say(f'stage.{one}'))}{escape(f' · {sub}') if sub and place == now else ''}</li>"
        for place, one in enumerate(STAGES)
    )
    name = escape(say("stage.title"))
    st.html(f'<nav class="stages" aria-label="{name}"><ol>{items}</ol></nav>')


def _stage_marks(place: int, now: int) -> str:
    if place == now:
        return ' aria-current="step"'
    return ' class="past"' if place < now else ""


def _error_summary() -> None:
    mine, say = visit(), texts().say
    if not mine.errors:
        return
    links = "".join(
        f'<li><a href="#{key}" data-field="{key}">{escape(message)}</a></li>'
        for key, message in mine.errors.items()
    )
    kept = escape(say("error.kept")) if mine.holds_something() else ""
    st.html(
        f'<div id="error-summary" data-nonce="{mine.attempt}"'
        f' data-title="{escape(say("error.title"))}"><h2>{escape(say(mine.problem))}</h2>'
        f"<ul>{links}</ul><p>{kept}</p></div>"
    )


def _help() -> None:
    """Who helps; the same line in the same place on every screen."""
    mine, say = visit(), texts().say
    if mine.municipality is None:
        return
    scheme = load_scheme(mine.municipality)
    town = scheme.municipality.said_in(mine.language)
    ways = [escape(say(f"contact.{way.kind}", value=way.value)) for way in scheme.contacts]
    told = " ".join(ways) or escape(say("contact.ask", gemeente=town))
    st.html(f'<p class="help-line"><strong>{escape(say("contact.title"))}</strong> {told}</p>')


def _stale(municipality: str) -> None:
    scheme, language, say = load_scheme(municipality), visit().language, texts().say
    if scheme.stale:
        details(say("about.stale"), scheme.stale.about(language, scheme.municipality))


def _wiping() -> None:
    """Erase everything, after asking once more."""
    mine, say = visit(), texts().say
    if not mine.is_wiping:
        if st.button(say("nav.wipe"), key="wipe", type="tertiary"):
            mine.is_wiping = True
            st.rerun()
        return
    st.html(f"<p data-asks>{escape(say('nav.wipe_sure'))}</p>")
    with st.container(horizontal=True):
        if st.button(say("nav.wipe_yes"), key="wipe_yes"):
            wipe()
            st.switch_page("start.py")
        if st.button(say("nav.wipe_no"), key="wipe_no"):
            mine.is_wiping = False
            st.rerun()
