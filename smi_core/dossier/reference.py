"""The reference of a pack: short enough to say aloud, and another one once anything changes."""

import json
from collections.abc import Iterable
from hashlib import sha256

from smi_core.answers import Answers
from smi_core.attached import Attachment
from smi_core.case import Case
from smi_core.draft import write

LETTERS = 3
DIGITS = 4


def reference(case: Case, enclosed: Iterable[Attachment] = ()) -> str:
    """The municipality, the day and four digits of a hash over answers and attachments.

    Only the answers that count are in it, so that a pack which is opened again keeps its own.
    """
    digest = sha256()
    digest.update(json.dumps(write(_counting(case)), sort_keys=True).encode())
    for one in sorted(map(_digest_of, enclosed)):
        digest.update(one)
    key = case.guide.key[:LETTERS].upper()
    return f"{key}-{case.on:%Y%m%d}-{digest.hexdigest()[:DIGITS].upper()}"


def _counting(case: Case) -> Answers:
    return case.given.model_copy(
        update={"household": case.route.household, "children": case.route.children}
    )


def _digest_of(attachment: Attachment) -> bytes:
    parts = (attachment.paper.encode(), attachment.name.encode(), attachment.original or b"")
    digest = sha256()
    for part in (*parts, *(page.data for page in attachment.pages)):
        digest.update(sha256(part).digest())
    return digest.digest()
