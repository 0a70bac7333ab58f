"""The application pack: what it says, apart from how it looks."""

from collections.abc import Iterable

from smi_core.attached import Attachment
from smi_core.blocks import Block, Contents, DataFile, Dossier
from smi_core.case import Case
from smi_core.dossier.conditions import conditions
from smi_core.dossier.cover import cover
from smi_core.dossier.enclosures import enclosures, labels
from smi_core.dossier.estimate import estimate, income_chart
from smi_core.dossier.form import form
from smi_core.dossier.papers import papers
from smi_core.dossier.privacy import privacy
from smi_core.dossier.reference import reference
from smi_core.dossier.signing import mandate, signatures
from smi_core.dossier.story import story
from smi_core.dossier.week import week
from smi_core.texts import Texts

__all__ = ["compile_dossier", "income_chart", "reference"]


def compile_dossier(
    case: Case,
    texts: Texts,
    enclosed: tuple[Attachment, ...] = (),
    files: tuple[DataFile, ...] = (),
) -> Dossier:
    """The pack of one case, in the order in which it is read at the counter.

    Args:
        case: the case.
        texts: the Dutch sentences; the municipality reads the pack.
        enclosed: what the family adds, in any order; the pack has them as its papers are listed.
        files: travel inside, such as the answers as data.
    """
    scheme = case.guide.scheme
    town = scheme.municipality.nl
    return Dossier(
        title=texts.say(f"dossier.title.{scheme.channel.kind}"),
        subtitle=texts.say("dossier.subtitle", gemeente=town, name=scheme.name.nl),
        applicant=_applicant(case, texts),
        reference=reference(case, enclosed),
        footer=texts.say("dossier.footer", gemeente=town, day=f"{case.on:%d-%m-%Y}"),
        made_on=case.on,
        blocks=tuple(_blocks(case, texts, enclosed, files)),
        enclosures=enclosures(case, texts, enclosed),
        files=files,
    )


def _applicant(case: Case, texts: Texts) -> str:
    name = case.route.household.get("naam")
    return texts.say("dossier.applicant", name=name) if name else ""


def _blocks(
    case: Case, texts: Texts, enclosed: tuple[Attachment, ...], files: tuple[DataFile, ...]
) -> Iterable[Block]:
    yield from cover(case, texts)
    yield Contents(title=texts.say("dossier.contents"))
    yield from form(case, texts)
    yield from story(case, texts)
    yield from week(case, texts)
    yield from estimate(case, texts)
    yield from papers(case, texts, labels(case, texts, enclosed))
    yield from conditions(case, texts)
    yield from mandate(case, texts)
    yield from signatures(case, texts)
    yield from privacy(case, texts, enclosed, files)
