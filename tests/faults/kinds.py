"""All kinds of fault, and one run of one of them: what was lost."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.faults import breaking, stories
from tests.faults.breaking import Fault
from tests.faults.places import place_for
from tests.faults.seen import seen
from tests.faults.stories import compare, missing
from tests.faults.world import World

Story = Callable[[Page, World, int], list[str]]


@dataclass(frozen=True)
class Kind:
    """A kind of fault.

    Attributes:
        name: in words.
        at: the kinds of field at which it happens; any if empty.
        breaks: what goes wrong, after something was filled in.
        story: or else a course of its own, which gives what was lost.
        is_typing: it happens in the middle of a text.
        is_shared: it takes a database that several servers share.
    """

    name: str
    at: tuple[str, ...] = ()
    breaks: Fault | None = None
    story: Story | None = None
    is_typing: bool = False
    is_shared: bool = False


FIELDS = ("choice", "ticks", "text", "story", "week", "paper", "upload")
TYPED = ("text", "story", "paper")
KINDS = (
    Kind("refresh", FIELDS, breaking.refresh),
    Kind("refresh in the middle of a word", TYPED, breaking.refresh, is_typing=True),
    Kind("refresh in the middle of a story", ("story",), breaking.refresh, is_typing=True),
    Kind("refresh while the server is busy", FIELDS[:5], breaking.refresh_while_busy),
    Kind("back button", FIELDS[:6], breaking.back_button),
    Kind("back, forward, back", FIELDS[:6], breaking.back_and_forward),
    Kind("another address typed, then this one", FIELDS, breaking.deep_link),
    Kind("connection lost for a moment", FIELDS, breaking.line_drops),
    Kind("connection lost until the session is over", FIELDS, breaking.line_drops_for_long),
    Kind("phone asleep for an hour", FIELDS, breaking.asleep_for_an_hour),
    Kind("tab closed in the middle of a word", TYPED, breaking.tab_closed, is_typing=True),
    Kind("browser closed and started", FIELDS, breaking.browser_closed),
    Kind("server killed", FIELDS, breaking.server_killed),
    Kind("server killed in the middle of a word", TYPED, breaking.server_killed, is_typing=True),
    Kind("server stopped during a click", FIELDS[:6], breaking.server_stopped_during_a_click),
    Kind("another server, then filled in", FIELDS[:5], story=stories.filled_in_by_another_server),
    Kind("another server takes over", FIELDS, breaking.other_server, is_shared=True),
    Kind("language changed, then refresh", FIELDS[:6], breaking.language_and_refresh),
    Kind("two tabs in turns", ("choice",), story=stories.two_tabs),
    Kind("two tabs at the same moment", ("choice",), story=stories.two_tabs_at_once),
    Kind("wiped in one tab, the other open", ("choice",), story=stories.wiped_in_one_tab),
    Kind("store away and back", FIELDS[:5], story=stories.store_away),
    Kind("database stopped and started", FIELDS[:5], story=stories.store_away, is_shared=True),
    Kind("disk full, then room again", FIELDS[:5], story=stories.disk_full),
    Kind("upload interrupted", ("upload",), story=stories.upload_interrupted),
    Kind("upload waits, server killed", ("upload",), story=stories.upload_waiting),
    Kind("double click", ("choice",), story=stories.double_click),
    Kind("answer changed and changed back", ("choice",), story=stories.changed_and_back),
    Kind("content changed meanwhile", ("choice",), story=stories.content_changed),
)


def run(kind: Kind, world: World, seed: int) -> list[str]:
    """One fault at one place; what was lost, which should be nothing."""
    place = place_for(seed, kinds=kind.at)
    page = world.begin(place.record, place.address)
    try:
        if kind.story:
            return kind.story(page, world, seed)
        assert kind.breaks
        (place.types if kind.is_typing and place.types else place.does)(page)
        before = seen(page)
        page = kind.breaks(page, world)
        return compare(before, seen(page)) + missing(place.record, world.record(), changes=1)
    finally:
        for one in world.context.pages:
            one.close()
