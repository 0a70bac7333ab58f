"""The command line: the same core for desks, tests and other systems. JSON in, JSON out."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from smi_core.attached import Attachment
from smi_core.case import Case, work_out
from smi_core.content import (
    ContentError,
    load_guide,
    load_steps,
    load_texts,
    municipalities,
)
from smi_core.days import HERE
from smi_core.docx import letter_docx
from smi_core.draft import Refused, UnreadableDraft, read, write
from smi_core.letters import letters
from smi_core.locked import is_locked
from smi_core.pack import fit, make_pack, make_zip, reopen
from smi_core.pdf import draw_letter
from smi_core.questions import questions_of
from smi_core.report import report
from smi_core.schemas import answers_schema, pack_schema, report_schema
from smi_core.unlocked import reopen_locked
from smi_core.uploads import PackRefused, UploadRefused, take_in
from smi_core.wording import refusal
from smi_core.words import LANGUAGES


class CommandError(Exception):
    """What the person at the command line must mend, one line each."""


def main(arguments: Sequence[str]) -> int:
    """Run one command; errors go to stderr and give 2."""
    given = _parser().parse_args(arguments)
    try:
        given.command(given)
    except (CommandError, ContentError, UnreadableDraft) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m smi_core", description=__doc__)
    commands = parser.add_subparsers(required=True)
    listed = commands.add_parser("municipalities", help="list the municipalities")
    listed.set_defaults(command=_municipalities)
    asked = commands.add_parser("questions", help="every question a municipality may ask")
    asked.add_argument("municipality")
    asked.set_defaults(command=_questions)
    worked = commands.add_parser("work-out", help="work out one case")
    _takes_answers(worked)
    worked.set_defaults(command=_work_out)
    pack = commands.add_parser("pack", help="make the application pack (PDF)")
    _takes_answers(pack)
    pack.add_argument("--out", type=Path, required=True)
    pack.add_argument(
        "--attach",
        metavar="PAPER=FILE",
        action="append",
        default=[],
        help="a photo or PDF for a paper of the list, by its id; may be repeated",
    )
    pack.add_argument("--zip", type=Path, help="the attachments apart, ready for upload")
    pack.set_defaults(command=_pack)
    reopened = commands.add_parser("reopen", help="read the answers out of a pack or a locked file")
    reopened.add_argument("pack", type=Path)
    reopened.add_argument(
        "--passphrase-file", type=Path, help="opens a locked file; its first line"
    )
    reopened.set_defaults(command=_reopen)
    written = commands.add_parser("letters", help="write the letters that a family needs")
    _takes_answers(written)
    written.add_argument("--out", type=Path, required=True, help="a folder")
    written.set_defaults(command=_letters)
    schema = commands.add_parser("schema", help="the JSON Schema of answers, results or packs")
    schema.add_argument("of", nargs="?", choices=("answers", "results", "pack"))
    schema.set_defaults(command=_schema)
    return parser


def _takes_answers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("municipality")
    parser.add_argument("answers", help="a JSON file, or - for standard input")
    parser.add_argument("--on", type=_day, default=None, help="the day of applying (YYYY-MM-DD)")
    parser.add_argument("--lang", choices=LANGUAGES, default="nl")


def _today() -> date:
    """The day of applying, where nobody names one."""
    return datetime.now(HERE).date()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day like 2026-11-21") from None


def _municipalities(_: argparse.Namespace) -> None:
    _print(
        [{"key": key, "name": load_guide(key).scheme.municipality.nl} for key in municipalities()]
    )


def _questions(given: argparse.Namespace) -> None:
    steps = load_guide(given.municipality).steps
    _print([step.model_dump(mode="json", exclude_none=True) for step in steps])


def _work_out(given: argparse.Namespace) -> None:
    case = _case(given)
    _print(report(case, load_texts(given.lang)).model_dump(mode="json"))


def _pack(given: argparse.Namespace) -> None:
    case = _case(given)
    fitted = fit(case, [_attachment(one, case, given.lang) for one in given.attach])
    if not fitted.fits:
        raise CommandError(load_texts(given.lang).say("pack.too_large"))
    given.out.write_bytes(make_pack(case, fitted.attachments))
    if given.zip:
        given.zip.write_bytes(make_zip(case, fitted.attachments))


def _attachment(given: str, case: Case, language: Any) -> Attachment:
    paper, is_given, path = given.partition("=")
    asked = [item.paper.id for item in case.papers]
    if not is_given or paper not in asked:
        raise CommandError(f"--attach {given}: write PAPER=FILE; the papers are {', '.join(asked)}")
    try:
        return take_in(Path(path).name, _bytes(path), paper)
    except UploadRefused as error:
        said = load_texts(language).say(f"upload.refused.{error.reason}")
        raise CommandError(f"{path}: {said}") from None


def _reopen(given: argparse.Namespace) -> None:
    data, today = _bytes(given.pack), _today()
    try:
        if is_locked(data):
            back = reopen_locked(data, _passphrase(given.passphrase_file), today)
        else:
            back = reopen(data, today)
    except PackRefused as error:
        raise CommandError(load_texts("nl").say(f"reopen.refused.{error.told}")) from None
    _print({"municipality": back.municipality, **write(back.answers)})


def _passphrase(path: Path | None) -> str:
    if path is None:
        raise CommandError("this file is locked: put the passphrase in a file, --passphrase-file")
    return _bytes(path).decode("utf-8", "replace").partition("\n")[0]


def _letters(given: argparse.Namespace) -> None:
    given.out.mkdir(parents=True, exist_ok=True)
    for letter in letters(_case(given), load_texts("nl")):
        (given.out / f"{letter.id}.pdf").write_bytes(draw_letter(letter))
        (given.out / f"{letter.id}.docx").write_bytes(letter_docx(letter))


def _schema(given: argparse.Namespace) -> None:
    steps = load_steps()
    schemas = {
        "answers": answers_schema(steps),
        "results": report_schema(),
        "pack": pack_schema(steps),
    }
    _print(schemas[given.of] if given.of else schemas)


def _case(given: argparse.Namespace) -> Case:
    guide = load_guide(given.municipality)
    on = given.on or _today()
    answers, refused = read(_json(given.answers), load_steps(), on)
    if refused:
        raise CommandError("\n".join(_refusal(one, given.lang) for one in refused))
    return work_out(guide, answers, on)


def _refusal(one: Refused, language: Any) -> str:
    question = questions_of(load_steps()).get(one.question or "")
    return f"{one.where}: {refusal(one.reason, one.limit, load_texts(language), question)}"


def _json(path: str) -> Any:
    try:
        text = sys.stdin.read() if path == "-" else Path(path).read_text("utf-8-sig")
        return json.loads(text)
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}") from None
    except (ValueError, RecursionError) as error:
        raise CommandError(f"{path} is not JSON that we can read: {type(error).__name__}") from None


def _bytes(path: str | Path) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}") from None


def _print(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
