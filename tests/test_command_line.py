"""The command line: JSON in, JSON out, errors on stderr with exit 2."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

import smi_core.__main__ as command_line
from smi_core.__main__ import main
from smi_core.answers import Answers
from smi_core.case import work_out
from smi_core.content import load_guide, load_steps
from smi_core.handover import hand_over
from smi_core.kept import Aside, record_of, to_bytes
from smi_core.locked import lock
from smi_core.report import Report
from smi_core.schemas import answers_schema

EXAMPLES = Path(__file__).parent.parent / "examples"
WHAT_IS_PRINTED = {
    "outlook", "conditions", "papers", "contribution", "dates", "next_steps", "notes",
}  # fmt: skip


def run(capsys, *arguments):
    code = main(arguments)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize("municipality", sorted(path.stem for path in EXAMPLES.glob("*.json")))
def test_a_whole_family_of_every_municipality_is_worked_out(capsys, municipality):
    answers = str(EXAMPLES / f"{municipality}.json")

    code, out, _ = run(capsys, "work-out", municipality, answers, "--on", "2026-11-21")

    printed = json.loads(out)
    assert code == 0
    assert set(printed) >= WHAT_IS_PRINTED
    assert printed["outlook"]["family"] == "likely"
    assert printed["open_questions"] == []
    assert Report.model_validate(printed).municipality == municipality


def test_the_day_of_applying_is_the_one_in_the_netherlands(capsys, monkeypatch, half_past_midnight):
    monkeypatch.setattr(command_line, "datetime", half_past_midnight)

    _, out, _ = run(capsys, "work-out", "delft", str(EXAMPLES / "delft.json"))

    assert json.loads(out)["on"] == "2026-07-01"


def test_every_condition_comes_with_the_words_it_rests_on(capsys):
    _, out, _ = run(capsys, "work-out", "lansingerland", str(EXAMPLES / "lansingerland.json"))

    stated = [c for c in json.loads(out)["conditions"] if c["quote"] is not None]

    assert {c["ref"] for c in stated} >= {"LAN-C1", "LAN-C2", "LAN-C7d", "LAN-C9", "LAN-H2"}
    assert all(c["source"] and c["hangs_on"] for c in stated)


def test_sentences_come_in_the_language_that_was_asked_for(capsys):
    answers = str(EXAMPLES / "delft.json")

    _, dutch, _ = run(capsys, "work-out", "delft", answers)
    _, english, _ = run(capsys, "work-out", "delft", answers, "--lang", "en")

    assert "Uw situatie" in json.loads(dutch)["outlook"]["text"]
    assert "Your situation" in json.loads(english)["outlook"]["text"]


def test_every_answer_that_cannot_be_taken_is_named_with_what_to_do(capsys, tmp_path):
    answers = tmp_path / "answers.json"
    given = {"household": {"bsn": "123456789"}, "children": [{"uurprijs": "300", "uurprijz": 1}]}
    answers.write_text(json.dumps(given))

    code, out, err = run(capsys, "work-out", "delft", str(answers))

    assert (code, out) == (2, "")
    assert err.splitlines()[0].startswith("household.bsn: Dit BSN klopt niet.")
    assert "children[0].uurprijs: Vul hoogstens € 50 in." in err
    assert "children[0].uurprijz" in err
    assert "123456789" not in err


@pytest.mark.parametrize("broken", ["", "[]", "{", '{"children": []}', '{"version": 99}'])
def test_a_file_that_is_no_set_of_answers_is_refused(capsys, tmp_path, broken):
    answers = tmp_path / "answers.json"
    answers.write_text(broken)

    code, out, err = run(capsys, "work-out", "delft", str(answers))

    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1


def test_a_municipality_that_is_misspelt_is_named_with_the_one_that_was_meant(capsys):
    code, _, err = run(capsys, "questions", "lansingerlant")

    assert code == 2
    assert "Did you mean 'lansingerland'?" in err


def test_the_questions_of_a_municipality_are_those_of_its_rules(capsys):
    _, alkmaar, _ = run(capsys, "questions", "alkmaar")
    _, lansingerland, _ = run(capsys, "questions", "lansingerland")

    assert '"id": "cjg"' in lansingerland
    assert '"id": "cjg"' not in alkmaar
    assert '"id": "invuller"' in alkmaar


def test_the_schema_names_every_question_with_its_answers(capsys):
    _, out, _ = run(capsys, "schema", "answers")

    household = json.loads(out)["properties"]["household"]["properties"]
    assert household["cjg"]["enum"] == ["nog_niet", "wacht", "positief", "negatief", "onbekend"]
    assert json.loads(out) == answers_schema(load_steps())


def test_a_pack_is_written(capsys, tmp_path):
    out = tmp_path / "pack.pdf"

    code, _, err = run(
        capsys, "pack", "beemster", str(EXAMPLES / "beemster.json"), "--out", str(out)
    )

    assert (code, err) == (0, "")
    assert out.read_bytes().startswith(b"%PDF")


@pytest.mark.programs
def test_a_pack_with_a_file_is_written_and_read_back(capsys, tmp_path):
    photo, pack, files = (tmp_path / name for name in ("foto.png", "pakket.pdf", "los.zip"))
    Image.new("RGB", (60, 40), "darkred").save(photo)
    answers = str(EXAMPLES / "delft.json")
    paper = f"inkomensverklaring={photo}"

    ways = ("--attach", paper, "--out", str(pack), "--zip", str(files))
    assert run(capsys, "pack", "delft", answers, *ways) == (0, "", "")
    code, out, _ = run(capsys, "reopen", str(pack))

    given = json.loads(Path(answers).read_text("utf-8"))
    assert code == 0
    assert json.loads(out)["municipality"] == "delft"
    assert json.loads(out)["household"]["naam"] == given["household"]["naam"]
    assert len(ZipFile(files).namelist()) == 1


@pytest.mark.parametrize("content", [b"", b"GIF89a"])
def test_what_is_no_pack_is_refused_in_words(capsys, tmp_path, content):
    (tmp_path / "pack.pdf").write_bytes(content)

    code, out, err = run(capsys, "reopen", str(tmp_path / "pack.pdf"))

    assert (code, out) == (2, "")
    assert err.startswith("Dit ")


def test_a_file_for_a_paper_that_is_not_asked_is_refused(capsys, tmp_path):
    ways = ("--attach", "paspoort=scan.pdf", "--out", str(tmp_path / "pack.pdf"))

    code, _, err = run(capsys, "pack", "delft", str(EXAMPLES / "delft.json"), *ways)

    assert code == 2
    assert "inkomensverklaring" in err


def test_letters_are_written_in_both_forms(capsys, tmp_path):
    answers = str(EXAMPLES / "alkmaar.json")

    assert run(capsys, "letters", "alkmaar", answers, "--out", str(tmp_path)) == (0, "", "")

    starts = {path.suffix: path.read_bytes()[:4] for path in tmp_path.iterdir()}
    assert starts == {".pdf": b"%PDF", ".docx": b"PK\x03\x04"}


def test_it_runs_as_a_module_and_reads_standard_input():
    answers = (EXAMPLES / "alkmaar.json").read_text("utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "smi_core", "work-out", "alkmaar", "-"],
        input=answers,
        capture_output=True,
        text=True,
        check=True,
        cwd=EXAMPLES.parent,
    )

    assert json.loads(done.stdout)["municipality"] == "alkmaar"


@pytest.mark.programs
def test_a_pack_with_attachments_gives_its_answers_back(capsys, tmp_path):
    photo, pack, apart = (tmp_path / name for name in ("foto.jpg", "pack.pdf", "apart.zip"))
    Image.new("RGB", (600, 800), "white").save(photo)
    attach = ("--attach", f"inkomensverklaring={photo}")

    made = run(
        capsys,
        *("pack", "delft", str(EXAMPLES / "delft.json"), *attach),
        *("--out", str(pack), "--zip", str(apart)),
    )
    code, out, err = run(capsys, "reopen", str(pack))

    back = json.loads(out)
    assert (made, code, err) == ((0, "", ""), 0, "")
    assert back["municipality"] == "delft"
    assert back["household"]["naam"] == "Оксана Шевченко"
    assert [name.startswith("01-uw-inkomensverklaring") for name in ZipFile(apart).namelist()] == [
        True
    ]


def test_an_attachment_names_a_paper_that_is_asked(capsys, tmp_path):
    code, _, err = run(
        capsys,
        *("pack", "delft", str(EXAMPLES / "delft.json"), "--out", str(tmp_path / "pack.pdf")),
        *("--attach", "offerte=foto.jpg"),
    )

    assert code == 2
    assert "inkomensverklaring" in err


@pytest.mark.programs
def test_what_is_not_a_pack_is_refused_with_a_sentence(capsys, tmp_path):
    file = tmp_path / "foto.jpg"
    Image.new("L", (60, 80)).save(file)

    code, out, err = run(capsys, "reopen", str(file))

    assert (code, out) == (2, "")
    assert err.startswith("Dit is een scan of foto.")


def test_the_letters_of_a_family_are_written_twice(capsys, tmp_path):
    answers = str(EXAMPLES / "pijnacker-nootdorp.json")

    run(capsys, "letters", "pijnacker-nootdorp", answers, "--out", str(tmp_path))

    names = {path.name for path in tmp_path.iterdir()}
    assert {"professional.pdf", "professional.docx", "employer.pdf", "income.docx"} <= names


def test_the_data_of_a_pack_have_a_schema(capsys):
    _, out, _ = run(capsys, "schema", "pack")
    data, *_ = hand_over(work_out(load_guide("delft"), Answers(), date(2026, 11, 22)), ())

    assert set(json.loads(data.content)) == set(json.loads(out)["properties"])


def test_a_locked_file_opens_with_a_passphrase_that_stands_in_a_file(capsys, tmp_path):
    record = record_of(Answers(household={"naam": "Test Testova"}), Aside(municipality="delft"))
    kept, passphrase = tmp_path / "papieren.dat", tmp_path / "passphrase.txt"
    kept.write_bytes(lock([to_bytes(record)], "vier rode fietsen"))
    passphrase.write_text("vier rode fietsen\n", "utf-8")

    code, out, _ = run(capsys, "reopen", str(kept), "--passphrase-file", str(passphrase))
    assert code == 0
    assert json.loads(out)["household"] == {"naam": "Test Testova"}

    assert run(capsys, "reopen", str(kept))[0] == 2
    passphrase.write_text("vijf rode fietsen", "utf-8")
    code, out, err = run(capsys, "reopen", str(kept), "--passphrase-file", str(passphrase))
    assert (code, out) == (2, "")
    assert err.startswith("Dit wachtwoord past niet")
