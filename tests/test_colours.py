"""The colour that a municipality gives its pages can be read by everybody."""

import pytest
from pydantic import ValidationError

from smi_core.colours import Accent, contrast


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#ffffff", "#ffffff", 1)],
)
def test_contrast_is_what_wcag_says(one, other, expected):
    assert contrast(one, other) == pytest.approx(expected, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


def test_a_dark_colour_on_light_pages_and_a_light_one_on_dark_pages_will_do():
    assert Accent(light="#00386b", dark="#a9d4f2").light == "#00386b"


@pytest.mark.parametrize(
    ("light", "dark", "wrong"),
    [
        ("#777777", "#a9d4f2", "light"),
        ("#00386b", "#00386b", "dark"),
        ("rgb(0,0,0)", "#a9d4f2", "light"),
        ("#00386b; } body { display: none", "#a9d4f2", "light"),
    ],
)
def test_a_colour_that_cannot_be_read_does_not_load(light, dark, wrong):
    with pytest.raises(ValidationError) as found:
        Accent(light=light, dark=dark)

    assert [error["loc"] for error in found.value.errors()] == [(wrong,)]
