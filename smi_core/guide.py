"""What is the same for everybody in one municipality: its scheme, and what that makes us ask."""

from collections.abc import Iterable

from smi_core.base import Frozen
from smi_core.decisions import DecisionList
from smi_core.eligibility import conditions_of
from smi_core.facts import questions_behind
from smi_core.flow import only
from smi_core.national import National
from smi_core.paying import BelowNorm, KotTable, LowestLocalClass
from smi_core.questions import Question, Step
from smi_core.rules import facts_in
from smi_core.scheme import Condition, Scheme


class Shared(Frozen):
    """The content that all municipalities share."""

    steps: tuple[Step, ...]
    silence: tuple[Condition, ...]
    lists: tuple[DecisionList, ...]
    national: National


class Guide(Frozen):
    """One municipality, ready to work out cases.

    Attributes:
        steps: every question that this municipality, or an estimate, may make us ask.
        conditions: all conditions, those on caps and on silence among them.
    """

    key: str
    scheme: Scheme
    steps: tuple[Step, ...]
    conditions: tuple[Condition, ...]
    lists: tuple[DecisionList, ...]
    national: National


def make_guide(key: str, scheme: Scheme, shared: Shared) -> Guide:
    """Bring the content of one municipality together with what all share."""
    conditions = conditions_of(scheme, shared.silence)
    looked_at = questions_behind(_facts(scheme, conditions), shared.lists)
    questions = (question for step in shared.steps for question in step.questions)
    wanted = frozenset(q.id for q in questions if _is_wanted(q, scheme, looked_at))
    return Guide(
        key=key,
        scheme=scheme,
        steps=only(shared.steps, wanted, shared.lists),
        conditions=conditions,
        lists=shared.lists,
        national=shared.national,
    )


def _facts(scheme: Scheme, conditions: Iterable[Condition]) -> list[str]:
    """Every fact that a rule of this municipality looks at."""
    names = ["dagdelen_over"]
    names += [f for c in conditions for f in (*facts_in(c.requires), *facts_in(c.assess_if))]
    names += [f for paper in scheme.papers for f in facts_in(paper.when)]
    names += [f for s in scheme.advice for f in facts_in(s.when)]
    names += facts_in(scheme.first_step.when) if scheme.first_step else ()
    match scheme.contribution.exemption:
        case BelowNorm():
            names.append("norm_percentage")
        case LowestLocalClass():
            names.append("laagste_klasse")
    return names


def _is_wanted(question: Question, scheme: Scheme, looked_at: frozenset[str]) -> bool:
    match question.use:
        case "pack" | "care":
            return True
        case "income":
            return isinstance(scheme.contribution.method, KotTable) or question.id in looked_at
        case "current":
            meant = scheme.contribution.income
            return (meant is not None and meant.basis == "current") or question.id in looked_at
        case "form":
            return question.id in {field.question for field in scheme.form}
        case "rules":
            return question.id in looked_at
