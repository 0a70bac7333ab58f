"""The checklist: each paper with its state, the reason, and where it is in the pack."""

from collections.abc import Iterable, Mapping

from smi_core import lists
from smi_core.answers import PaperState
from smi_core.blocks import Block, Heading, Paragraph, Tick, Ticks
from smi_core.case import Case
from smi_core.checklist import ChecklistItem
from smi_core.progress import is_answered
from smi_core.texts import Texts


def papers(case: Case, texts: Texts, enclosed: Mapping[str, tuple[str, ...]]) -> Iterable[Block]:
    """The papers by kind.

    Args:
        case: the case.
        texts: the sentences.
        enclosed: the labels of the attachments, by the id of the paper.
    """
    yield Heading(level=1, text=texts.say("dossier.papers"))
    if not case.papers:
        yield Paragraph(text=texts.say("dossier.no_papers"))
        return
    yield Paragraph(text=texts.say("dossier.papers_intro"))
    for kind in lists.KINDS:
        items = [item for item in lists.papers_in_order(case) if item.paper.kind == kind]
        if items:
            yield Heading(level=2, text=texts.say(f"papers.kind.{kind}"))
            yield Ticks(
                items=tuple(
                    _tick(item, enclosed.get(item.paper.id, ()), case, texts) for item in items
                )
            )


def _tick(item: ChecklistItem, labels: tuple[str, ...], case: Case, texts: Texts) -> Tick:
    has_it = item.state is not None and item.state.state == "have"
    is_there = bool(labels) or has_it or is_answered(item, case)
    return Tick(
        text=lists.paper_name(item, texts),
        detail=() if labels else lists.paper_details(item, case, texts),
        note=texts.say("dossier.state.enclosed") if labels else _state(item.state, texts),
        is_ticked=is_there,
        field="" if is_there else f"papier-{item.paper.id}",
        enclosures=labels,
    )


def _state(state: PaperState | None, texts: Texts) -> str:
    if state is None:
        return ""
    said = texts.say(f"dossier.state.{state.state}")
    if not state.note:
        return said
    return texts.say("dossier.paper_with_state", state=said, note=state.note)
