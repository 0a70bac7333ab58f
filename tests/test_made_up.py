"""A municipality that does not exist: proof that a new one costs a file, a source and stories.

It uses rule kinds that the five do not; see docs/adding-a-municipality.md.
"""

import shutil
from pathlib import Path

import pytest

from smi_core.case import work_out
from smi_core.content import CONTENT, load_guide, municipalities
from smi_core.eligibility import Outlook, Result
from tests.families import TODAY, any_families
from tests.stories import load_story, tell, what_came_out

KEY = "voorbeeldstad"
MADE_UP = Path(__file__).parent / "made_up"
STORIES = sorted((MADE_UP / "stories").glob("*.yaml"))
SHARED = ("steps.yaml", "options.yaml", "silence.yaml", "national", "texts")


@pytest.fixture(scope="module")
def content(tmp_path_factory) -> Path:
    """The shared content with one municipality: its file and the copy of its source."""
    folder = tmp_path_factory.mktemp("made_up") / "content"
    (folder / "sources").mkdir(parents=True)
    for name in SHARED:
        (folder / name).symlink_to(CONTENT / name)
    shutil.copy(MADE_UP / f"{KEY}.yaml", folder)
    shutil.copy(MADE_UP / f"{KEY}.txt", folder / "sources")
    return folder


def test_the_file_is_all_it_takes(content):
    guide = load_guide(KEY, content)

    assert municipalities(content) == (KEY,)
    assert {condition.ref for condition in guide.scheme.conditions} <= {
        condition.ref for condition in guide.conditions
    }


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_a_story_comes_out_as_told(path, content):
    story = load_story(path)
    wanted = story.expected.model_fields_set

    case = tell(story, KEY, content)

    assert what_came_out(case, wanted) == story.expected.model_dump(include=wanted)


def test_who_has_answered_everything_gets_an_answer_to_everything(content):
    guide = load_guide(KEY, content)

    for answers in any_families(guide, 60, children=2):
        case = work_out(guide, answers, TODAY)
        unsettled = [a for a in case.verdict.assessments if a.result is Result.UNKNOWN]

        assert {a.condition.id: a.depends_on for a in unsettled} == {}
        assert case.verdict.family is not Outlook.INCOMPLETE


def test_the_sum_in_words_names_the_cap_in_days(content):
    story = load_story(MADE_UP / "stories" / "drie-dagen.yaml")

    case = tell(story, KEY, content)

    lines = [line.id for child in case.contribution.children for line in child.lines]
    assert "cap_day" in lines
    assert not [line for line in lines if line.startswith("share_")]
