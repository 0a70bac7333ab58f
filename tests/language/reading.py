"""What people read, language by language: every sentence that we wrote ourselves.

A quote is not ours and stays as it is; so do official names.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).parent.parent.parent
CONTENT = ROOT / "content"
LISTS = [CONTENT / "national" / f"{name}.yaml" for name in ("kot_recht", "toeslagpartner")]
PARTIAL = sorted(path.stem for path in (CONTENT / "languages").glob("*.yaml"))
"""The languages that say a part: a file each."""
NAMES = {"municipality", "name", "names"}
"""Official names: the municipality's own words, not ours. And the names that terms go by."""
SENTENCE_END = re.compile(r"(?<=[.!?;:])\s+")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class Said(NamedTuple):
    """A text, and the place in its file."""

    place: str
    text: str


def files_of(language: str) -> list[Path]:
    """The files with what people read in a language."""
    if language in PARTIAL:
        return [CONTENT / "languages" / f"{language}.yaml"]
    shared = [*sorted(CONTENT.glob("*.yaml")), *LISTS, ROOT / "web" / "sentences.yaml"]
    return [CONTENT / "texts" / f"{language}.yaml", *shared]


def said(language: str, path: Path) -> list[Said]:
    """Every text of a file in one language, with its place."""
    content = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    if path.parent.name == "texts":
        return [Said(key, text) for key, text in content.items()]
    return list(_inside(content, language))


def sentences(language: str, path: Path) -> list[Said]:
    """Every sentence of a file with its place."""
    return [
        Said(place, sentence)
        for place, text in said(language, path)
        for sentence in sentences_in(text)
    ]


def sentences_in(text: str) -> list[str]:
    """The sentences of a text; what stands before a colon is one too."""
    return [sentence for sentence in SENTENCE_END.split(text.strip()) if sentence]


def words_in(text: str) -> list[str]:
    """The words of a text, without what the program fills in."""
    return WORD.findall(re.sub(r"{\w+}", "", text))


def _inside(part: Any, language: str, place: tuple[str, ...] = ()) -> Iterator[Said]:
    """The texts inside a part of a file; places are named by their ids."""
    if isinstance(part, dict):
        if isinstance(part.get(language), str):
            yield Said(" > ".join(place), part[language])
        for key, value in part.items():
            if key not in NAMES:
                yield from _inside(value, language, (*place, str(key)))
    elif isinstance(part, list):
        for number, value in enumerate(part, 1):
            name = value.get("id", value.get("value")) if isinstance(value, dict) else None
            yield from _inside(value, language, (*place, str(name or number)))
