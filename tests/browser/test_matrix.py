"""One family per municipality, on all kinds of screens, by mouse and by keyboard alone.

`make test` walks so few combinations that any two values meet, with every municipality among them;
`make test-all` walks all municipalities in all of them.
"""

from itertools import combinations, cycle, product

import pypdfium2
import pytest

from smi_core.content import municipalities
from tests.browser.driving import open_page
from tests.browser.hands import HANDS
from tests.browser.journey import (
    QUESTIONS,
    Moment,
    Way,
    answer_wrongly,
    clear,
    family,
    question_of,
    walk,
)
from tests.browser.looking import Notes, arrival_fault, onward_fault
from tests.browser.pairs import all_of, pairwise

WAYS = {
    "width": (320, 360, 1280),
    "language": ("nl", "en"),
    "hand": tuple(HANDS),
    "look": ("light", "dark", "forced"),
}
LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
}
FEW = [
    (municipality, *way)
    for municipality, way in zip(
        cycle(municipalities()), sorted(pairwise(WAYS), key=lambda way: "mouse" not in way)
    )
]
"""By mouse first, so that every municipality has such a walk."""
FILE_NAME = {"nl": "aanvraag", "en": "application"}
HEIGHTS = {320: 640, 360: 740, 1280: 800}
ALL = list(all_of({"municipality": municipalities(), **WAYS}))
CASES = [
    pytest.param(
        choice, id="-".join(map(str, choice)), marks=[] if choice in FEW else pytest.mark.slow
    )
    for choice in ALL
]
CLUMSY = {
    FEW[2],
    *({choice[0]: choice for choice in ALL if choice not in FEW and "mouse" in choice}.values()),
}
"""The walks on which every answer is wrong the first time; all but one are slow. They reach, with
two in test_states, each question with an error."""
LOOKED_AT: set[tuple] = set()
"""Which kinds of screens axe has seen in this process, and in which look."""


@pytest.mark.parametrize("choice", CASES)
def test_a_family_gets_to_its_pack(choice, browser, app_url, tmp_path):
    municipality, width, language, hand, look = choice
    screen = {"width": width, "height": HEIGHTS[width]}
    page = open_page(browser, viewport=screen, **LOOKS[look])
    page.set_default_timeout(15_000)
    notes = Notes()
    notes.listen(page, app_url)

    def look_at(name: str, moment: str) -> None:
        notes.look(page, name, language)
        kind = (*_kind(name, moment), look)
        if choice not in FEW or kind not in LOOKED_AT:
            LOOKED_AT.add(kind)
            notes.barriers(page, f"{name} ({moment})")

    def eyes(name: str, moment: Moment) -> None:
        if moment == "arrived" and name != "start":
            notes.add(name, arrival_fault(page), onward_fault(page) if width <= 360 else "")
        look_at(name, moment)
        if moment == "arrived" and choice in CLUMSY and answer_wrongly(page, again=False):
            notes.add(name, arrival_fault(page))
            look_at(name, "refused")
            clear(page)

    download = walk(page, app_url, municipality, Way(language, HANDS[hand], eyes))
    download.save_as(tmp_path / "pack.pdf")
    page.context.close()

    assert not notes.faults, notes.told()
    assert notes.noise == []
    assert download.suggested_filename == f"{FILE_NAME[language]}-{municipality}.pdf"
    said, answers = _text_of(tmp_path / "pack.pdf"), family(municipality)
    assert answers["household"]["naam"] in said
    assert all(child["kind_naam"] in said for child in answers["children"])


def _kind(name: str, moment: str) -> tuple[str, ...]:
    """Screens that look alike: questions of one kind; every page is a kind of its own."""
    question = QUESTIONS.get(question_of(name))
    return (question.kind, moment) if question else (question_of(name), moment)


def _text_of(path) -> str:
    with pypdfium2.PdfDocument(path) as pack:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pack)


@pytest.mark.parametrize(("one", "other"), list(combinations(WAYS, 2)))
def test_any_two_values_meet_in_the_few(one, other):
    names = ["municipality", *WAYS]
    met = {(choice[names.index(one)], choice[names.index(other)]) for choice in FEW}

    assert met == set(product(WAYS[one], WAYS[other]))


def test_the_few_are_few_and_every_municipality_is_among_them():
    assert len(FEW) <= 12
    assert {choice[0] for choice in FEW} == set(municipalities())
