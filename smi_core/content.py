"""Reads and checks the content files. The only module of the core that opens files."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from smi_core.checks import ContentError, check_scheme, check_shared, did_you_mean
from smi_core.citing import Citation
from smi_core.decisions import DecisionList
from smi_core.glossary import Term
from smi_core.guide import Guide, Shared, make_guide
from smi_core.languages import Choice, Partial, add_others
from smi_core.national import BijstandsNorm, Hours, National, ToeslagYear
from smi_core.questions import Option, Question, Step
from smi_core.rules import UNSURE_ANSWER
from smi_core.scheme import Condition, Scheme, citations
from smi_core.texts import Texts
from smi_core.words import LANGUAGES, Language

CONTENT = Path(__file__).parent.parent / "content"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The same safe loader, in C where there is one: start-up is eight times as fast."""
SHARED = frozenset({"steps", "options", "silence", "terms"})
LISTS = ("toeslagpartner", "kot_recht")
DEEPEST = 40
"""How deep things may stand in things; ours stay below fifteen."""

T = TypeVar("T")


def municipalities(folder: Path = CONTENT) -> tuple[str, ...]:
    """The keys of all municipalities: the files of content/ are the list."""
    return tuple(sorted(p.stem for p in folder.glob("*.yaml") if p.stem not in SHARED))


@cache
def load_guide(key: str, folder: Path = CONTENT) -> Guide:
    """One municipality with everything it needs, checked.

    Raises:
        ContentError: if a file is missing or not right.
    """
    scheme, shared = load_scheme(key, folder), load_shared(folder)
    check_scheme(f"content/{key}.yaml", scheme, shared)
    for citation in citations(scheme):
        _check_citation(f"content/{key}.yaml", citation, scheme, folder)
    return make_guide(key, scheme, shared)


@cache
def load_shared(folder: Path = CONTENT) -> Shared:
    """What all municipalities share: questions, silence, decision lists and figures."""
    shared = Shared(
        steps=load_steps(folder),
        silence=load_silence(folder),
        lists=load_lists(folder),
        national=load_national(folder),
    )
    check_shared(shared)
    return shared


@cache
def load_scheme(key: str, folder: Path = CONTENT) -> Scheme:
    """The file of one municipality.

    Raises:
        ContentError: if there is no such municipality, or its file is not right.
    """
    known = municipalities(folder)
    if key not in known:
        raise ContentError(
            f"there is no municipality {key!r}; there are {', '.join(known)}."
            f"{did_you_mean(key, known)}"
        )
    return _load(folder, f"{key}.yaml", Scheme)


@cache
def load_steps(folder: Path = CONTENT) -> tuple[Step, ...]:
    """Every question, with the options that many questions share filled in."""
    path = folder / "steps.yaml"
    options = _load(folder, "options.yaml", dict[str, Any])
    steps = _spoken(folder, "steps.yaml")
    for question in (q for step in _objects(steps) for q in _objects(step.get("questions"))):
        question.setdefault("options", options.get(str(question.get("kind")), []))
        if question.get("unsure") is True:
            question["unsure"] = options.get("unsure", True)
    return tuple(_with_unsure(step) for step in _checked(path, tuple[Step, ...], steps))


@cache
def load_silence(folder: Path = CONTENT) -> tuple[Condition, ...]:
    """The conditions for what a text does not speak of."""
    return _load(folder, "silence.yaml", tuple[Condition, ...])


@cache
def load_terms(folder: Path = CONTENT) -> tuple[Term, ...]:
    """The official words that screens explain."""
    return _load(folder, "terms.yaml", tuple[Term, ...])


@cache
def load_lists(folder: Path = CONTENT) -> tuple[DecisionList, ...]:
    """The national decision lists."""
    return tuple(_load(folder, f"national/{name}.yaml", DecisionList) for name in LISTS)


@cache
def load_national(folder: Path = CONTENT) -> National:
    """The national figures."""
    return National(
        toeslag=_load(folder, "national/kinderopvangtoeslag.yaml", tuple[ToeslagYear, ...]),
        bijstand=_load(folder, "national/bijstandsnorm.yaml", tuple[BijstandsNorm, ...]),
        hours=_load(folder, "national/uren.yaml", Hours),
    )


@cache
def load_texts(language: Language, folder: Path = CONTENT) -> Texts:
    """The sentences of the wizard in one language; in Dutch where a partial one has none.

    Raises:
        ContentError: if there is no such language, or Dutch or English misses a sentence.
    """
    paths = (folder / "texts" / f"{name}.yaml" for name in LANGUAGES)
    nl, en = (_checked(path, dict[str, str], _yaml(path)) for path in paths)
    if odd := sorted(set(nl) ^ set(en)):
        raise ContentError(f"content/texts: {', '.join(odd)} is in one language only")
    if language in LANGUAGES:
        return Texts(language=language, sentences=nl if language == "nl" else en)
    known = load_partial(language, folder).sentences
    return Texts(language=language, sentences={key: known.get(nl[key], nl[key]) for key in nl})


