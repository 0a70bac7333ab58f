"""Streamlit's own words in the languages of the pages, as a script that the browser gets."""

import json
from pathlib import Path

import yaml
from starlette.requests import Request
from starlette.responses import Response

FILE = Path(__file__).with_name("streamlit_words.yaml")
WORDS: dict[str, dict[str, str]] = yaml.safe_load(FILE.read_text("utf-8"))
"""By what Streamlit says: what we say instead, by language."""
_SCRIPT = f"export default {json.dumps(WORDS, ensure_ascii=False)};\n"


def script(request: Request) -> Response:
    """The words as a module of JavaScript."""
    return Response(_SCRIPT, media_type="text/javascript")
