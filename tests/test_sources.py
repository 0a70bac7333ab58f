"""Every rule rests on words that really stand in its source, and no rule of the study is lost."""

import re
from pathlib import Path

import pytest

from smi_core.base import Frozen
from smi_core.citing import TOPICS, Citation
from smi_core.content import CONTENT, load_scheme, load_silence, municipalities
from smi_core.scheme import Scheme, citations

RULE_IDS = Path(__file__).parent / "data" / "rule_ids.txt"
ORDINANCE = "Vast te stellen de Verordening Sociaal Medische Indicatie gemeente Beemster 2021"

in_each = pytest.mark.parametrize("key", municipalities())


def one_line(text: str) -> str:
    return " ".join(text.split())


def kept_text(scheme: Scheme, citation: Citation) -> str:
    kept_as = scheme.sources[citation.source].kept_as
    return one_line((CONTENT / "sources" / kept_as).read_text("utf-8"))


def ids_of_the_study() -> dict[str, set[str]]:
    """The ids of rules and papers, by municipality."""
    found: dict[str, set[str]] = {}
    key = ""
    for line in RULE_IDS.read_text("utf-8").splitlines():
        if line.endswith(":"):
            key = line[:-1]
            found[key] = set()
        elif line and not line.startswith("#"):
            found[key].add(line)
    return found


def refs_in(part: object) -> set[str]:
    """Every `ref` and `scheme_ref` in a scheme, however deep."""
    match part:
        case Frozen():
            own = {value for name, value in part if name in {"ref", "scheme_ref"}}
            return own.union(*(refs_in(value) for _, value in part))
        case tuple():
            return set().union(*map(refs_in, part))
        case _:
            return set()


@in_each
def test_every_quote_stands_in_its_source(key):
    scheme = load_scheme(key)

    loose = [c.quote for c in citations(scheme) if one_line(c.quote) not in kept_text(scheme, c)]

    assert citations(scheme)
    assert loose == []


@in_each
def test_no_quote_is_only_a_word_or_two(key):
    short = [c.quote for c in citations(load_scheme(key)) if len(c.quote.split()) < 3]

    # A list of papers has short items of its own.
    assert set(short) <= {"advies van het CJG;", "inkomensverklaring;"}


@in_each
def test_every_rule_of_the_study_is_in_the_scheme(key):
    assert ids_of_the_study().get(key, set()) - refs_in(load_scheme(key)) == set()


def test_the_study_is_about_the_same_municipalities():
    assert set(ids_of_the_study()) <= set(municipalities())


@in_each
def test_every_topic_is_stated_or_known_to_be_silent(key):
    topics = load_scheme(key).topics

    assert set(topics) == set(TOPICS)
    assert all(condition.topic in topics for condition in load_silence())


@in_each
def test_a_topic_with_a_condition_is_not_called_silent(key):
    scheme = load_scheme(key)

    called_silent = {topic for topic, status in scheme.topics.items() if status == "unstated"}

    assert not called_silent & {condition.topic for condition in scheme.conditions}


def test_a_quote_of_the_ordinance_of_beemster_stands_in_the_article_it_names():
    """One copy holds both the proposal and the ordinance; the ordinance goes first."""
    scheme = load_scheme("beemster")
    text = one_line((CONTENT / "sources" / "beemster.txt").read_text("utf-8"))
    proposal, _, ordinance = text.partition(ORDINANCE)
    articles = dict(re.findall(r"Artikel (\d+)\. (.*?)(?=Artikel \d+\. [A-Z]|$)", ordinance))

    for citation in citations(scheme):
        quote = one_line(citation.quote)
        if citation.source == "voorstel":
            assert quote in proposal, citation.place
            continue
        named = re.findall(r"artikel (\d+)", citation.place)
        assert any(quote in articles[number] for number in named), citation.place


@in_each
def test_a_source_is_known_by_day_and_place(key):
    scheme = load_scheme(key)

    for citation in citations(scheme):
        assert citation.place
    for source in scheme.sources.values():
        assert source.url.startswith("https://")
        assert source.read_on >= scheme.read_on
