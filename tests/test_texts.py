"""Every sentence is there in both languages, is said somewhere, and is not missed anywhere."""

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from string import Formatter
from typing import get_args, get_type_hints

import pytest
import yaml

from pages._attaching import Reason
from pages._how_far import EXPLAINED
from pages._whatif_fields import Kind
from smi_core.advice import NoteId, StepId
from smi_core.agenda import AgendaId
from smi_core.answers import PaperState
from smi_core.asking import LetterId
from smi_core.attached import Removed
from smi_core.citing import Certainty
from smi_core.contribution import NoAmountReason
from smi_core.deadlines import DeadlineId
from smi_core.dossier.week import MARKS
from smi_core.doubts import DoubtId
from smi_core.eligibility import Outlook, Part, Result
from smi_core.halfdays import AGAINST, WEEKDAYS, WEEKEND
from smi_core.halfdays import PARTS as PARTS_OF_A_DAY
from smi_core.national import CareType
from smi_core.paying import Cap, Excess
from smi_core.questions import Invalid
from smi_core.remarks import RemarkId
from smi_core.scheme import Channel, Paper
from smi_core.sums import Sum
from smi_core.uploads import TOLD

ROOT = Path(__file__).parent.parent
TEXTS = ROOT / "content" / "texts"
WRITTEN = {language: (TEXTS / f"{language}.yaml").read_text("utf-8") for language in ("nl", "en")}
SENTENCES = {language: yaml.safe_load(text) for language, text in WRITTEN.items()}
SAID = SENTENCES["nl"]
KEYS = frozenset(SAID)
FIRST_WORDS = frozenset(key.split(".")[0] for key in KEYS)
SHELL = frozenset(yaml.safe_load((ROOT / "web" / "sentences.yaml").read_text("utf-8")))
MODULES = sorted(
    path for name in ("smi_core", "pages", "web") for path in (ROOT / name).rglob("*.py")
)
TREES = {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8")) for path in MODULES}

IN_THE_SCHEME_FILE = {"note.stale", "next.first_step", "next.hand_in"}
"""Notes and steps that the municipality's file has the words for (advice.py)."""
LINE_ENDS = {
    "share_": ("exact", "band", "open", "blank"),
    "excess_": get_args(Excess.model_fields["paid_by"].annotation),
    "cap_": get_args(Cap.model_fields["unit"].annotation),
}
"""How the ids of lines go on that sums.py puts together."""
SAME_WORD = {"dossier.partner", "period.week"}
"""Sentences with words that happen to be the same in Dutch and in English."""
ANY = "[a-z_]+"
"""What an f-string fills in in a key."""
NOT_KEYS = {".py", ".pdf", ".json", ".yaml", ".html", ".css", ".js"}


# ---- the two languages ----


def test_both_languages_have_the_same_keys_in_the_same_order():
    nl, en = (re.findall(r"^([a-z_.]+):", text, re.M) for text in WRITTEN.values())

    assert en == nl
    assert [key for key, times in Counter(nl).items() if times > 1] == []
    assert set(nl) == KEYS


def test_both_languages_have_the_same_headings():
    nl, en = (re.findall(r"^# --- .*$", text, re.M) for text in WRITTEN.values())

    assert en == nl


def test_both_languages_fill_in_the_same_values():
    nl, en = (
        {key: sorted(values_of(sentence)) for key, sentence in sentences.items()}
        for sentences in SENTENCES.values()
    )

    assert en == nl


@pytest.mark.parametrize("language", WRITTEN)
def test_every_sentence_stands_between_double_quotes(language):
    bare = [
        line for line in WRITTEN[language].splitlines() if not re.match(r'(#|$|\S+: ".*"$)', line)
    ]

    assert bare == []


def test_a_sentence_is_the_same_in_both_languages_only_if_it_has_no_words_of_its_own():
    same = {key for key in KEYS if SENTENCES["nl"][key] == SENTENCES["en"][key]}

    with_words = {key for key in same if re.search(r"\w", re.sub(r"{\w+}", "", SAID[key]))}

    assert with_words <= SAME_WORD


# ---- what the program says ----


def test_every_sentence_that_is_said_exists():
    missing = {
        f"{module}: {key.pattern}"
        for module, key in spoken()
        if not any(key.fullmatch(known) for known in KEYS)
    }

    assert missing == set()


def test_every_sentence_that_the_web_shell_says_exists():
    literal = {
        f"{module}: {key.value}"
        for module, key in said_in_the_shell()
        if isinstance(key, ast.Constant) and key.value not in SHELL
    }

    assert literal == set()


def test_a_sentence_is_given_every_value_that_it_needs():
    lacking = {
        f"{module}: {key} needs {', '.join(sorted(lacks))}"
        for module, key, given in said_with_values()
        if key in KEYS and (lacks := set(values_of(SAID[key])) - given)
    }

    assert lacking == set()


def test_every_member_of_a_closed_list_has_its_sentence():
    missing = named() - IN_THE_SCHEME_FILE - KEYS

    assert missing == set()


def test_a_sentence_of_the_scheme_file_is_not_also_in_the_texts():
    assert named() >= IN_THE_SCHEME_FILE
    assert KEYS.isdisjoint(IN_THE_SCHEME_FILE)


def test_every_sentence_is_said_somewhere():
    of_a_list = {re.escape(f"{under}.") + ANY for under in members()}
    patterns = {key for _, key in spoken() if key.pattern not in of_a_list}

    silent = [
        key
        for key in SAID.keys() - named()
        if not any(pattern.fullmatch(key) for pattern in patterns)
    ]

    assert "\n".join(sorted(silent)) == ""


@pytest.mark.parametrize(
    ("code", "keys"),
    [
        ('texts.say("start.title")', ["start.title"]),
        ('texts.say("nav.next" if last else "nav.back")', ["nav.next", "nav.back"]),
        ('key = "why.silence"', ["why.silence"]),
        ('texts.say("range")', ["range"]),
        ('texts.say("start.titel")', ["start.titel"]),
        ('texts.say(f"papers.state.{state}")', ["papers.state.[a-z_]+"]),
        ('texts.say(f"{name}.{word}")', []),
        ('st.Page("start.py")', []),
        ('"""Texts. Start."""', []),
    ],
)
def test_the_keys_in_a_piece_of_code_are_found(code, keys):
    assert [key.pattern.replace("\\.", ".") for key in keys_in(ast.parse(code))] == keys


# ---- reading the code ----


def named() -> set[str]:
    """The keys of all members of closed lists."""
    return {f"{under}.{one}" for under, ones in members().items() for one in ones}


def members() -> dict[str, Iterable[str]]:
    """Closed lists in the code, and the keys that their members have sentences under."""
    return {
        "outlook": values(Outlook),
        "outlook.child": values(Outlook),
        "part": get_args(Part),
        "result": values(Result),
        "no_amount": values(NoAmountReason),
        "invalid": (*values(Invalid), *refusals()),
        "note": get_args(NoteId),
        "next": get_args(StepId),
        "date": get_args(DeadlineId),
        "agenda": get_args(AgendaId),
        "doubt": get_args(DoubtId),
        "whatif.kind": get_args(Kind),
        "line": line_ids(),
        "care": get_args(CareType),
        "column": words_in(get_type_hints(Sum)["of"]),
        "amount.certainty": get_args(Certainty),
        "upload.refused": (*words_in(Reason), "kept"),
        "reopen.refused": TOLD,
        "upload.removed": get_args(Removed),
        "papers.who": get_args(Paper.model_fields["who"].annotation),
        "papers.need": get_args(Paper.model_fields["need"].annotation),
        "papers.kind": get_args(Paper.model_fields["kind"].annotation),
        "papers.row": ({*get_args(Paper.model_fields["need"].annotation)} - {"required"})
        | {"maybe"},
        "papers.note": EXPLAINED,
        "upload.goes": get_args(Channel.model_fields["kind"].annotation),
        "papers.state": (*words_in(PaperState.model_fields["state"].annotation), "none"),
        "dossier.state": (*get_args(PaperState.model_fields["state"].annotation), "enclosed"),
        "dossier.title": get_args(Channel.model_fields["kind"].annotation),
        "dossier.purpose": get_args(Channel.model_fields["kind"].annotation),
        "dossier.finish": get_args(Channel.model_fields["kind"].annotation),
        "dossier.day": (*WEEKDAYS, *WEEKEND),
        "dossier.part": PARTS_OF_A_DAY,
        "dossier.mark": MARKS,
        "dossier.mark_means": MARKS,
        "week.part": PARTS_OF_A_DAY,
        "week.mark": AGAINST,
        "week.remark": words_in(RemarkId),
        "dossier.removed": get_args(Removed),
        "letter.title": get_args(LetterId),
        "letter.file": get_args(LetterId),
        "letter.explain": get_args(LetterId),
        "letter.to": get_args(LetterId),
        "letter.subject": get_args(LetterId),
    }


def spoken() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every key of the texts that stands in the code, whole or as far as it is written there.

    The core counts only where it knows the texts: elsewhere "papers." is a place in a file.
    """
    for module, tree in TREES.items():
        if not module.startswith("smi_core") or knows_texts(tree):
            yield from ((module, key) for key in keys_in(tree))


def keys_in(tree: ast.AST) -> Iterator[re.Pattern[str]]:
    """Keys that are said, and texts that look like one: those are said by another function."""
    is_shell = "web.sentences" in imports(tree)
    said = [
        key
        for call in calls_of(tree, "say")
        if call.args and not (is_shell and isinstance(call.func, ast.Name))
        for key in branches(call.args[0])
    ]
    parts = {part for node in ast.walk(tree) if is_f(node) for part in node.values}
    for node in ast.walk(tree):
        if node not in parts and (looks_like_key(node) or (node in said and is_text(node))):
            yield re.compile("".join(map(pattern_of, getattr(node, "values", [node]))))


def looks_like_key(node: ast.AST) -> bool:
    """Whether this is a text that begins as a key does, and goes on as one."""
    if is_f(node):
        first, is_shaped = node.values[0], True
    else:
        first, is_shaped = node, re.fullmatch(r"[a-z_]+(\.[a-z_]+)+", text_of(node)) is not None
    start, dot, _ = text_of(first).partition(".")
    return is_shaped and bool(dot) and start in FIRST_WORDS and not is_file(text_of(node))


def is_f(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr) and bool(node.values)


def is_text(node: ast.AST) -> bool:
    return text_of(node) != ""


def text_of(node: ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def is_file(text: str) -> bool:
    return Path(text).suffix in NOT_KEYS


def pattern_of(part: ast.expr) -> str:
    return re.escape(text_of(part)) if isinstance(part, ast.Constant) else ANY


def said_with_values() -> Iterator[tuple[str, str, set[str]]]:
    """Every `say` with a whole key: the module, the key, and the names of the values given."""
    for module, tree in TREES.items():
        for call in calls_of(tree, "say"):
            if not call.args or any(keyword.arg is None for keyword in call.keywords):
                continue
            given = {str(keyword.arg) for keyword in call.keywords}
            yield from (
                (module, str(key.value), given)
                for key in branches(call.args[0])
                if isinstance(key, ast.Constant)
            )


def said_in_the_shell() -> Iterator[tuple[str, ast.expr]]:
    for module, tree in TREES.items():
        if "web.sentences" in imports(tree):
            for call in calls_of(tree, "say"):
                if isinstance(call.func, ast.Name):
                    yield module, call.args[0]


def refusals() -> Iterator[str]:
    """The reasons that draft.py and handover.py give beside those of `Invalid`."""
    for module in ("draft", "handover"):
        for call in calls_of(TREES[f"smi_core/{module}.py"], "Refused"):
            for keyword in call.keywords:
                if keyword.arg == "reason" and isinstance(keyword.value, ast.Constant):
                    yield str(keyword.value.value)


def line_ids() -> Iterator[str]:
    """The ids of all lines that a sum in words can have."""
    tree = TREES["smi_core/sums.py"]
    for call in [*calls_of(tree, "_line"), *calls_of(tree, "_exemption_line")]:
        for line_id in branches(call.args[1]):
            if isinstance(line_id, ast.Constant):
                yield str(line_id.value)
            elif is_f(line_id):
                start = str(line_id.values[0].value)
                yield from (f"{start}{end}" for end in LINE_ENDS[start])


def branches(given: ast.expr) -> list[ast.expr]:
    """Both sides of `a if this else b`, or the expression itself."""
    if isinstance(given, ast.IfExp):
        return [*branches(given.body), *branches(given.orelse)]
    return [given]


def calls_of(tree: ast.AST, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else None
            if name in (called, getattr(node.func, "id", None)):
                yield node


def imports(tree: ast.AST) -> set[str]:
    return {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def knows_texts(tree: ast.AST) -> bool:
    return "smi_core.texts" in imports(tree) or any(calls_of(tree, "say"))


def words_in(annotation: object) -> Iterator[str]:
    """The words of a `Literal`, or of several that are joined."""
    for part in get_args(annotation):
        yield from (part,) if isinstance(part, str) else words_in(part)


def values(members_of: type[Enum]) -> tuple[str, ...]:
    return tuple(member.value for member in members_of)


def values_of(sentence: str) -> list[str]:
    """The names of the values that a sentence fills in."""
    return [name for _, name, _, _ in Formatter().parse(sentence) if name is not None]
