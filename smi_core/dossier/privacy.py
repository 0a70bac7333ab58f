"""What personal details the pack holds, who may see it, and what is inside the file."""

from collections.abc import Iterable, Sequence

from smi_core.attached import Attachment
from smi_core.blocks import Block, Bullets, DataFile, Heading, Paragraph
from smi_core.case import Case
from smi_core.texts import Texts


def privacy(
    case: Case, texts: Texts, enclosed: Sequence[Attachment], files: Sequence[DataFile]
) -> Iterable[Block]:
    """Only what is true of this pack: a number that was left open is not said to be in it."""
    town = case.guide.scheme.municipality.nl
    yield Heading(level=1, text=texts.say("dossier.about_pack"), new_page=True)
    yield Paragraph(text=texts.say("dossier.privacy"))
    yield Heading(level=2, text=texts.say("dossier.holds"))
    yield Bullets(items=tuple(_holds(case, texts, enclosed)))
    yield Heading(level=2, text=texts.say("dossier.who_sees"))
    yield Bullets(
        items=(
            texts.say("dossier.sees_you"),
            texts.say("dossier.sees_municipality", gemeente=town),
            texts.say("dossier.sees_silence", gemeente=town),
        )
    )
    if any(file.relation == "Data" for file in files):
        yield Heading(level=2, text=texts.say("dossier.inside"))
        yield Paragraph(text=texts.say("dossier.inside_text"))


def _holds(case: Case, texts: Texts, enclosed: Sequence[Attachment]) -> Iterable[str]:
    yield texts.say("dossier.holds_answers")
    yield texts.say("dossier.holds_bsn" if _has_bsn(case) else "dossier.holds_no_bsn")
    yield texts.say("dossier.holds_health")
    if enclosed:
        yield texts.say("dossier.holds_papers", number=len(enclosed))


def _has_bsn(case: Case) -> bool:
    given = (case.route.household, *case.route.children)
    return any(name in answers for answers in given for name in ("bsn", "partner_bsn", "kind_bsn"))
