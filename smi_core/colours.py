"""The accent that a municipality may give the pages, and whether it can be read."""

import re
from typing import Annotated

from pydantic import AfterValidator

from smi_core.base import Frozen

WHITE, NIGHT = "#ffffff", "#121a1a"
"""The grounds of the light and of the dark pages (static/app.css)."""
LEAST_CONTRAST = 7
"""WCAG 1.4.6 (AAA): the accent colours text too."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21, as WCAG 2.2 defines it.

    >>> round(contrast("#000000", "#ffffff")), round(contrast("#0b5351", "#ffffff"), 1)
    (21, 8.9)
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """The relative luminance of a colour such as #0b5351, from 0 to 1 (WCAG 2.2)."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _readable_on(ground: str) -> AfterValidator:
    def check(colour: str) -> str:
        if not re.fullmatch(r"#[0-9a-f]{6}", colour):
            raise ValueError("write a colour as #0b5351")
        if (found := contrast(colour, ground)) < LEAST_CONTRAST:
            raise ValueError(
                f"its contrast with {ground} is {found:.1f}; {LEAST_CONTRAST} is needed"
            )
        return colour

    return AfterValidator(check)


class Accent(Frozen):
    """The accent of a municipality, on light pages and on dark ones."""

    light: Annotated[str, _readable_on(WHITE)]
    dark: Annotated[str, _readable_on(NIGHT)]