@cache
def languages(folder: Path = CONTENT) -> tuple[Choice, ...]:
    """Every language that can be chosen, Dutch first."""
    partials = (load_partial(code, folder) for code in _partial_codes(folder))
    return (
        Choice(code="nl", name="Nederlands"),
        Choice(code="en", name="English"),
        *(Choice(code=one.code, name=one.name, note=one.note) for one in partials),
    )


@cache
def load_partial(code: Language, folder: Path = CONTENT) -> Partial:
    """A language that says a part of the wizard.

    Raises:
        ContentError: if there is no such language, or its file is not right.
    """
    if code not in _partial_codes(folder):
        raise ContentError(f"there is no language {code!r} in content/languages")
    path = folder / "languages" / f"{code}.yaml"
    given = _checked(path, dict[str, Any], _yaml(path))
    pairs = _checked(path, list[dict[str, str]], given.pop("sentences", []))
    sentences = {pair.get("nl"): pair.get(code) for pair in pairs}
    return _checked(path, Partial, {**given, "code": code, "sentences": sentences})


def _with_unsure(step: Step) -> Step:
    """The step with "I do not know" among the options of the questions that allow it."""
    return step.model_copy(update={"questions": tuple(_offered(q) for q in step.questions)})


def _offered(question: Question) -> Question:
    has_options = bool(question.options)
    spoken = next((o.label for o in question.options if o.value == UNSURE_ANSWER), None)
    if spoken is not None:
        return question.model_copy(update={"unsure": spoken})
    if question.unsure is None or not has_options:
        return question
    unsure = Option(value=UNSURE_ANSWER, label=question.unsure)
    return question.model_copy(update={"options": (*question.options, unsure)})


def _load(folder: Path, name: str, shape: type[T]) -> T:
    return _checked(folder / name, shape, _spoken(folder, name))


def _spoken(folder: Path, name: str) -> Any:
    """What stands in a file, with the partial languages beside Dutch and English."""
    partials = [load_partial(code, folder) for code in _partial_codes(folder)]
    return add_others(_yaml(folder / name), partials)


def _partial_codes(folder: Path) -> list[Language]:
    return sorted(path.stem for path in (folder / "languages").glob("*.yaml"))


def _yaml(path: Path) -> Any:
    try:
        given = yaml.load(path.read_text("utf-8"), Loader=LOADER)
    except FileNotFoundError:
        raise ContentError(f"{_name(path)} is missing") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # such as a 31st of June
        raise ContentError(f"{_name(path)} is not YAML: {error}") from None
    if what := _not_a_tree(given):
        raise ContentError(f"{_name(path)} is not right: {what}")
    return given


def _not_a_tree(given: Any) -> str:
    """What keeps a file from being a plain tree; a tree takes no more time than its length."""
    seen: set[int] = set()
    left = [(given, 0)]
    while left:
        here, depth = left.pop()
        if not isinstance(here, (dict, list)):
            continue
        if id(here) in seen:
            return "something stands in two places, by an alias (*); write it twice"
        if depth > DEEPEST:
            return f"things stand in things more than {DEEPEST} deep"
        seen.add(id(here))
        left += [(one, depth + 1) for one in (here.values() if isinstance(here, dict) else here)]
    return ""


def _objects(given: Any) -> list[dict[Any, Any]]:
    """The objects in a list; what is no list, or no object, is refused with its place later."""
    return [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []


def _checked(path: Path, shape: type[T], given: Any) -> T:
    try:
        return TypeAdapter(shape).validate_python(given)
    except ValidationError as error:
        lines = "\n".join(f"  {_place(e['loc'], given)}: {e['msg']}" for e in error.errors())
        raise ContentError(f"{_name(path)} is not right:\n{lines}") from None


def _place(loc: Sequence[int | str], given: Any) -> str:
    """Where it is, by the ids of the file rather than by counting."""
    words, here = [], given
    for part in loc:
        here = _inside(here, part)
        named = here.get("id") if isinstance(here, Mapping) else None
        words.append(str(named or (f"no. {part + 1}" if isinstance(part, int) else part)))
    return " > ".join(words)


def _inside(value: Any, part: int | str) -> Any:
    """What stands at a place; None where nothing does, such as at a key that is missing."""
    try:
        return value[part]
    except (KeyError, IndexError, TypeError):
        return None


def _name(path: Path) -> str:
    folder = "" if path.parent.name == "content" else f"{path.parent.name}/"
    return f"content/{folder}{path.name}"


def _check_citation(where: str, citation: Citation, scheme: Scheme, folder: Path) -> None:
    if citation.source not in scheme.sources:
        raise ContentError(
            f"{where}: a quote names source {citation.source!r}, but the sources are "
            f"{', '.join(scheme.sources)}.{did_you_mean(citation.source, scheme.sources)}"
        )
    kept_as = scheme.sources[citation.source].kept_as
    if " ".join(citation.quote.split()) not in _source_copy(kept_as, folder):
        raise ContentError(
            f"{where}: this quote does not stand in content/sources/{kept_as}: {citation.quote!r}"
        )


@cache
def _source_copy(name: str, folder: Path) -> str:
    try:
        return " ".join((folder / "sources" / name).read_text("utf-8").split())
    except FileNotFoundError:
        raise ContentError(f"content/sources/{name} is missing") from None
