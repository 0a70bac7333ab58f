"""The accessibility statement, in the parts that the Dutch model asks for.

A municipality that offers this website registers a statement of its own, with a status; this page
says what is known before anybody from outside has looked.
"""

import streamlit as st

from pages._keeping import is_kept
from pages._layout import bottom, onward, top
from pages._tools import go_back
from pages._visit import texts
from pages._words import bullets, facts, paragraph

SHORTCOMINGS = ("listening", "connection", "photos", "scripts")
"""What does not meet the standard, or has not been proven to."""
NOT_KEPT = "connection"
"""This one is there only where no drafts are kept."""


def heading(title: str, *lines: str) -> None:
    """A part of the statement."""
    st.header(title, anchor=False)
    for line in lines:
        paragraph(line)


def shortcoming(name: str) -> None:
    """One thing that is not right: what, why, whom it hinders, what helps, what is planned."""
    st.subheader(say(f"access.{name}.title"), anchor=False)
    parts = ("what", "why", "effect", "instead", "plan")
    facts((say(f"access.part.{part}"), say(f"access.{name}.{part}")) for part in parts)


say = texts().say

is_back = top(say("access.title"), "accessibility")
paragraph(say("access.lead"))
heading(say("access.status"), say("access.status_none"), say("access.status_later"))
heading(say("access.tried"), say("access.tried_law"))
bullets(say(f"access.tried_{what}") for what in ("axe", "keys", "size", "pack"))
heading(say("access.not_yet"), say("access.not_yet_lead"))
for name in SHORTCOMINGS:
    if name != NOT_KEPT or not is_kept():
        shortcoming(name)
heading(say("access.contact"), say("access.contact_lead"), say("access.contact_none"))
heading(say("access.complaint"), say("access.complaint_how"))
heading(say("access.made"), say("access.made_on"))
is_next = onward(say("nav.back"))
bottom()
if is_back or is_next:
    go_back()
