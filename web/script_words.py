"""The words that our scripts need in the browser: instead of Streamlit's, and to read aloud."""

import json
from pathlib import Path

import yaml
from starlette.requests import Request
from starlette.responses import Response

from smi_core.content import load_partial
from smi_core.words import LANGUAGES as COMPLETE
from web.language import LANGUAGES
from web.sentences import say

_FILE = Path(__file__).with_name("streamlit_words.yaml")
WORDS: dict[str, dict[str, str]] = yaml.safe_load(_FILE.read_text("utf-8"))
"""By what Streamlit says: what we say instead, by language."""


def _with_others(versions: dict[str, str]) -> dict[str, str]:
    """One sentence, also in the languages that say a part."""
    partials = {code: load_partial(code).sentences for code in LANGUAGES if code not in COMPLETE}
    said = {code: sentences.get(versions["nl"]) for code, sentences in partials.items()}
    return {**versions, **{code: words for code, words in said.items() if words}}


_ALL = {theirs: _with_others(versions) for theirs, versions in WORDS.items()}
_OURS = {
    key: {code: say(key, code) for code in LANGUAGES}
    for key in ("aloud", "aloud_pause", "aloud_go_on", "aloud_no_voice")
}
SCRIPT = (
    f"export default {json.dumps(_ALL, ensure_ascii=False)};\n"
    f"export const SENTENCES = {json.dumps(_OURS, ensure_ascii=False)};\n"
)


def script(request: Request) -> Response:
    """The words as a module of JavaScript."""
    return Response(SCRIPT, media_type="text/javascript")
