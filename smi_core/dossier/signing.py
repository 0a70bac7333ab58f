"""What must be signed, and by whom: the authorisation for payment, and the application."""

from collections.abc import Iterable

from smi_core.blocks import Block, Fact, Heading, Notice, Paragraph, Signature
from smi_core.case import Case
from smi_core.checklist import ChecklistItem
from smi_core.texts import Texts


def mandate(case: Case, texts: Texts) -> Iterable[Block]:
    """The authorisation for payment, where it must come with the application."""
    if not any(_is_mandate(item) for item in case.papers):
        return
    providers = [str(c["opvang_naam"]) for c in case.route.children if c.get("opvang_naam")]
    provider = ", ".join(dict.fromkeys(providers)) or texts.say("dossier.provider_open")
    yield Heading(level=1, text=texts.say("dossier.mandate"), new_page=True)
    yield Paragraph(text=texts.say("dossier.mandate_text", provider=provider))
    yield Paragraph(text=texts.say("dossier.mandate_ask"), style="small")
    yield from _signers(case, texts, "mandate")


def signatures(case: Case, texts: Texts) -> Iterable[Block]:
    """The application itself; where DigiD signs it, the page is for if paper is asked for."""
    yield Heading(level=1, text=texts.say("dossier.signature"), new_page=True)
    if case.guide.scheme.channel.kind == "digid_form":
        yield Notice(text=texts.say("dossier.signature_digid"))
    yield Paragraph(text=texts.say("dossier.signature_text"))
    yield from _signers(case, texts, "form")


def _signers(case: Case, texts: Texts, prefix: str) -> Iterable[Block]:
    """A place to sign for each person who must; `prefix` keeps the names of the fields apart."""
    answers = case.route.household
    yield _signature("parent", answers.get("naam"), texts, prefix)
    if answers.get("partner") == "ja":
        yield _signature("partner", answers.get("partner_naam"), texts, prefix)
    if answers.get("invuller") in {"begeleider", "namens_ouder"}:
        yield _signature("representative", answers.get("gemachtigde_naam"), texts, prefix)


def _signature(role: str, name: object, texts: Texts, prefix: str) -> Signature:
    return Signature(
        who=_named(texts.say(f"dossier.{role}"), name),
        rows=tuple(
            Fact(label=texts.say(key), field=f"{prefix}-{role}-{what}")
            for what, key in (("place", "dossier.place"), ("day", "dossier.day_signed"))
        ),
        sign=texts.say("dossier.sign"),
    )


def _is_mandate(item: ChecklistItem) -> bool:
    return item.paper.id == "machtiging" and item.paper.kind == "enclose"


def _named(role: str, name: object) -> str:
    return f"{role}: {name}" if name else role
