"""Which language a visitor reads: as the address asks, else as a cookie remembers, else Dutch."""

from starlette.requests import HTTPConnection

from smi_core.content import languages

LANGUAGES = tuple(language.code for language in languages())
NAME = "lang"
"""The name of the cookie, and of the parameter in the address: `?lang=en`."""


def choose(asked: str | None, remembered: str | None) -> str:
    """The language to use; a word we do not know counts as nothing said.

    >>> choose(None, None), choose("en", "nl"), choose("xx", "en")
    ('nl', 'en', 'en')
    """
    return next((word for word in (asked, remembered) if word in LANGUAGES and word), LANGUAGES[0])


def of(request: HTTPConnection) -> str:
    """The language of a request."""
    return choose(request.query_params.get(NAME), request.cookies.get(NAME))
