"""The conditions, each with the words it rests on and what would change it; all opens in place."""

from html import escape

import streamlit as st

from pages._layout import Dutch, paragraph
from pages._visit import texts
from smi_core import wording
from smi_core.case import Case
from smi_core.eligibility import PARTS, Part, Result
from smi_core.law import law
from smi_core.wording import Listed


def show_part(case: Case, part: Part) -> None:
    """One of the three parts; what fits goes together in one box, and what is asked later too."""
    said = texts()
    found = wording.listed(case, part)
    met = [one for one in found if one.assessment.result is Result.MET]
    later = [one for one in found if one.assessment.asked_in]
    if not found:
        return
    st.header(said.say(f"part.{part}"), anchor=False)
    if part == "municipality":
        assessor = case.guide.scheme.assessor.said_in(said.language)
        paragraph(said.say("outlook.who_looks", assessor=assessor))
    boxes = [_line(one, case) for one in found if one not in (*met, *later)]
    for key, folded in (("result.met.all", met), ("result.later.all", later)):
        if folded:
            inside = "".join(_line(one, case) for one in folded)
            boxes.append(_box(said.say(key, number=len(folded)), inside))
    st.html("".join(boxes))


def condition_words(case: Case) -> list[str]:
    """All conditions in plain words, as the page shows them."""
    found = (one for part in PARTS for one in wording.listed(case, part))
    return [wording.condition(one, case, texts()) for one in found]


def law_lines(case: Case) -> list[str]:
    """Why we think that there is, or is not, another allowance and a partner for it."""
    said, lines = texts(), []
    for one in law(case):
        answer = one.text.said_in(said.language) if one.text else said.say("result.law.unknown")
        lines.append(f"{one.title.said_in(said.language)} {answer}")
        lines.append(said.say("result.law.source", source=one.source))
    return lines


def rule_on_benefit(case: Case) -> list[str]:
    """What the text of the municipality says about the other allowance, in its own words."""
    said = texts()
    cited = [a for a in case.verdict.assessments if a.condition.topic == "kot"]
    return [
        Dutch(f"‘{a.condition.cite.quote}’ ({wording.place_of(a, case, said)})")
        for a in cited
        if a.condition.cite
    ]


def _summary(one: Listed, case: Case) -> str:
    """A condition, with what it comes to where the heading above does not say that already."""
    said = texts()
    text = wording.condition(one, case, said)
    if one.assessment.part == "municipality" or one.assessment.result is Result.MET:
        return text
    return f"{text} ({said.say(wording.result_key(one.assessment))})"


def _line(one: Listed, case: Case) -> str:
    """One condition; it opens in place."""
    return _box(_summary(one, case), _why(one, case))


def _box(summary: str, inside: str) -> str:
    """A line that opens in place."""
    return f'<details class="more"><summary>{escape(summary)}</summary>{inside}</details>'


def _why(one: Listed, case: Case) -> str:
    said, town = texts(), case.guide.scheme.municipality
    assessment, condition = one.assessment, one.assessment.condition
    lines = [wording.hangs_on(assessment, case, said)]
    if assessment.part == "municipality":
        judge = condition.decided_by or case.guide.scheme.assessor
        lines.insert(0, said.say("why.decided_by", who=judge.said_in(said.language)))
    if assessment.result is not Result.MET:
        lines.append(f"{said.say('why.change')} {condition.change.about(said.language, town)}")
    return _cited(one, case) + "".join(f"<p>{escape(line)}</p>" for line in lines if line)


def _cited(one: Listed, case: Case) -> str:
    """The municipality's own words, with their place; or that its text is silent."""
    said, cite = texts(), one.assessment.condition.cite
    if cite is None:
        town = case.guide.scheme.municipality.said_in(said.language)
        return f"<p>{escape(said.say('why.silence', gemeente=town))}</p>"
    place = wording.place_of(one.assessment, case, said)
    words = f'<span lang="nl">{escape(cite.quote)}</span>'
    return f'<p class="quote">{words}<br><small lang="nl">{escape(place)}</small></p>'
