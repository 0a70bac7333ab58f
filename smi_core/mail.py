"""The e-mail with which the parent sends the pack, where the municipality takes it by e-mail."""

from collections.abc import Iterable, Sequence

from smi_core.attached import Attachment
from smi_core.base import Frozen
from smi_core.case import Case
from smi_core.dossier import reference
from smi_core.texts import Texts


class Email(Frozen):
    """An e-mail ready to send. Its subject says nothing of the family: others may see it."""

    address: str
    subject: str
    body: str


def email(
    case: Case, texts: Texts, enclosed: Sequence[Attachment] = (), *, is_locked: bool = False
) -> Email | None:
    """The e-mail that goes with the pack; None where the municipality takes none.

    Args:
        case: the case.
        texts: the Dutch sentences; the municipality reads the mail.
        enclosed: the attachments in the pack, as they went in.
        is_locked: the pack has a password.
    """
    channel = case.guide.scheme.channel
    if channel.kind != "email":
        return None
    mark = reference(case, enclosed)
    return Email(
        address=channel.address,
        subject=texts.say("mail.subject", reference=mark),
        body="\n\n".join(_body(case, texts, enclosed, mark, is_locked=is_locked)),
    )


def _body(
    case: Case, texts: Texts, enclosed: Sequence[Attachment], mark: str, *, is_locked: bool
) -> Iterable[str]:
    answers = case.route.household
    names = {paper.id: paper.text.nl for paper in case.guide.scheme.papers}
    papers = dict.fromkeys(names[one.paper] for one in enclosed if one.paper in names)
    listed = (texts.say("mail.application"), *papers)
    yield texts.say("letter.dear")
    yield texts.say("mail.text", reference=mark)
    yield "\n".join((texts.say("mail.enclosed"), *(f"- {name}" for name in listed)))
    if is_locked:
        yield texts.say("mail.locked")
    if phone := answers.get("telefoon"):
        yield texts.say("mail.phone", phone=phone)
    yield "\n".join((texts.say("letter.closing"), str(answers.get("naam", ""))))
