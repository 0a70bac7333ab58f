"""A broken content file says which file, which place, what is allowed and what was likely meant."""

import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from smi_core.content import (
    CONTENT,
    ContentError,
    load_guide,
    load_lists,
    load_national,
    load_scheme,
    load_shared,
    load_silence,
    load_steps,
    load_texts,
    municipalities,
)

Load = Callable[[Path], object]


@pytest.fixture
def folder(tmp_path) -> Path:
    """A copy of the content that may be broken; of the tables only the first year, to be quick."""
    copy = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    for name in ("kinderopvangtoeslag", "bijstandsnorm"):
        path = copy / "national" / f"{name}.yaml"
        head, first, *_ = path.read_text("utf-8").split("\n- valid_from")
        path.write_text(f"{head}\n- valid_from{first}\n", "utf-8")
    return copy


def lansingerland(folder: Path) -> object:
    return load_guide("lansingerland", folder)


def load_dutch(folder: Path) -> object:
    return load_texts("nl", folder)


def load_ukrainian(folder: Path) -> object:
    return load_texts("uk", folder)


def message(folder: Path, name: str, old: str, new: str, load: Load = lansingerland) -> str:
    """What is said when the first place that reads `old` reads `new`."""
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text, f"{name} has changed; this test must change with it"
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ContentError) as refused:
        load(folder)
    return str(refused.value)


def test_a_misspelt_fact_is_named_with_what_was_likely_meant(folder):
    said = message(folder, "lansingerland.yaml", "{fact: kot_recht,", "{fact: kot_rechten,")

    assert said == (
        "content/lansingerland.yaml: 'geen_toeslag' looks at 'kot_rechten', which is neither a "
        "question of content/steps.yaml nor a fact. Did you mean 'kot_recht'?"
    )


def test_a_value_that_no_answer_can_have_is_named_with_all_that_can(folder):
    said = message(folder, "lansingerland.yaml", "equals: contract}", "equals: contracten}")

    assert said == (
        "content/lansingerland.yaml: 'overeenkomst' wants 'overeenkomst' to be 'contracten', but "
        "it can only be offerte, contract, nog_niets. Did you mean 'contract'?"
    )


def test_a_value_that_a_derived_fact_cannot_have_is_named(folder):
    said = message(
        folder,
        "delft.yaml",
        "equals: samen_zonder_werk}",
        "equals: samen_zonder_baan}",
        lambda folder: load_guide("delft", folder),
    )

    assert "content/delft.yaml: 'geen_werk' wants 'huishouden_werk' to be" in said
    assert "alleen_zonder_werk, een_zonder_werk_ander_actief, samen_zonder_werk" in said
    assert "Did you mean 'samen_zonder_werk'?" in said


def test_a_rule_without_a_quote_does_not_load(folder):
    quote = "      quote: U heeft geen recht op kinderopvangtoeslag van de Belastingdienst.\n"

    said = message(folder, "lansingerland.yaml", quote, "")

    assert "content/lansingerland.yaml is not right:" in said
    assert "conditions > geen_toeslag > cite > quote: Field required" in said


def test_a_misspelt_key_stands_beside_the_one_that_is_missing(folder):
    said = message(
        folder, "lansingerland.yaml", "      quote: U heeft geen", "      quot: U heeft geen"
    )

    assert "conditions > geen_toeslag > cite > quote: Field required" in said
    assert "conditions > geen_toeslag > cite > quot: Extra inputs are not permitted" in said


def test_a_requirement_without_a_rule_word_says_which_words_there_are(folder):
    said = message(
        folder, "lansingerland.yaml", "{fact: kot_recht, equals:", "{fact: kot_recht, is:"
    )

    assert "conditions > geen_toeslag > requires: write `fact` with one of equals, one_of" in said


def test_a_quote_that_is_not_in_the_source_is_shown_with_its_copy(folder):
    said = message(
        folder, "lansingerland.yaml", "quote: U heeft geen recht", "quote: U heeft een recht"
    )

    assert said.startswith("content/lansingerland.yaml: this quote does not stand in ")
    assert "content/sources/lansingerland.txt: 'U heeft een recht op" in said


def test_a_quote_of_an_unknown_source_is_named_with_the_sources_there_are(folder):
    said = message(folder, "lansingerland.yaml", "source: webpagina", "source: webpagin")

    assert "names source 'webpagin', but the sources are webpagina." in said
    assert "Did you mean 'webpagina'?" in said


def test_a_topic_that_is_left_out_is_named(folder):
    said = message(folder, "lansingerland.yaml", "  hardship: unstated\n", "")

    assert "content/lansingerland.yaml is not right:" in said
    assert "topics: say stated, ambiguous or unstated for hardship" in said


