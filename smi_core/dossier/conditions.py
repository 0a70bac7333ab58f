"""The conditions with the municipality's own words, and what else it says."""

from collections.abc import Iterable, Sequence

from smi_core import wording
from smi_core.blocks import Block, Bullets, Heading, Paragraph, Table
from smi_core.case import Case
from smi_core.eligibility import PARTS, Result
from smi_core.handing_in import is_about_what_comes_next
from smi_core.texts import Texts
from smi_core.wording import Listed


def conditions(case: Case, texts: Texts) -> Iterable[Block]:
    """What is certain, what the municipality judges, and what is not known yet.

    What needs a look is told one by one; what fits stands together in a table.
    """
    yield Heading(level=1, text=texts.say("dossier.outcome"))
    yield Paragraph(text=texts.say("dossier.outcome_intro"))
    titles = "; ".join(source.title for source in case.guide.scheme.sources.values())
    yield Paragraph(text=texts.say("dossier.sources", titles=titles), style="small")
    for part in PARTS:
        found = wording.listed(case, part)
        if found:
            yield Heading(level=2, text=texts.say(f"part.{part}"))
        fits = [one for one in found if one.assessment.result is Result.MET]
        for one in found:
            if one not in fits:
                yield from _condition(one, case, texts)
        yield from _fitting(fits, case, texts)
    yield from _what_else(case, texts)


def _condition(one: Listed, case: Case, texts: Texts) -> Iterable[Block]:
    cite = one.assessment.condition.cite
    yield Heading(level=3, text=wording.condition(one, case, texts))
    judge = one.assessment.condition.decided_by or case.guide.scheme.assessor
    if one.assessment.part == "municipality":
        yield Paragraph(text=texts.say("why.decided_by", who=judge.nl))
    else:
        yield Paragraph(text=f"{texts.say(wording.result_key(one.assessment))}.")
    if cite is None:
        town = case.guide.scheme.municipality.nl
        yield Paragraph(text=texts.say("why.silence", gemeente=town), style="small")
    else:
        place = wording.place_of(one.assessment, case, texts)
        yield Paragraph(text=cite.quote, style="quote", source=place)


def _fitting(fits: Sequence[Listed], case: Case, texts: Texts) -> Iterable[Block]:
    """What fits: with the words it rests on, and apart from that what the text is silent on."""
    stated = [one for one in fits if not one.assessment.is_silence]
    silent = [one for one in fits if one.assessment.is_silence]
    if stated:
        yield Table(
            caption=texts.say("result.met"),
            header=(texts.say("dossier.condition"), texts.say("dossier.in_the_text")),
            rows=tuple(_row(one, case, texts) for one in stated),
        )
    if silent:
        town = case.guide.scheme.municipality.nl
        yield Paragraph(text=texts.say("dossier.fits_in_silence", gemeente=town))
        yield Bullets(items=tuple(wording.condition(one, case, texts) for one in silent))


def _row(one: Listed, case: Case, texts: Texts) -> tuple[str, str]:
    cite = one.assessment.condition.cite
    said = texts.say("dossier.quoted", quote=cite.quote, place=cite.place) if cite else ""
    return wording.condition(one, case, texts), said


def _what_else(case: Case, texts: Texts) -> Iterable[Block]:
    said = tuple(s.text.nl for s in case.advice if not is_about_what_comes_next(s, case))
    if said:
        yield Heading(level=2, text=texts.say("dossier.advice"))
        yield Bullets(items=said)
