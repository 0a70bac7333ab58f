"""The data inside a pack: what goes in comes back, and nothing is believed that does not fit."""

import json
from datetime import date
from pathlib import Path

import pytest

from smi_core.answers import Answers, PaperState
from smi_core.attached import Attachment, Line, PageImage
from smi_core.case import Case, work_out
from smi_core.content import load_guide, load_steps, municipalities
from smi_core.draft import UnreadableDraft, read
from smi_core.handover import attached, enclosed, hand_over, take_back

TODAY = date(2026, 11, 22)
STEPS = load_steps()
EXAMPLES = Path(__file__).parent.parent / "examples"
LINE = Line(text="Verzamelinkomen € 21.000", left=900, top=1200, width=4000, height=150)
PAGE = PageImage(width=2, height=1, coding="flate", colour="grey", data=b"pixels", lines=(LINE,))
PHOTO = PageImage(width=4, height=3, coding="jpeg", colour="rgb", data=b"photo")


def attachment(paper: str, name: str = "scan.pdf", **more) -> Attachment:
    return Attachment(paper=paper, name=name, kind="document", pages=(PAGE, PHOTO), **more)


def family(municipality: str) -> Case:
    given = json.loads((EXAMPLES / f"{municipality}.json").read_text("utf-8"))
    answers, refused = read(given, STEPS, TODAY)
    assert refused == ()
    return work_out(load_guide(municipality), answers, TODAY)


def content(**changed) -> bytes:
    data, *_ = hand_over(family("alkmaar"), ())
    return json.dumps({**json.loads(data.content), **changed}).encode()


@pytest.mark.parametrize("municipality", municipalities())
def test_what_was_answered_comes_back(municipality):
    case = family(municipality)
    data, *_ = hand_over(case, ())

    handed = take_back(data.content, STEPS, TODAY)

    assert handed.municipality == municipality
    assert handed.answers == case.given
    assert handed.refused == ()


def test_the_same_case_gives_the_same_bytes():
    first, second = (hand_over(family("delft"), ())[0].content for _ in range(2))

    assert first == second


def test_attachments_come_back_with_their_pictures_text_and_original():
    case = family("delft")
    signed = attachment("inkomensverklaring", original=b"%PDF signed", removed=("metadata",))
    photos = attachment("aanvraagformulier", "foto.jpg")
    going = enclosed(case, (signed, photos))
    data, original = hand_over(case, going)

    described = take_back(data.content, STEPS, TODAY).attachments
    images = {
        image: page.model_copy(update={"lines": ()})
        for number in (1, 2)
        for image, page in ((f"Bijlage{number}Blad1", PAGE), (f"Bijlage{number}Blad2", PHOTO))
    }
    back = tuple(attached(one, images, {original.name: original.content}) for one in described)

    assert going == (photos, signed)
    assert original.name == "bijlage-2-origineel.pdf"
    assert original.relation == "Source"
    assert back == going


def test_an_attachment_of_a_paper_that_is_not_asked_stays_at_home():
    case = family("delft")

    assert enclosed(case, (attachment("bankpas"),)) == ()


def test_an_attachment_without_one_of_its_pictures_is_not_guessed_at():
    data, *_ = hand_over(family("delft"), (attachment("inkomensverklaring"),))
    (described,) = take_back(data.content, STEPS, TODAY).attachments

    assert attached(described, {"Bijlage1Blad1": PAGE}, {}) is None
    assert attached(described, {}, {}) is None


def test_answers_of_the_first_version_are_read():
    answers, refused = read({"version": 1, "household": {"partner": "nee"}}, STEPS, TODAY)

    assert answers == Answers(household={"partner": "nee"})
    assert refused == ()


@pytest.mark.parametrize(
    ("changed", "where", "reason"),
    [
        ({"household": {"partner": "soms"}}, "household.partner", "not_a_choice"),
        ({"household": {"toeslagen": "ja"}}, "household.toeslagen", "unknown_question"),
        ({"geheim": 1}, "geheim", "unknown_question"),
        ({"attachments": [{"paper": "offerte"}]}, "attachments[0]", "not_an_attachment"),
        ({"attachments": ["offerte"]}, "attachments[0]", "not_an_attachment"),
    ],
)
def test_what_no_longer_fits_is_named_and_left_out(changed, where, reason):
    handed = take_back(content(**changed), STEPS, TODAY)

    assert [(one.where, one.reason) for one in handed.refused] == [(where, reason)]
    assert "partner" not in handed.answers.household or "household" not in changed


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (b"", "not_answers"),
        (b"\xff\xfe", "not_answers"),
        (b"[" * 100_000, "not_answers"),
        (b"[1]", "not_answers"),
        (b'{"version": 2, "household": {"uren": NaN}}', "not_answers"),
        (b'{"version": 2, "household": {"uren": 1' + b"0" * 5000 + b"}}", "not_answers"),
        (content(format="iets anders"), "not_answers"),
        (content(version=3), "newer_version"),
        (content(version="2"), "not_answers"),
        (content(version=0), "not_answers"),
        (content(attachments={}), "not_answers"),
        (content(attachments=[{}] * 41), "not_answers"),
        (content(children=[]), "not_answers"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_not_the_data_of_a_pack_is_refused_as_a_whole(broken, reason):
    with pytest.raises(UnreadableDraft) as refused:
        take_back(broken, STEPS, TODAY)

    assert refused.value.reason == reason


def test_the_state_of_a_paper_travels_along():
    case = family("delft")
    states = {"inkomensverklaring": PaperState(state="asked", note="12 mei, Belastingdienst")}
    case = work_out(case.guide, case.given.model_copy(update={"papers": states}), TODAY)

    handed = take_back(hand_over(case, ())[0].content, STEPS, TODAY)

    assert handed.answers.papers == states


@pytest.mark.parametrize(
    ("question", "given", "reason"),
    [
        ("tp_grond", "geen, " * 300_000, "too_long"),
        ("jaarinkomen_ik", "1" + " " * 1_900_000 + "x", "too_long"),
        ("tp_grond", ["geen"] * 300_000, "not_a_choice"),
        ("tp_grond", [["geen"]], "not_text"),
    ],
)
def test_an_answer_that_takes_long_to_read_is_not_read(question, given, reason):
    """Reading the first two took minutes, in which no other visitor was served."""
    handed = take_back(content(household={question: given}), STEPS, TODAY)

    assert [one.reason for one in handed.refused] == [reason]


def test_states_of_papers_have_limits():
    """A note is printed whole, and each paper stays in the memory of the visit."""
    long = {"state": "asked", "note": "x" * 1001}
    handed = take_back(content(papers={"cjg": long}), STEPS, TODAY)
    many = {f"paper-{number}": {"state": "have"} for number in range(201)}

    assert handed.answers.papers == {}
    assert [one.reason for one in handed.refused] == ["not_a_state"]
    with pytest.raises(UnreadableDraft):
        take_back(content(papers=many), STEPS, TODAY)


def test_a_picture_is_used_once():
    """A small pack that names one picture in forty attachments would come back huge."""
    one = {"paper": "cjg", "name": "a.pdf", "kind": "photo", "pages": [{"image": "Bijlage1Blad1"}]}
    twice = {**one, "pages": [{"image": "Bijlage2Blad1"}] * 2}

    handed = take_back(content(attachments=[one, one, twice]), STEPS, TODAY)

    assert [page.image for a in handed.attachments for page in a.pages] == ["Bijlage1Blad1"]
    assert [refused.where for refused in handed.refused] == ["attachments[1]", "attachments[2]"]