def test_a_status_that_does_not_exist_is_named_with_those_that_do(folder):
    said = message(folder, "lansingerland.yaml", "  hardship: unstated", "  hardship: silent")

    assert "topics > hardship: Input should be 'stated', 'ambiguous' or 'unstated'" in said


def test_an_assumed_calculation_needs_a_note(folder):
    said = message(
        folder,
        "lansingerland.yaml",
        "    note:\n      nl: De gemeente zegt niet hoe",
        "    noot:\n      nl: De gemeente zegt niet hoe",
    )

    assert "contribution > method" in said
    assert "noot: Extra inputs are not permitted" in said


def test_words_in_one_language_only_do_not_load(folder):
    said = message(
        folder, "lansingerland.yaml", '{nl: "het CJG", en: "the CJG"}', '{nl: "het CJG"}'
    )

    assert "conditions > noodzaak > decided_by > en: Field required" in said


def test_a_detail_that_nobody_asks_is_named_with_what_was_likely_meant(folder):
    said = message(
        folder,
        "alkmaar.yaml",
        "question: postcode",
        "question: postkode",
        lambda folder: load_guide("alkmaar", folder),
    )

    assert "content/alkmaar.yaml: form asks 'postkode'" in said
    assert "Did you mean 'postcode'?" in said


def test_rows_in_the_wrong_order_are_refused_in_their_file(folder):
    said = message(
        folder,
        "national/kinderopvangtoeslag.yaml",
        "{from: 21_216,",
        "{from: 19_216,",
        load_national,
    )

    assert "rows must start at income 0 and go up" in said
    assert "kinderopvangtoeslag" in said


def test_a_norm_that_is_missing_is_refused_in_its_file(folder):
    said = message(
        folder,
        "national/bijstandsnorm.yaml",
        "    gehuwden_aow: ",
        "    gehuwd_aow: ",
        load_national,
    )

    assert "gehuwd_aow" in said
    assert "'gehuwden_aow'" in said
    assert "bijstandsnorm" in said


def test_a_question_that_looks_ahead_is_refused(folder):
    """A follow-up can only hang on what is asked above it, else it is never asked."""
    said = message(
        folder,
        "steps.yaml",
        "ask_if: {fact: tp_adres, equals: ja}",
        "ask_if: {fact: netwerk, equals: ja}",
        load_shared,
    )

    assert "content/steps.yaml: 'tp_contract'" in said
    assert "netwerk" in said


def test_a_question_that_hangs_on_a_misspelt_one_is_refused(folder):
    said = message(
        folder,
        "steps.yaml",
        "ask_if: {fact: tp_adres, equals: ja}",
        "ask_if: {fact: tp_adress, equals: ja}",
        load_shared,
    )

    assert "content/steps.yaml: 'tp_contract' looks at 'tp_adress'" in said
    assert "Did you mean 'tp_adres'?" in said


def test_a_question_without_a_kind_is_named(folder):
    said = message(
        folder,
        "steps.yaml",
        "    - id: partner\n      kind: yes_no\n",
        "    - id: partner\n",
        load_steps,
    )

    assert "content/steps.yaml" in said
    assert "partner" in said
    assert "kind" in said


def test_a_question_that_stands_twice_is_named(folder):
    said = message(folder, "steps.yaml", "- id: tp_contract\n", "- id: tp_adres\n", load_shared)

    assert said == "content/steps.yaml: 'tp_adres' is there twice"


def test_a_misspelt_fact_in_a_decision_list_is_named(folder):
    said = message(
        folder, "national/kot_recht.yaml", "{fact: wlz_ik,", "{fact: wlz_mij,", lansingerland
    )

    assert "content/national/kot_recht.yaml" in said
    assert "wlz_mij" in said


def test_a_value_that_no_answer_can_have_in_a_decision_list_is_named(folder):
    said = message(
        folder,
        "national/toeslagpartner.yaml",
        "equals: ouder_of_kind}",
        "equals: ouders}",
        lansingerland,
    )

    assert "content/national/toeslagpartner.yaml" in said
    assert "ouders" in said


def test_a_misspelt_fact_in_the_conditions_on_silence_is_named(folder):
    said = message(
        folder, "silence.yaml", "{fact: medisch_kdv,", "{fact: medisch_kvd,", lansingerland
    )

    assert "content/silence.yaml" in said
    assert "Did you mean 'medisch_kdv'?" in said


def test_a_number_compared_with_an_answer_in_words_is_refused(folder):
    said = message(
        folder,
        "lansingerland.yaml",
        "{fact: kot_recht, equals: nee}",
        "{fact: kot_recht, below: 3}",
    )

    assert "content/lansingerland.yaml: 'geen_toeslag'" in said


