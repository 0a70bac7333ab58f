"""What to know of a draft, on the first screen after it came back; and that nothing is kept now."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from pages._not_taken import not_taken
from pages._visit import texts, visit


def told_back() -> None:
    """Answers that no longer fit, files that were lost, and a store that is away."""
    mine, say = visit(), texts().say
    parts = []
    if mine.keeping.refused and mine.municipality:
        lines = not_taken(mine.keeping.refused, mine.municipality, mine.children)
        parts.append(_part(say("back.asked_again"), lines))
    if mine.keeping.lost:
        parts.append(_part(say("back.lost"), mine.keeping.lost))
    if mine.keeping.must_forget:
        parts.append(_part(say("back.not_wiped")))
    elif mine.keeping.is_away:
        parts.append(_part(say("back.away")))
    if parts:
        st.html(f'<div class="notice" data-came-back role="status">{"".join(parts)}</div>')


def _part(told: str, lines: Iterable[str] = ()) -> str:
    listed = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<p>{escape(told)}</p>" + (f"<ul>{listed}</ul>" if listed else "")
