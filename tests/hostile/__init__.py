"""Bad files, and honest ones that look odd, made by hand: what the intake has to withstand.

`python -m tests.hostile FOLDER` writes them all; nothing in them is real.
"""

from tests.hostile import (
    active,
    broken,
    disguised,
    drawing_bombs,
    evasion,
    heic,
    honest,
    media,
    passwords,
    picture_bombs,
    pictures,
    privacy,
    signed,
    stream_bombs,
)
from tests.hostile.kind import Kind

KINDS: tuple[Kind, ...] = (
    *passwords.KINDS,
    *broken.KINDS,
    *disguised.KINDS,
    *active.KINDS,
    *evasion.KINDS,
    *media.KINDS,
    *stream_bombs.KINDS,
    *drawing_bombs.KINDS,
    *privacy.KINDS,
    *signed.KINDS,
    *honest.KINDS,
    *pictures.KINDS,
    *heic.KINDS,
    *picture_bombs.KINDS,
)
