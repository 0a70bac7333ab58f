"""When something breaks: a friendly sentence and a code for the visitor, no personal data anywhere.

The text of an exception may hold an answer ("invalid literal for int(): '123456782'"). So neither
the browser nor the log ever gets it: the log has the kind of exception and the lines of code.
"""

import logging
import secrets
import sys
import threading
import traceback
from asyncio import AbstractEventLoop
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.requests import Request
from starlette.responses import Response
from streamlit.logger import get_logger

from web import language
from web.headers import add_headers
from web.plain_page import plain_page
from web.sentences import say

_log = get_logger(__name__)
_plain_record = logging.LogRecord


def show(error: Exception) -> bool:
    """Tell the visitor that the frame broke; True keeps Streamlit from showing anything itself.

    When only a page breaks, the frame offers ways on. This is what is left when it cannot.
    """
    remembered = st.context.cookies.get(language.NAME)
    chosen = language.choose(st.query_params.get(language.NAME), remembered)
    sentence = say("error_text", chosen, code=report(error))
    st.error(f"**{say('error_title', chosen)}.** {sentence}")
    return True


def respond(request: Request, error: Exception) -> Response:
    """Tell the visitor of an address that broke, say a download."""
    answer = plain_page(request, "error", 500, code=report(error))
    add_headers(request.scope, answer.headers)  # it goes around all that stands in between
    return answer


def redact_logs() -> None:
    """From now on no log record of this process holds an exception's text or a visitor's address.

    Streamlit switches the lines of the web server about requests off, but not those about
    connections, and another way to start the website switches all of them on.
    """
    logging.setLogRecordFactory(_redacted_record)
    logging.getLogger("uvicorn.access").disabled = True
    logging.getLogger("uvicorn.error").addFilter(_names_no_visitor)


def redact_python(loop: AbstractEventLoop) -> None:
    """The same for what Python itself says of an error in a thread, or in a task of this loop."""
    sys.excepthook = lambda _, error, __: _tell_log(error)
    threading.excepthook = lambda failed: _tell_log(failed.exc_value)
    loop.set_exception_handler(lambda _, failed: _tell_log(failed.get("exception")))


def report(error: Exception) -> str:
    """Tell the log of an error, without its text; gives the code under which it stands there."""
    code = secrets.token_hex(4).upper()
    _log.error("code %s: %s", code, _outline(error))
    return code


def _tell_log(error: BaseException | None) -> None:
    _log.error("nobody waited for this: %s", _outline(error) if error else "an error of no kind")


def _names_no_visitor(record: logging.LogRecord) -> bool:
    return "WebSocket" not in str(record.msg)


def _redacted_record(*args: Any, **kwargs: Any) -> logging.LogRecord:
    record = _plain_record(*args, **kwargs)
    if isinstance(record.args, tuple):
        record.args = tuple(_outline(a) if isinstance(a, BaseException) else a for a in record.args)
    if isinstance(record.msg, BaseException):
        record.msg = _outline(record.msg)
    if record.exc_info and record.exc_info[1]:
        record.msg, record.args = f"{record.getMessage()}: {_outline(record.exc_info[1])}", ()
        record.exc_info = record.exc_text = None
    return record


def _outline(error: BaseException) -> str:
    """The kind of exception, and the last places in the code that it came through."""
    places = traceback.extract_tb(error.__traceback__)[-4:]
    trail = " < ".join(f"{Path(p.filename).name}:{p.lineno}" for p in reversed(places))
    return f"{type(error).__name__} at {trail or 'an unknown place'}"
