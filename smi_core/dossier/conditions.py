"""The conditions with the municipality's own words, and what else it says."""

from collections.abc import Iterable

from smi_core import wording
from smi_core.blocks import Block, Bullets, Heading, Paragraph
from smi_core.case import Case
from smi_core.dossier.cover import is_about_what_comes_next
from smi_core.eligibility import PARTS
from smi_core.texts import Texts


def conditions(case: Case, texts: Texts) -> Iterable[Block]:
    """What is certain, what the municipality judges, and what is not known yet."""
    yield Heading(level=1, text=texts.say("dossier.outcome"))
    yield Paragraph(text=texts.say("dossier.outcome_intro"))
    for part in PARTS:
        found = wording.listed(case, part)
        if found:
            yield Heading(level=2, text=texts.say(f"part.{part}"))
        for one in found:
            yield from _condition(one, case, texts)
    said = tuple(s.text.nl for s in case.advice if not is_about_what_comes_next(s, case))
    if said:
        yield Heading(level=2, text=texts.say("dossier.advice"))
        yield Bullets(items=said)


def _condition(one: wording.Listed, case: Case, texts: Texts) -> Iterable[Block]:
    cite = one.assessment.condition.cite
    yield Heading(level=3, text=wording.condition(one, case, texts))
    judge = one.assessment.condition.decided_by or case.guide.scheme.assessor
    by = texts.say("why.decided_by", who=judge.nl) if one.assessment.part == "municipality" else ""
    yield Paragraph(text=f"{texts.say(wording.result_key(one.assessment))}. {by}".strip())
    if cite is None:
        town = case.guide.scheme.municipality.nl
        yield Paragraph(text=texts.say("why.silence", gemeente=town), style="small")
    else:
        place = wording.place_of(one.assessment, case, texts)
        yield Paragraph(text=cite.quote, style="quote", source=place)
