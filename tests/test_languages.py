"""Languages that say a part: complete as far as they go, and added by one file."""

import ast
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from pages._speaking import PAGES
from smi_core.base import Frozen
from smi_core.checks import ContentError
from smi_core.content import (
    CONTENT,
    languages,
    load_lists,
    load_partial,
    load_scheme,
    load_silence,
    load_steps,
    load_terms,
    load_texts,
    municipalities,
)
from smi_core.languages import Partial
from smi_core.questions import is_unsure, parse, questions_of
from smi_core.words import Words
from tests.language.reading import PARTIAL, ROOT, files_of, said
from tests.test_texts import SENTENCES, TREES, keys_in

SAYS = {"smi_core/wording.py", "smi_core/lists.py", "smi_core/echo.py"}
"""Modules of the core that put sentences together for these pages, and for others."""
LATER = {"papers", "line", "date", "amount", "no_amount", "range", "period", "care", "column"}
"""What those modules say on later pages: the first words of the keys."""

every_partial = pytest.mark.parametrize(
    "partial", [load_partial(code) for code in PARTIAL], ids=PARTIAL
)


@every_partial
def test_a_language_says_all_of_the_part_that_it_covers(partial):
    missing = dict.fromkeys(text for text in needed(partial) if text not in partial.sentences)

    assert "\n".join(missing) == ""


@every_partial
def test_a_language_fills_in_the_same_values_as_dutch(partial):
    differing = [
        f"{dutch}: {other}"
        for dutch, other in partial.sentences.items()
        if sorted(re.findall(r"{\w+}", dutch)) != sorted(re.findall(r"{\w+}", other))
    ]

    assert "\n".join(differing) == ""


@every_partial
def test_a_language_translates_nothing_that_is_not_said_any_more(partial):
    files = [*files_of("nl"), ROOT / "web" / "streamlit_words.yaml"]
    dutch = {text for path in files for _, text in said("nl", path)}

    assert "\n".join(sorted(set(partial.sentences) - dutch - names())) == ""


@every_partial
def test_a_sentence_is_translated_once(partial):
    path = CONTENT / "languages" / f"{partial.code}.yaml"
    pairs = yaml.safe_load(path.read_text("utf-8"))["sentences"]

    assert len({pair["nl"] for pair in pairs}) == len(pairs)


@every_partial
def test_who_chooses_a_language_that_nobody_checked_is_told(partial):
    choice = next(one for one in languages() if one.code == partial.code)

    assert bool(partial.unreviewed) == bool(partial.note)
    assert choice.label().startswith(partial.name)
    assert partial.note in choice.label()


def test_every_language_can_be_chosen():
    assert [one.code for one in languages()] == ["nl", "en", *PARTIAL]


def test_the_pages_that_a_language_covers_exist():
    assert {page for pages in PAGES.values() for page in pages} <= {
        path.stem for path in (ROOT / "pages").glob("[!_]*.py")
    }


# ---- one more language ----


@pytest.fixture
def with_frisian(tmp_path):
    """All content, with a made-up language beside the others: nothing but its file."""
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    sentences = [
        {"nl": "Woont u in {gemeente}?", "fy": "Wenje jo yn {gemeente}?"},
        {"nl": "Volgende", "fy": "Folgjende"},
        {"nl": "Weet ik niet", "fy": "Wit ik net"},
    ]
    spoken = {"name": "Frysk", "covers": "check", "only_dutch": "Yn it Nederlânsk."}
    _write(folder, spoken | {"sentences": sentences})
    return folder


def _write(folder: Path, spoken: dict[str, object]) -> None:
    (folder / "languages" / "fy.yaml").write_text(yaml.safe_dump(spoken), "utf-8")


def test_one_more_language_is_one_file(with_frisian):
    question = questions_of(load_steps(with_frisian))["woont_in_gemeente"]
    town = load_scheme("delft", with_frisian).municipality

    assert question.prompt.about("fy", town) == "Wenje jo yn Delft?"
    assert load_texts("fy", with_frisian).say("nav.next") == "Folgjende"
    assert "Frysk" in [one.label() for one in languages(with_frisian)]


