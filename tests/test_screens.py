"""What a screen with a question says: short enough for a phone, and about this family."""

import pytest

from smi_core.case import work_out
from smi_core.content import load_guide, load_steps, municipalities
from smi_core.law import is_no
from smi_core.questions import Question, Step, asked_alone, parse
from smi_core.rules import UNSURE_ANSWER
from smi_core.words import Language
from tests.families import TODAY, any_families

MOST_WORDS = 60
LANGUAGES: tuple[Language, ...] = ("nl", "en")
QUESTIONS = [
    pytest.param(step, question, id=question.id)
    for step in load_steps()
    for question in step.questions
]
ALONE = [question for step in load_steps() for question in step.questions if question.alone]


def words_on_screen(step: Step, question: Question, language: Language) -> int:
    """What stands on the screen of a question outside its options and what opens."""
    said = (question.prompt, question.help, step.intro)
    return sum(len(words.said_in(language).split()) for words in said if words)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("step", "question"), QUESTIONS)
def test_a_screen_says_no_more_than_a_phone_shows(step, question, language):
    assert words_on_screen(step, question, language) <= MOST_WORDS


@pytest.mark.parametrize("key", municipalities())
def test_who_has_no_partner_is_not_asked_about_one(key):
    guide = load_guide(key)
    about_partner = set()

    for answers in any_families(guide, 40):
        single = {**answers.household, "partner": "nee"}
        case = work_out(guide, answers.model_copy(update={"household": single}), TODAY)
        if not is_no(case, "toeslagpartner"):
            continue
        for screen in case.route.screens:
            for question in screen.questions:
                said = asked_alone(question) if question.alone else question
                texts = [said.prompt, *(option.label for option in said.options)]
                if question.id not in ASKS_FOR_PARTNER and any(_speaks(t.nl) for t in texts):
                    about_partner.add(question.id)

    assert about_partner == set()


ASKS_FOR_PARTNER = {"partner", "tp_getrouwd", "tp_grond", "situatie_ik"}
"""These find out whether there is a partner, or name the partner as one of the possibilities."""


def _speaks(text: str) -> bool:
    return "partner" in text or "wij allebei" in text or "van ons" in text


@pytest.mark.parametrize("question", ALONE, ids=lambda question: question.id)
def test_an_answer_given_alone_is_the_same_answer(question):
    asked = asked_alone(question)

    assert asked.prompt != question.prompt
    for option in asked.options:
        if option.value != UNSURE_ANSWER:
            assert parse(question, option.value, TODAY) == parse(asked, option.value, TODAY)
