"""The JSON Schemas of what goes in and what comes out."""

from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter

from smi_core.answers import PaperState
from smi_core.draft import MOST_CHILDREN, VERSION
from smi_core.handover import FORMAT, Described
from smi_core.questions import Question, Step
from smi_core.report import Report
from smi_core.rules import UNSURE_ANSWER

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def answers_schema(steps: Sequence[Step]) -> dict[str, Any]:
    """What a set of answers looks like, with every question and what it can be answered with."""
    once = [q for step in steps if not step.repeat for q in step.questions]
    per_child = [q for step in steps if step.repeat for q in step.questions]
    return {
        "$schema": DRAFT,
        "title": "Answers of one household",
        "type": "object",
        "additionalProperties": False,
        "required": ["household", "children"],
        "properties": {
            "version": {"enum": [*range(1, VERSION + 1)]},
            "household": _answers(once),
            "children": {
                "type": "array",
                "minItems": 1,
                "maxItems": MOST_CHILDREN,
                "items": _answers(per_child),
            },
            "papers": {
                "type": "object",
                "description": "How far the parent is with each paper, by its id.",
                "additionalProperties": PaperState.model_json_schema(),
            },
            "applies_anyway": {
                "type": "boolean",
                "description": "The parent goes on although the outlook is unlikely.",
            },
        },
    }


def pack_schema(steps: Sequence[Step]) -> dict[str, Any]:
    """What the data inside a pack look like: the answers, and what came along with them."""
    answers = answers_schema(steps)
    described = TypeAdapter(list[Described]).json_schema(ref_template="#/$defs/{model}")
    return {
        **answers,
        "title": "The data of an application, inside its pack",
        "required": [*answers["required"], "format", "version", "municipality", "made_on"],
        "properties": {
            **answers["properties"],
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "municipality": {"type": "string"},
            "made_on": {"type": "string", "format": "date"},
            "rules_read_on": {"type": "string", "format": "date"},
            "attachments": {key: described[key] for key in described if key != "$defs"},
        },
        "$defs": described["$defs"],
    }


def report_schema() -> dict[str, Any]:
    """What `work-out` prints."""
    return {"$schema": DRAFT, **Report.model_json_schema(mode="serialization")}


def _answers(questions: Sequence[Question]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {question.id: _answer(question) for question in questions},
    }


def _answer(question: Question) -> dict[str, Any]:
    shape = _shape(question)
    described = {"title": question.label.en, "description": _description(question)}
    if not question.unsure or question.options:
        return {**described, **shape}
    return {**described, "anyOf": [shape, {"const": UNSURE_ANSWER}]}


def _description(question: Question) -> str:
    labels = "; ".join(f"{o.value}: {o.label.en}" for o in question.options)
    help_text = question.help.en if question.help else ""
    return " ".join(part for part in (question.prompt.en, help_text, labels) if part)


def _shape(question: Question) -> dict[str, Any]:
    values = [option.value for option in question.options]
    match question.kind:
        case "yes_no" | "choice":
            return {"enum": values}
        case "choices" | "days" | "half_days":
            listed = {"type": "array", "minItems": 1, "items": {"enum": values}}
            return {"anyOf": [listed, {"enum": values}]}
        case "money" | "hours":
            return {"type": ["string", "number"], "examples": ["1.250,50", "18.33"]}
        case "whole":
            return {"type": ["string", "integer"]}
        case "date" | "birth_date":
            return {"type": "string", "examples": ["2027-02-01", "01-02-2027"]}
        case _:
            return {"type": "string"}
