"""What we take for granted of Streamlit, checked at start-up instead of believed."""

import streamlit as st

TRIED_WITH = "1.67.0"


class StreamlitChanged(Exception):
    """Streamlit is not as this package knows it; nothing starts until somebody has looked."""


def require(claim: bool, what: str) -> None:
    """Go on only if the claim holds.

    Raises:
        StreamlitChanged: says what is no longer so.
    """
    if not claim:
        raise StreamlitChanged(
            f"Streamlit {st.__version__} (tried: {TRIED_WITH}): no longer: {what}"
        )
