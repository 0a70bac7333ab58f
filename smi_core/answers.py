"""What one applicant has answered so far, and the state of each paper."""

from typing import Annotated, Literal

from pydantic import Field

from smi_core.base import Frozen
from smi_core.questions import Answer

LONGEST_NOTE = 1000  # characters
AnswersOf = dict[str, Answer]


class PaperState(Frozen):
    """How far the parent is with one paper.

    Attributes:
        state: has it, asked for it, cannot get it, or it does not apply.
        note: with whom and since when, or why not; printed in the pack.
    """

    state: Literal["have", "asked", "cannot", "not_applicable"]
    note: Annotated[str, Field(max_length=LONGEST_NOTE)] = ""


class Answers(Frozen):
    """The answers for the household, one set for each child, and the papers by their id.

    Attributes:
        applies_anyway: the parent goes on although the outlook is unlikely.
    """

    household: AnswersOf = {}
    children: tuple[AnswersOf, ...] = ({},)
    papers: dict[str, PaperState] = {}
    applies_anyway: bool = False
