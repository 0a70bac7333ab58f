"""The website with an error in its code, from the moment that a file is there; for tests alone.

The error says all that the family answered, as errors may.
"""

import os
from pathlib import Path

import streamlit as st

from pages import _answers, _visit, _words
from web import application

WHEN = Path(os.environ["BREAKS_WHEN"])
"""As long as this file is there, its words name what breaks."""


def breaking(name, works):
    """A function that fails while the file names it."""

    def either(*args, **options):
        if WHEN.exists() and name in WHEN.read_text("utf-8").split():
            raise ValueError(f"{_visit.visit().household!r} {_visit.visit().typed!r}")
        return works(*args, **options)

    return either


_answers.show_answers = breaking("answers", _answers.show_answers)
_words.explain_terms = breaking("terms", _words.explain_terms)

app = st.App("../../../pages/_frame.py", **application.PARTS)
