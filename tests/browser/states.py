"""Which screens and states the browser tests have seen, and which not: `make states`."""

import os
import sys
from functools import cache
from pathlib import Path
from typing import Any, TypedDict

import yaml
from playwright.sync_api import Page

from smi_core.content import load_guide, load_steps, load_texts, municipalities
from smi_core.questions import Question, questions_of
from smi_core.words import LANGUAGES

HERE = Path(__file__).parent
FOLDER = HERE.parents[1] / "build" / "states"
SEEN: set[str] = set()
NEVER_WRONG = frozenset({"text", "long_text"})
"""Kinds of fields that take whatever one types; if they may be empty too, they have no error."""


class State(TypedDict):
    """A state, and how a page shows that it is in it; states.yaml says more."""

    state: str
    screen: str
    shows: str
    says: list[str]


@cache
def declared() -> tuple[State, ...]:
    """The states of the screens that are no question."""
    return tuple(map(_state, yaml.safe_load((HERE / "states.yaml").read_text("utf-8"))))


def _state(row: dict[str, str]) -> State:
    spoken = [load_texts(language).sentences for language in LANGUAGES]
    said = [sentences[row["says"]] for sentences in spoken if "says" in row]
    said += [row["said"]] if "said" in row else []
    return {
        "state": row["state"],
        "screen": row.get("screen", ".*"),
        "shows": row.get("shows", ""),
        "says": [max(text.replace("}", "{").split("{")[::2], key=len).strip() for text in said],
    }


def expected() -> frozenset[str]:
    """All states that tests must reach."""
    asked = {
        question.id: question
        for municipality in municipalities()
        for question in questions_of(load_guide(municipality).steps).values()
    }
    wrong = {name for name, question in asked.items() if can_be_wrong(question)}
    return frozenset(
        {state["state"] for state in declared()}
        | {f"question {name}" for name in asked}
        | {f"question {name} with an error" for name in wrong}
    )


def can_be_wrong(question: Question) -> bool:
    """Whether there is a way to answer that is refused; nothing at all, or nonsense."""
    return not question.optional or not (question.options or question.kind in NEVER_WRONG)


STATES = """([declared, questions]) => {
    const text = document.body.innerText;
    const screen = document.querySelector("[data-screen]")?.dataset.screen ?? "";
    const isShown = (selector) =>
        [...document.querySelectorAll(selector)].some((one) => one.checkVisibility());
    const holds = ({ screen: wanted, shows, says }) =>
        new RegExp(`^(${wanted})$`).test(screen) && (!shows || isShown(shows)) &&
        (!says.length || says.some((one) => text.includes(one)));
    const found = declared.filter(holds).map(({ state }) => state);
    const keys = (selector, key) => [...document.querySelectorAll(selector)].flatMap(key);
    const bare = (key) => key.replace(/-[0-9]+$/, "");
    const onScreen = keys("[class*=st-key-]", (one) => [...one.classList])
        .filter((name) => name.startsWith("st-key-")).map((name) => bare(name.slice(7)));
    const wrong = keys("#error-summary a[data-field]", (one) => bare(one.dataset.field));
    const known = new Set(questions);
    for (const one of onScreen) if (known.has(one)) found.push(`question ${one}`);
    for (const one of wrong) if (known.has(one)) found.push(`question ${one} with an error`);
    return found;
}"""


def note(page: Page) -> None:
    """Keep which states the page is in now, also for the other processes that run tests."""
    now: list[str] = page.evaluate(STATES, _told())
    if new := set(now) - SEEN:
        SEEN.update(new)
        FOLDER.mkdir(parents=True, exist_ok=True)
        with (FOLDER / f"{os.getpid()}.txt").open("a") as kept:
            kept.writelines(f"{state}\n" for state in sorted(new))


@cache
def _told() -> list[Any]:
    return [declared(), list(questions_of(load_steps()))]


def main() -> int:
    """Tell which states no test has reached."""
    lines = [path.read_text().splitlines() for path in FOLDER.glob("*.txt")]
    seen = {state for found in lines for state in found}
    missed = sorted(expected() - seen)
    sys.stdout.write(f"{len(expected()) - len(missed)} of {len(expected())} states were reached.\n")
    sys.stdout.writelines(f"not reached: {state}\n" for state in missed)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
