"""What every page has: the line at the top, the heading, the errors, and the help below."""

import re
from collections.abc import Iterable
from html import escape

import streamlit as st

from pages._visit import texts, visit, wipe
from smi_core.content import load_scheme


def top(title: str, screen: str, stage: str = "", problem: str = "") -> None:
    """The top of a page.

    Args:
        title: the heading.
        screen: changes with every new screen, so that focus follows.
        stage: where the visitor is.
        problem: what stands above the errors, if there are any; empty for what a form says.
    """
    mine, say = visit(), texts().say
    marker = f'<span data-lang="{mine.language}" data-screen="{escape(screen)}" hidden></span>'
    st.html(f'{marker}<p class="masthead">{escape(say("site.name"))}</p>')
    if st.button(say("site.other_language"), key="other_language", type="tertiary"):
        mine.language = "en" if mine.language == "nl" else "nl"
        mine.errors = {}
        st.rerun()
    if stage:
        st.html(f'<p class="step-line">{escape(stage)}</p>')
    _error_summary(problem or texts().say("error.summary"))
    st.title(title, anchor=False)


def bottom() -> None:
    """The foot of a page: help, the other language, and wiping everything."""
    mine = visit()
    st.divider()
    if mine.municipality:
        _stale_and_help(mine.municipality)
    if mine.municipality:
        _wiping()


def paragraph(text: str, css: str = "") -> None:
    """Plain text, never read as mark-up; an empty text draws nothing."""
    if not text:
        return
    name = f' class="{css}"' if css else ""
    st.html(f"<p{name}>{escape(text)}</p>")


def quote(text: str, source: str) -> None:
    """The municipality's own words, with their place; Dutch in every language."""
    words = f'<span lang="nl">{escape(text)}</span>'
    st.html(f'<p class="quote">{words}<br><small lang="nl">{escape(source)}</small></p>')


def numbered(lines: tuple[tuple[str, str], ...]) -> None:
    """What to do, in order."""
    items = "".join(
        f"<li>{escape(said)}{f' <strong>{escape(by)}</strong>' if by else ''}</li>"
        for said, by in lines
    )
    st.html(f"<ol>{items}</ol>")


def bullets(lines: Iterable[str]) -> None:
    """A list without an order."""
    st.html(f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>")


def facts(rows: Iterable[tuple[str, str]]) -> None:
    """Names with what belongs to them."""
    items = "".join(f"<dt>{escape(name)}</dt><dd>{escape(what)}</dd>" for name, what in rows)
    st.html(f"<dl>{items}</dl>")


def field_label(text: str) -> None:
    """What a field on a screen with several asks; who listens hears it with the field itself."""
    st.html(f'<p class="field-label" aria-hidden="true">{escape(text)}</p>')


def plain(text: str) -> str:
    """Text for a label that Streamlit reads as Markdown, with every sign of that switched off."""
    return re.sub(r"([\\`*_\[\]$<>~:])", r"\\\1", text)


def field_error(key: str) -> None:
    """The error of one field, just above it."""
    message = visit().errors.get(key)
    if message:
        st.html(
            f'<p class="field-error" id="error-{key}" data-error-for="{key}">{escape(message)}</p>'
        )


def _error_summary(problem: str) -> None:
    mine, say = visit(), texts().say
    if not mine.errors:
        return
    links = "".join(
        f'<li><a href="#{key}" data-field="{key}">{escape(message)}</a></li>'
        for key, message in mine.errors.items()
    )
    kept = escape(say("error.kept")) if mine.holds_something() else ""
    st.html(
        f'<div id="error-summary" data-nonce="{mine.attempt}"><h2>{escape(problem)}</h2>'
        f"<ul>{links}</ul><p>{kept}</p></div>"
    )


def _wiping() -> None:
    """Erase everything, after asking once more."""
    mine, say = visit(), texts().say
    if not mine.is_wiping:
        if st.button(say("nav.wipe"), key="wipe"):
            mine.is_wiping = True
            st.rerun()
        return
    paragraph(say("nav.wipe_sure"))
    with st.container(horizontal=True):
        if st.button(say("nav.wipe_yes"), key="wipe_yes"):
            wipe()
            st.switch_page("start.py")
        if st.button(say("nav.wipe_no"), key="wipe_no"):
            mine.is_wiping = False
            st.rerun()


def _stale_and_help(municipality: str) -> None:
    scheme, language, say = load_scheme(municipality), visit().language, texts().say
    town = scheme.municipality.said_in(language)
    if scheme.stale:
        paragraph(scheme.stale.about(language, scheme.municipality), "step-line")
    ways = [say(f"contact.{way.kind}", value=way.value) for way in scheme.contacts]
    help_text = " ".join(ways) or say("contact.none", gemeente=town)
    paragraph(f"{say('contact.title')} {help_text}", "step-line")
