"""Plain language: what people read in Dutch is short and does without office words (B1).

Looked at is every sentence that we wrote ourselves. A quote is not ours, and stays as it is.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

import pytest
import yaml

ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "content"
FILES = sorted(CONTENT.glob("*.yaml"))
LISTS = [CONTENT / "national" / f"{name}.yaml" for name in ("kot_recht", "toeslagpartner")]
OURS = [CONTENT / "texts" / "nl.yaml", *FILES, *LISTS, ROOT / "web" / "sentences.yaml"]
NAMES = {"municipality", "name"}
"""Official names: the municipality's own words, not ours."""

MOST_WORDS = 20
AIM_FOR = 15
AVOID = {
    r"aanvragers?": "u, of: de ouder die aanvraagt",
    r"(heeft|hebt) (geen )?recht op": "u krijgt misschien, of: u kunt (geen) … krijgen",
    r"(ingangs|aanvangs)datum": "begindatum",
    r"terugwerkende kracht": "voor dagen die al voorbij zijn",
    r"beslistermijn|verdag(en|ing)|verdaagd?t?": "meer tijd nemen om te beslissen",
    r"inlichtingenplicht": "u moet veranderingen doorgeven",
    r"terug(ge)?vorder(en|t|d|ing)|vordert": "u moet geld terugbetalen",
    r"hardheidsclausule": "de gemeente mag in bijzondere gevallen afwijken",
    r"gezaghebbende": "ouder met gezag",
    r"toereikende?": "genoeg",
    r"beperking(en)?": "ziekte of handicap (beperking)",
    # The name of the scheme in full, and the Wlz-indicatie, are what letters call them.
    r"(?<!medische )indicaties?": "brief waarin staat dat opvang nodig is",
    r"(gemeentelijke )?basisadministratie|GBA": "inschrijving bij de gemeente (BRP)",
}
"""Words to avoid, and what to say instead (plain-language.md, section 4)."""
BRACKETS = re.compile(r"\([^)]*\)")
QUOTED = re.compile(r"‘[^’]*’|(?<!\w)'[^']*'(?!\w)")
SENTENCE_END = re.compile(r"(?<=[.!?;:])\s+")

every_file = pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)


class Said(NamedTuple):
    """A text, and the place in its file."""

    place: str
    text: str


@every_file
def test_sentences_are_short(path):
    long = [
        f"{place} ({len(sentence.split())}): {sentence}"
        for place, sentence in sentences(path)
        if len(sentence.split()) > MOST_WORDS
    ]

    assert "\n".join(long) == ""


@every_file
def test_office_words_stand_between_brackets_if_at_all(path):
    found = [f"{place}: {advice}" for place, text in said(path) for advice in office_words(text)]

    assert "\n".join(found) == ""


@every_file
def test_nobody_is_asked_whether_they_are_of_an_age_or_older(path):
    older = re.compile(r"jaar of (ouder|jonger)\?")
    found = [f"{place}: {text}" for place, text in sentences(path) if older.search(text)]

    assert "\n".join(found) == ""


@every_file
def test_a_sentence_says_no_only_once(path):
    found = [f"{place}: {text}" for place, text in sentences(path) if denials(text) > 1]

    assert "\n".join(found) == ""


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Het maakt niet uit dat we uw inkomen niet weten.", 2),
        ("Er is geen lijst, omdat een voorwaarde niet past.", 2),
        ("U heeft geen werk en geen partner.", 1),
        ("De andere opvang is niet genoeg, of niet mogelijk.", 1),
    ],
)
def test_the_gate_counts_how_often_a_sentence_says_no(text, times):
    assert denials(text) == times


def test_most_sentences_are_shorter_than_they_need_to_be():
    lengths = [len(text.split()) for path in OURS for _, text in sentences(path)]

    average = fmean(lengths)

    longer = sum(length > AIM_FOR for length in lengths)
    print(f"{len(lengths)} sentences, {average:.1f} words on average, {longer} above {AIM_FOR}")
    assert average <= 10
    assert longer <= len(lengths) / 10


@pytest.mark.parametrize(
    ("text", "is_plain"),
    [
        ("Een ziekte of handicap (beperking).", True),
        ("Een beperking.", False),
        ("Een ziekte (beperking) of handicap (beperking).", False),
        ("Vul ‘ingangsdatum’ in.", True),
        ("SMI: sociaal-medische indicatie.", True),
        ("U heeft een indicatie nodig.", False),
        ("De gemeente vordert het bedrag terug.", False),
        ("De Aanvrager tekent.", False),
    ],
)
def test_the_gate_knows_an_office_word(text, is_plain):
    assert (office_words(text) == []) == is_plain


def office_words(text: str) -> list[str]:
    """What to say instead of the office words in a text; one may stand between brackets, once."""
    text = QUOTED.sub("", text)
    open_text, bracketed = BRACKETS.sub("", text), " ".join(BRACKETS.findall(text))
    return [
        f"say {instead!r} in {text!r}"
        for words, instead in AVOID.items()
        if occurrences(words, open_text) or occurrences(words, bracketed) > 1
    ]


def denials(sentence: str) -> int:
    """How often a sentence says no; a list ("geen werk en geen partner") says it once."""
    listed = re.sub(r"\b(of|en) (niet|geen)\b", "", sentence, flags=re.IGNORECASE)
    return len(re.findall(r"\b(niet|geen)\b", listed, re.IGNORECASE))


def occurrences(words: str, text: str) -> int:
    return len(re.findall(rf"(?<![\w-])(?:{words})(?!\w)", text, re.IGNORECASE))


def sentences(path: Path) -> list[Said]:
    """Every sentence of a file with its place."""
    return [
        Said(place, sentence)
        for place, text in said(path)
        for sentence in SENTENCE_END.split(text.strip())
        if sentence
    ]


def said(path: Path) -> list[Said]:
    """Every Dutch text of a file with its place."""
    content = yaml.safe_load(path.read_text("utf-8"))
    if path.parent.name == "texts":
        return [Said(key, text) for key, text in content.items()]
    return list(dutch(content))


def dutch(part: object, place: tuple[str, ...] = ()) -> Iterator[Said]:
    """The Dutch versions inside a part of a file; places are named by their ids."""
    if isinstance(part, dict):
        if "nl" in part:
            yield Said(" > ".join(place), part["nl"])
        for key, value in part.items():
            if key not in NAMES:
                yield from dutch(value, (*place, str(key)))
    elif isinstance(part, list):
        for number, value in enumerate(part, 1):
            name = value.get("id", value.get("value")) if isinstance(value, dict) else None
            yield from dutch(value, (*place, str(name or number)))
