"""The few sentences that people may see outside the pages."""

from pathlib import Path

import yaml

from smi_core.content import load_partial
from smi_core.words import LANGUAGES

_FILE = Path(__file__).with_name("sentences.yaml")
_SENTENCES: dict[str, dict[str, str]] = yaml.safe_load(_FILE.read_text("utf-8"))

for _key, _versions in _SENTENCES.items():
    if set(_versions) != set(LANGUAGES):
        raise LookupError(f"{_FILE.name}: {_key} must have exactly the languages {LANGUAGES}")


def say(key: str, language: str, **values: str) -> str:
    """A sentence in a language, with values in the places of their {names}.

    Raises:
        KeyError: no such sentence or value.
        ContentError: no such language.
    """
    versions = _SENTENCES[key]
    if language not in versions:
        dutch = versions["nl"]
        versions = {language: load_partial(language).sentences.get(dutch, dutch)}
    return versions[language].format(**values)
