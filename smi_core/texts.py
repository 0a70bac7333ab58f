"""The sentences of the wizard itself, in one language."""

from collections.abc import Mapping

from smi_core.base import Frozen
from smi_core.words import Language


class Texts(Frozen):
    """All sentences that are the same for every municipality, by their key."""

    language: Language
    sentences: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """One sentence with its values filled in.

        Raises:
            KeyError: if there is no such sentence, or a value that it needs was not given.
        """
        return self.sentences[key].format(**values)
