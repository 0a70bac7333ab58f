"""What stands on the screen until the program has come: on a slow phone, that takes seconds.

A script of ours removes it when the page is there. No button is in it, for none would work yet.
"""

from html import escape
from pathlib import Path

import streamlit as st

from smi_core.content import load_texts
from smi_core.words import Language
from web import own_files
from web.pinned import require
from web.sentences import say

_PROGRAM = Path(st.__file__).parent / "static" / "static" / "js"
_SOON = (
    *("Html", "purify.es", "Button", "Radio", "useFormValidation", "useField", "useFormReset"),
    *("useSlot", "WidgetLabel", "styled-components", "WidgetLabelHelpIconInline"),
    "useBasicWidgetState",
)
"""The parts of Streamlit that every first page needs, and that it asks for only after a while."""


def preloads(html: str) -> str:
    """What the browser had better fetch at once: our scripts, and parts of Streamlit.

    Args:
        html: the page so far; what it fetches itself is left out.

    Raises:
        StreamlitChanged: a part has another name.
    """
    ours = [f".{own_files.ADDRESS}/{name}" for name in own_files.SCRIPTS]
    parts = [f"./static/js/{name}" for part in _SOON for name in _files_of(part)]
    wanted = [address for address in ours + parts if f'"{address}"' not in html]
    return "\n    ".join(f'<link rel="modulepreload" href="{address}">' for address in wanted)


def _files_of(part: str) -> list[str]:
    found = sorted(path.name for path in _PROGRAM.glob(f"{part}.*.js"))
    require(bool(found), f"a part of the program is called {part}")
    return found


def first_screen(chosen: Language, is_start: bool) -> str:
    """The words to read while waiting; those of the start only where the start will come."""
    said, name = _start(chosen) if is_start else "", escape(say("title", chosen))
    return (
        f'<div id="first-screen"><header><p class="masthead">{name}</p></header>'
        f'<main>{said}<p class="needs-scripts" role="status">{escape(say("loading", chosen))}</p>'
        f'<p class="needs-scripts late">{escape(say("loading_late", chosen))}</p>'
        f"<noscript><p><strong>{escape(say('no_script_title', chosen))}</strong><br>"
        f"{escape(say('no_script_text', chosen))}</p></noscript></main></div>"
    )


def _start(chosen: Language) -> str:
    texts = load_texts(chosen).say
    steps = "".join(f"<li>{escape(texts(f'start.{n}'))}</li>" for n in ("one", "two", "three"))
    heading, lead = escape(texts("start.title")), escape(texts("start.lead"))
    return f"<h1>{heading}</h1><p>{lead}</p><ol>{steps}</ol>"
