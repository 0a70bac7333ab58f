"""Words on a screen: texts, lists, quotes and help that opens in place; never read as mark-up."""

import re
from collections.abc import Iterable
from html import escape

import streamlit as st

from pages._visit import texts, visit
from smi_core.content import load_terms
from smi_core.glossary import terms_in
from smi_core.money import glued


def paragraph(text: str, css: str = "") -> None:
    """Plain text, never read as mark-up; an empty text draws nothing."""
    if not text:
        return
    name = f' class="{css}"' if css else ""
    st.html(f"<p{name}>{shown(text)}</p>")


class Dutch(str):
    """A text that is in Dutch in every language, such as the words of a municipality."""

    __slots__ = ()


def details(summary: str, *lines: str) -> None:
    """Help that opens in place; a line is a paragraph."""
    inside = "".join(f"<p{_lang(line)}>{shown(line)}</p>" for line in lines if line)
    if inside:
        st.html(f'<details class="more"><summary>{escape(summary)}</summary>{inside}</details>')


def _lang(text: str) -> str:
    return ' lang="nl"' if isinstance(text, Dutch) else ""


def explain_terms(*shown: str) -> None:
    """What the official words mean that stand in the texts of this screen, as help that opens.

    Give it everything the screen shows: who explains a word itself needs no help here.
    """
    say, language = texts().say, visit().language
    found = terms_in(shown, load_terms(), language)
    told = [(term.word.said_in(language), term.text.said_in(language)) for term in found]
    if len(told) == 1:
        details(say("terms.one", word=told[0][0]), told[0][1])
    elif told:
        lines = (say("terms.line", word=_at_start(word), text=text) for word, text in told)
        details(say("terms.several"), *lines)


def _at_start(word: str) -> str:
    """A word with which a line begins."""
    return word[:1].upper() + word[1:]


def quote(text: str, source: str) -> None:
    """The municipality's own words, with their place; Dutch in every language."""
    words = f'<span lang="nl">{escape(text)}</span>'
    st.html(f'<p class="quote">{words}<br><small lang="nl">{escape(source)}</small></p>')


def numbered(lines: tuple[tuple[str, str], ...]) -> None:
    """What to do, in order."""
    items = "".join(
        f"<li>{shown(said)}{f' <strong>{shown(by)}</strong>' if by else ''}</li>"
        for said, by in lines
    )
    st.html(f"<ol>{items}</ol>")


def bullets(lines: Iterable[str]) -> None:
    """A list without an order."""
    st.html(f"<ul>{''.join(f'<li>{shown(line)}</li>' for line in lines)}</ul>")


def facts(rows: Iterable[tuple[str, str]]) -> None:
    """Names with what belongs to them."""
    items = "".join(f"<dt>{shown(name)}</dt><dd>{shown(what)}</dd>" for name, what in rows)
    st.html(f"<dl>{items}</dl>")


def field_label(text: str) -> None:
    """What a field on a screen with several asks; who listens hears it with the field itself."""
    st.html(f'<p class="field-label" aria-hidden="true">{escape(text)}</p>')


def shown(text: str) -> str:
    """Text for st.html: nothing in it is mark-up, and no line ends inside an amount."""
    return escape(glued(text))


def plain(text: str) -> str:
    """Text for a label that Streamlit reads as Markdown, with every sign of that switched off."""
    return re.sub(r"([\\`*_\[\]$<>~:])", r"\\\1", text)