def test_a_decision_list_that_is_not_right_is_named(folder):
    said = message(
        folder, "national/kot_recht.yaml", "    then: ja\n", "    then: jawel\n", load_lists
    )

    assert "content/national/kot_recht.yaml is not right:" in said
    assert "grounds > krijgt > then: Input should be 'ja' or 'nee'" in said


def test_a_condition_on_silence_that_is_not_right_is_named(folder):
    said = message(
        folder, "silence.yaml", "topic: registration", "topic: registratie", load_silence
    )

    assert "content/silence.yaml is not right:" in said
    assert "stilte_inschrijving > topic: Input should be" in said


def test_a_file_that_is_not_yaml_is_named_with_the_line(folder):
    said = message(folder, "lansingerland.yaml", "municipality: {nl:", "municipality: {nl: {")

    assert said.startswith("content/lansingerland.yaml is not YAML:")
    assert "line" in said


def test_an_empty_file_is_named(folder):
    (folder / "lansingerland.yaml").write_text("", "utf-8")

    with pytest.raises(ContentError, match=r"content/lansingerland\.yaml is not right"):
        load_scheme("lansingerland", folder)


def test_a_municipality_that_does_not_exist_is_named_with_those_that_do(folder):
    with pytest.raises(ContentError) as refused:
        load_guide("lansingeland", folder)

    assert ", ".join(municipalities(folder)) in str(refused.value)
    assert "Did you mean 'lansingerland'?" in str(refused.value)


def test_a_missing_copy_of_a_source_is_named(folder):
    (folder / "sources" / "lansingerland.txt").unlink()

    with pytest.raises(ContentError, match=r"content/sources/lansingerland\.txt is missing"):
        load_guide("lansingerland", folder)


def test_a_missing_file_is_named(folder):
    (folder / "silence.yaml").unlink()

    with pytest.raises(ContentError, match=r"content/silence\.yaml is missing"):
        load_guide("lansingerland", folder)


def test_a_sentence_in_one_language_only_is_named(folder):
    said = message(
        folder, "texts/en.yaml", "outlook.likely:", "outlook.likly:", lambda f: load_texts("nl", f)
    )

    assert said == "content/texts: outlook.likely, outlook.likly is in one language only"


SCHEME = "lansingerland.yaml"


@pytest.mark.parametrize(
    ("name", "written", "load", "said"),
    [
        (SCHEME, b"\xd3<", lansingerland, "content/lansingerland.yaml is not YAML"),
        (SCHEME, b"[" * 3000, lansingerland, "content/lansingerland.yaml is not YAML"),
        (SCHEME, b"since: 2026-13-45", lansingerland, "content/lansingerland.yaml is not YAML"),
        (SCHEME, b"- a\n- b", lansingerland, "content/lansingerland.yaml is not right"),
        (SCHEME, b"a: &one [1]\nb: *one", lansingerland, "stands in two places, by an alias"),
        (SCHEME, b"&one [*one]", lansingerland, "stands in two places, by an alias"),
        (SCHEME, b"[" * 50 + b"]" * 50, lansingerland, "more than 40 deep"),
        ("steps.yaml", b"just words", load_steps, "content/steps.yaml is not right"),
        ("steps.yaml", b"- id: a\n  questions: 3", load_steps, "questions: Input should be"),
        ("steps.yaml", b"- questions: [{kind: [money]}]", load_steps, "no. 1 > kind: Input"),
        ("options.yaml", b"[]", load_steps, "content/options.yaml is not right"),
        ("options.yaml", b"yes_no: []", load_steps, "unsure: Input should be"),
        ("silence.yaml", b"- requires: []", load_silence, "write `fact` with one of equals"),
        ("texts/en.yaml", b"nav.next: []", load_dutch, "content/texts/en.yaml is not right"),
        ("texts/en.yaml", b"", load_dutch, "content/texts/en.yaml is not right"),
        ("languages/uk.yaml", b"3", load_ukrainian, "content/languages/uk.yaml is not right"),
        (
            "languages/uk.yaml",
            b"sentences: [{nl: Ja}]",
            load_ukrainian,
            "content/languages/uk.yaml is not right",
        ),
    ],
)
def test_a_file_of_another_shape_is_refused_by_name(folder, name, written, load, said):
    (folder / name).write_bytes(written)

    with pytest.raises(ContentError) as refused:
        load(folder)

    assert said in str(refused.value)


def test_a_file_that_would_grow_without_end_is_refused_at_once(folder):
    laughs = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    laughs += [
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]" for old, new in pairwise("abcdefghi")
    ]
    (folder / SCHEME).write_text("\n".join(laughs), "utf-8")

    with pytest.raises(ContentError, match="by an alias"):
        lansingerland(folder)
