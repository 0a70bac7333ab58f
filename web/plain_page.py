"""A page without Streamlit: a title, a sentence and the way back."""

from html import escape

from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse

from web import language, own_files
from web.sentences import say

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="{files}/app.css">
</head>
<body class="plain-page"><main>
<h1>{title}</h1>
<p>{text}</p>
{onward}<p><a href="/">{back}</a></p>
</main></body>
</html>
"""


def plain_page(
    request: HTTPConnection, key: str, status: int, onto: str = "", **values: str
) -> HTMLResponse:
    """The sentences `key_title` and `key_text` as a page, in the language of the visitor.

    Args:
        request: of that visitor.
        key: of the sentences.
        status: of the answer.
        onto: an address that `key_onward` leads to, before the way back; none if empty.
        values: what stands in the text.
    """
    chosen = language.of(request)
    words = {
        "title": say(f"{key}_title", chosen),
        "text": say(f"{key}_text", chosen, **values),
        "back": say("back", chosen),
    }
    html = _PAGE.format(
        language=chosen,
        files=own_files.ADDRESS,
        onward=_link(onto, say(f"{key}_onward", chosen)) if onto else "",
        **{name: escape(word) for name, word in words.items()},
    )
    return HTMLResponse(html, status_code=status)


def _link(onto: str, words: str) -> str:
    return f'<p><a href="{escape(onto)}">{escape(words)}</a></p>\n'