def test_what_a_language_does_not_say_is_said_in_dutch(with_frisian):
    question = questions_of(load_steps(with_frisian))["woont_in_gemeente"]

    assert question.label.said_in("fy") == "Woont in {gemeente}"
    assert load_texts("fy", with_frisian).say("nav.back") == "Terug"


def test_an_answer_in_a_further_language_is_understood(with_frisian):
    question = questions_of(load_steps(with_frisian))["kot_krijgt"]

    assert is_unsure(question, "Wit ik net")
    assert parse(question, "Wit ik net", date(2026, 11, 22)) == "onbekend"


def test_dutch_and_english_stay_as_they_are(with_frisian):
    for language in ("nl", "en"):
        assert load_texts(language, with_frisian).sentences == SENTENCES[language]


def test_a_language_that_is_not_there_does_not_load():
    with pytest.raises(ContentError, match="no language 'fy'"):
        load_texts("fy")


def test_a_file_that_is_not_right_says_what_is_wrong(with_frisian):
    _write(with_frisian, {"name": "Frysk", "covers": "check"})
    load_partial.cache_clear()

    with pytest.raises(ContentError, match=r"languages/fy\.yaml is not right:\n +only_dutch"):
        load_partial("fy", with_frisian)


# ---- what must be said ----


def needed(partial: Partial) -> Iterator[str]:
    """Every Dutch text that a visitor can meet in the part, as it stands in the content."""
    texts = load_texts("nl").sentences
    for key in sorted(keys_of(PAGES[partial.covers])):
        yield texts[key]
    for words in words_of_check():
        yield words.nl
    for name in ("sentences", "streamlit_words"):
        for _, text in said("nl", ROOT / "web" / f"{name}.yaml"):
            yield text


def keys_of(pages: frozenset[str]) -> set[str]:
    """The keys of the sentences that pages say, themselves or through what they call."""
    modules = SAYS | {module for page in pages for module in reached(f"pages/{page}.py")}
    patterns = [pattern for module in modules for pattern in keys_in(TREES[module])]
    found = {key for key in SENTENCES["nl"] if any(p.fullmatch(key) for p in patterns)}
    return {
        key
        for key in found
        if key.partition(".")[0] not in LATER and re.search(r"\w", without_values(key))
    }


def without_values(key: str) -> str:
    return re.sub(r"{\w+}", "", SENTENCES["nl"][key])


def reached(module: str) -> set[str]:
    """A page, with the modules of the pages that it imports."""
    found, waiting = set(), [module]
    while waiting:
        one = waiting.pop()
        if one in found or one not in TREES or not one.startswith("pages/"):
            continue
        found.add(one)
        for node in ast.walk(TREES[one]):
            if isinstance(node, ast.ImportFrom) and node.module:
                path = node.module.replace(".", "/")
                waiting += [f"{path}.py", *(f"{path}/{name.name}.py" for name in node.names)]
    return found


def words_of_check() -> Iterator[Words]:
    """The questions, conditions, lists and terms that are met up to the answer page."""
    steps = load_steps()
    yield from words_in([step for step in steps if step.part == "check"])
    yield from (
        question.label for step in steps if step.part != "apply" for question in step.questions
    )
    yield from words_in([condition_words(one) for one in load_silence()])
    yield from words_in(load_lists())
    yield from words_in(load_terms())
    for municipality in municipalities():
        scheme = load_scheme(municipality)
        yield from (scheme.assessor, scheme.channel.text)
        yield from words_in([scheme.stale, scheme.first_step and scheme.first_step.text])
        yield from words_in([condition_words(one) for one in scheme.conditions])
        yield from words_in([(cap.text, cap.change) for cap in scheme.caps])


def condition_words(condition: Frozen) -> list[object]:
    return [getattr(condition, name) for name in ("text", "alone", "change", "decided_by")]


def words_in(part: object) -> Iterator[Words]:
    match part:
        case Words():
            yield part
        case Frozen():
            yield from words_in(list(dict(part).values()))
        case list() | tuple():
            for one in part:
                yield from words_in(one)
        case _:
            pass


def names() -> set[str]:
    """The names of municipalities, which a language may write in its own way."""
    return {load_scheme(key).municipality.nl for key in municipalities()}
