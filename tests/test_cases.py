"""Families as stories: what they typed, and what must come out. See tests/cases/."""

import pytest

from smi_core.content import municipalities
from tests.stories import CASES, load_story, tell, what_came_out

STORIES = sorted(CASES.glob("*/*.yaml"))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_story_comes_out_as_told(path):
    story = load_story(path)
    wanted = story.expected.model_fields_set

    case = tell(story, path.parent.name)

    assert what_came_out(case, wanted) == story.expected.model_dump(include=wanted)


def test_every_municipality_has_stories():
    assert {path.parent.name for path in STORIES} == set(municipalities())
