"""A pack that a visitor brings back: what was in it, and whether it takes the place of answers."""

from pages._attaching import Attaching
from pages._packs import Reopening
from pages._visit import texts, today, visit
from smi_core.content import load_scheme, load_steps
from smi_core.draft import Refused
from smi_core.pack import Reopened, reopen
from smi_core.questions import questions_of
from smi_core.uploads import PackRefused


def bring(data: bytes) -> None:
    """Open a pack; it is taken over at once if there is nothing to lose."""
    mine = visit()
    mine.reopening = Reopening(round=mine.reopening.round)
    try:
        mine.reopening.found = reopen(data, today())
    except PackRefused as error:
        mine.reopening.refused = error.told
        return
    if not mine.holds_something():
        take_over()


def take_over() -> None:
    """What is in the pack takes the place of all that this visit holds."""
    mine = visit()
    found = mine.reopening.found
    assert found is not None
    mine.municipality = found.municipality
    mine.household = dict(found.answers.household)
    mine.children = [dict(child) for child in found.answers.children]
    mine.papers = dict(found.answers.papers)
    mine.applies_anyway = found.answers.applies_anyway
    mine.attaching = Attaching(added=list(found.attachments), round=mine.attaching.round)
    mine.typed, mine.errors, mine.packed = {}, {}, None
    mine.reopening.is_done = True


def not_taken(found: Reopened) -> tuple[str, ...]:
    """What is asked again, by the name of the question; and files that did not come along."""
    lines = [_asked_again(one, found) for one in found.refused]
    files = [texts().say("reopen.lost_file", name=name) for name in found.lost]
    return tuple(dict.fromkeys((*lines, *files)))


def _asked_again(one: Refused, found: Reopened) -> str:
    """The name of the question, and of the child that it is about if there are several."""
    said, town = texts(), load_scheme(found.municipality).municipality
    asked = questions_of(load_steps())
    if one.question not in asked:
        return said.say("reopen.lost_other")
    question = asked[one.question].label.about(said.language, town)
    children = found.answers.children
    if one.child is None or len(children) == 1:
        return question
    given = children[one.child].get("kind_naam")
    child = given or said.say("child.name", number=one.child + 1)
    return said.say("reopen.lost_of_child", question=question, child=child)
