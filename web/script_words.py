"""The words that our scripts need in the browser: instead of Streamlit's, and to read aloud."""

import json
from pathlib import Path

import yaml
from starlette.requests import Request
from starlette.responses import Response

from web.language import LANGUAGES
from web.sentences import say

_FILE = Path(__file__).with_name("streamlit_words.yaml")
WORDS: dict[str, dict[str, str]] = yaml.safe_load(_FILE.read_text("utf-8"))
"""By what Streamlit says: what we say instead, by language."""
_OURS = {
    key: {code: say(key, code) for code in LANGUAGES}
    for key in ("aloud", "aloud_pause", "aloud_go_on", "aloud_no_voice")
}
SCRIPT = (
    f"export default {json.dumps(WORDS, ensure_ascii=False)};\n"
    f"export const SENTENCES = {json.dumps(_OURS, ensure_ascii=False)};\n"
)


def script(request: Request) -> Response:
    """The words as a module of JavaScript."""
    return Response(SCRIPT, media_type="text/javascript")
