"""The attachments with their numbers, in the order in which the papers are listed."""

from collections.abc import Iterable, Sequence

from smi_core.attached import Attachment
from smi_core.blocks import Enclosure
from smi_core.case import Case
from smi_core.lists import papers_in_order
from smi_core.texts import Texts


def enclosures(case: Case, texts: Texts, enclosed: Sequence[Attachment]) -> tuple[Enclosure, ...]:
    """Each attachment behind its separator page."""
    return tuple(
        _enclosure(number, attachment, case, texts)
        for number, attachment in enumerate(in_order(case, enclosed), start=1)
    )


def labels(case: Case, texts: Texts, enclosed: Sequence[Attachment]) -> dict[str, tuple[str, ...]]:
    """The labels of the attachments, by the id of the paper that they are."""
    found: dict[str, tuple[str, ...]] = {}
    for number, attachment in enumerate(in_order(case, enclosed), start=1):
        found[attachment.paper] = (*found.get(attachment.paper, ()), _label(number, texts))
    return found


def in_order(case: Case, enclosed: Sequence[Attachment]) -> list[Attachment]:
    """The attachments as their papers are listed; those of a paper off the list come last."""
    places = {item.paper.id: place for place, item in enumerate(papers_in_order(case))}
    return sorted(enclosed, key=lambda one: places.get(one.paper, len(places)))


def _enclosure(number: int, attachment: Attachment, case: Case, texts: Texts) -> Enclosure:
    names = {paper.id: paper.text.nl for paper in case.guide.scheme.papers}
    title = names.get(attachment.paper, texts.say("dossier.other_paper"))
    return Enclosure(
        label=_label(number, texts),
        title=title,
        details=tuple(_details(attachment, texts)),
        # The drawer of the pages knows which page it is: these two stay open.
        page_alt=texts.say("dossier.page_alt", paper=title, number="{number}", total="{total}"),
        attachment=attachment,
    )


def _details(attachment: Attachment, texts: Texts) -> Iterable[str]:
    yield texts.say("dossier.file", name=attachment.name)
    pages = len(attachment.pages)
    yield texts.say("dossier.one_page" if pages == 1 else "dossier.pages", number=pages)
    if attachment.removed:
        what = ", ".join(texts.say(f"dossier.removed.{one}") for one in attachment.removed)
        yield texts.say("dossier.taken_out", what=what)
    if attachment.original is not None:
        yield texts.say("dossier.original")


def _label(number: int, texts: Texts) -> str:
    return texts.say("dossier.enclosure", number=number)
