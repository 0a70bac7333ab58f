"""The two national decision lists, ground by ground, and what stands between answers and rules.

Source of the lists: Wet kinderopvang art. 1.6 (kot_recht) and Awir art. 3 (toeslagpartner).
"""

from datetime import date

import pytest

from smi_core.content import load_lists, load_national
from smi_core.decisions import deciding_ground
from smi_core.derived import World
from smi_core.facts import reader
from smi_core.rules import Value
from smi_core.truth import Truth

TODAY = date(2026, 3, 2)
LISTS = load_lists()
WORLD = World(on=TODAY, lists=LISTS, national=load_national())

ALONE = {"partner": "nee", "tp_getrouwd": "nee", "tp_adres": "nee"}
MARRIED = {"partner": "ja", "tp_getrouwd": "ja", "tp_gescheiden": "nee"}
HOUSEMATE = {
    "tp_getrouwd": "nee",
    "tp_adres": "ja",
    "tp_contract": "nee",
    "tp_familie": "nee",
    "tp_opvang": "nee",
}
NO_BENEFIT = {"kot_krijgt": "nee", "wlz_ik": "nee", "wlz_partner": "nee"}
BROTHER = {**HOUSEMATE, "tp_familie": "tweede_graad", "tp_huur": "nee"}

# Who, and which ground decides; None if none does, and the answer is no.
TOESLAGPARTNER = [
    ("married", MARRIED, "ja", "getrouwd"),
    ("married and living apart", {**MARRIED, "partner": "nee"}, "ja", "getrouwd"),
    (
        "divorce filed, and registered apart",
        {**MARRIED, "tp_gescheiden": "ja", "tp_adres": "nee"},
        "nee",
        "niemand_op_adres",
    ),
    ("nobody else at the address", ALONE, "nee", "niemand_op_adres"),
    (
        "notarial contract",
        {**HOUSEMATE, "tp_contract": "ja"},
        "ja",
        "samenlevingscontract",
    ),
    (
        "lives in with a parent",
        {**HOUSEMATE, "tp_familie": "ouder_of_kind", "tp_grond": ("kind_op_adres",)},
        "nee",
        "ouder_of_kind",
    ),
    (
        "in a women's shelter, with children",
        {**HOUSEMATE, "tp_opvang": "ja", "tp_grond": ("kind_op_adres",)},
        "nee",
        "opvang",
    ),
    *(
        (f"housemate: {ground}", {**HOUSEMATE, "tp_grond": (ground,)}, "ja", "band")
        for ground in ("kind_samen", "kind_erkend", "pensioen", "huis_samen", "vorig_jaar")
    ),
    (
        "blended family",
        {**HOUSEMATE, "tp_grond": ("kind_op_adres",), "tp_huur": "nee"},
        "ja",
        "samengesteld_gezin",
    ),
    (
        "blended family that rents on a business basis",
        {**HOUSEMATE, "tp_grond": ("kind_op_adres",), "tp_huur": "ja"},
        "nee",
        "zakelijke_huur",
    ),
    (
        "renting does not undo a child together",
        {**HOUSEMATE, "tp_grond": ("kind_samen", "kind_op_adres"), "tp_huur": "ja"},
        "ja",
        "band",
    ),
    (
        "a brother counts",
        {**BROTHER, "tp_grond": ("kind_op_adres",)},
        "ja",
        "samengesteld_gezin",
    ),
    ("just housemates", {**HOUSEMATE, "tp_grond": ("geen",)}, "nee", None),
]
ACTIVE = ("werk", "ziek_met_baan", "studie", "traject", "inburgering", "baan_kwijt_kort")
NOTHING = {"situatie_ik": ("geen",)}
BOTH_NOTHING = {**NOTHING, "situatie_partner": ("geen",)}
KOT_RECHT = [
    ("gets it", {**ALONE, **NOTHING, "kot_krijgt": "ja"}, "ja", "krijgt"),
    *((f"alone: {one}", {**ALONE, "situatie_ik": (one,)}, "ja", "alleen") for one in ACTIVE),
    ("alone on a benefit without a programme", {**ALONE, **NOTHING}, "nee", None),
    *(
        (
            f"married: works, and {one}",
            {**MARRIED, "situatie_ik": ("werk",), "situatie_partner": (one,)},
            "ja",
            "samen",
        )
        for one in (*ACTIVE, "meewerkend")
    ),
    (
        "works, partner ill without work",
        {**MARRIED, **BOTH_NOTHING, "situatie_ik": ("werk",)},
        "nee",
        None,
    ),
    (
        "ill without work, partner works",
        {**MARRIED, **NOTHING, "situatie_partner": ("werk",)},
        "nee",
        None,
    ),
    ("neither", {**MARRIED, **BOTH_NOTHING}, "nee", None),
    (
        "works, partner with Wlz",
        {**MARRIED, **BOTH_NOTHING, "situatie_ik": ("werk",), "wlz_partner": "ja"},
        "ja",
        "partner_wlz",
    ),
    (
        "with Wlz, partner works",
        {**MARRIED, **NOTHING, "situatie_partner": ("werk",), "wlz_ik": "ja"},
        "ja",
        "ik_wlz",
    ),
    (
        "with Wlz, partner does nothing",
        {**MARRIED, **BOTH_NOTHING, "wlz_ik": "ja"},
        "nee",
        None,
    ),
    (
        "both with Wlz",
        {**MARRIED, **BOTH_NOTHING, "wlz_ik": "ja", "wlz_partner": "ja"},
        "nee",
        None,
    ),
    (
        "works, partner in detention",
        {**MARRIED, "situatie_ik": ("werk",), "situatie_partner": ("detentie",)},
        "ja",
        "detentie",
    ),
    (
        "in detention alone gives no right",
        {**MARRIED, **NOTHING, "situatie_partner": ("detentie",)},
        "nee",
        None,
    ),
    (
        "works, brother at the address",
        {
            **BROTHER,
            "partner": "nee",
            "tp_grond": ("kind_op_adres",),
            "situatie_ik": ("werk",),
            "situatie_partner": ("geen",),
        },
        "ja",
        "familie_op_adres",
    ),
    (
        "works, brother with whom she owns the home",
        {
            **BROTHER,
            "partner": "nee",
            "tp_grond": ("huis_samen", "kind_op_adres"),
            "situatie_ik": ("werk",),
            "situatie_partner": ("geen",),
        },
        "nee",
        None,
    ),
    (
        "lives with a partner who is no toeslagpartner",
        {**ALONE, "partner": "ja", "situatie_ik": ("werk",), "situatie_partner": ("geen",)},
        "ja",
        "alleen",
    ),
    (
        "married and apart: the spouse counts",
        {**MARRIED, **BOTH_NOTHING, "partner": "nee", "situatie_ik": ("werk",)},
        "nee",
        None,
    ),
]


def named(cases):
    return [pytest.param(*case[1:], id=case[0]) for case in cases]


def value_of(fact: str, answers: dict) -> Value | Truth:
    return reader(answers, WORLD)(fact).value


def ground_of(fact: str, answers: dict) -> str | None:
    decisions = next(one for one in LISTS if one.fact == fact)
    ground = deciding_ground(decisions, reader(answers, WORLD))
    return ground.id if ground else None


@pytest.mark.parametrize(("answers", "value", "ground"), named(TOESLAGPARTNER))
def test_who_is_a_toeslagpartner(answers, value, ground):
    assert value_of("toeslagpartner", answers) == value
    assert ground_of("toeslagpartner", answers) == ground


@pytest.mark.parametrize(("answers", "value", "ground"), named(KOT_RECHT))
def test_who_can_get_kinderopvangtoeslag(answers, value, ground):
    assert value_of("kot_recht", {**NO_BENEFIT, **answers}) == value
    assert ground_of("kot_recht", {**NO_BENEFIT, **answers}) == ground


@pytest.mark.parametrize("decisions", LISTS, ids=[one.fact for one in LISTS])
def test_every_ground_decides_somewhere(decisions):
    cases = {"toeslagpartner": TOESLAGPARTNER, "kot_recht": KOT_RECHT}[decisions.fact]

    assert {ground.id for ground in decisions.grounds} == {case[3] for case in cases} - {None}


SWAPPED = {"situatie_ik": "situatie_partner", "wlz_ik": "wlz_partner"}
SWAPPED |= {theirs: mine for mine, theirs in SWAPPED.items()}


@pytest.mark.parametrize(
    ("answers", "value", "ground"),
    named(
        case
        for case in KOT_RECHT
        if case[1].get("tp_getrouwd") == "ja"
        and {"detentie", "meewerkend"}.isdisjoint(case[1]["situatie_partner"])
    ),
)
def test_it_does_not_matter_which_parent_fills_in(answers, value, ground):
    given = {**NO_BENEFIT, **answers}
    by_the_other = {SWAPPED.get(name, name): answer for name, answer in given.items()}

    assert value_of("kot_recht", by_the_other) == value


@pytest.mark.parametrize(
    ("fact", "answers", "state"),
    [
        ("toeslagpartner", {}, Truth.OPEN),
        ("toeslagpartner", {"tp_getrouwd": "onbekend", "tp_adres": "nee"}, Truth.OPEN),
        (
            "toeslagpartner",
            {"tp_getrouwd": "ja", "tp_gescheiden": "onbekend", "tp_adres": "nee"},
            Truth.UNSURE,
        ),
        (
            "toeslagpartner",
            {**HOUSEMATE, "tp_grond": ("kind_op_adres",), "tp_huur": "onbekend"},
            Truth.UNSURE,
        ),
        ("kot_recht", {**NO_BENEFIT, **ALONE, "situatie_ik": "onbekend"}, Truth.UNSURE),
        ("kot_recht", {**NO_BENEFIT, **ALONE, **NOTHING, "kot_krijgt": "onbekend"}, Truth.UNSURE),
        (
            "kot_recht",
            {**NO_BENEFIT, **MARRIED, "situatie_ik": ("werk",), "situatie_partner": "onbekend"},
            Truth.UNSURE,
        ),
        (
            "kot_recht",
            {
                **NO_BENEFIT,
                **MARRIED,
                **BOTH_NOTHING,
                "situatie_ik": ("werk",),
                "wlz_partner": "onbekend",
            },
            Truth.UNSURE,
        ),
    ],
)
def test_what_is_not_known_is_not_a_no(fact, answers, state):
    assert value_of(fact, answers) is state


@pytest.mark.parametrize(
    ("fact", "answers", "value"),
    [
        # Another ground says the same, whatever the open answer is.
        (
            "toeslagpartner",
            {**HOUSEMATE, "tp_contract": "onbekend", "tp_grond": ("kind_samen",)},
            "ja",
        ),
        ("kot_recht", {"kot_krijgt": "ja"}, "ja"),
        ("kot_recht", {**NO_BENEFIT, **MARRIED, **BOTH_NOTHING, "wlz_ik": "onbekend"}, "nee"),
        ("kot_recht", {**NO_BENEFIT, **ALONE, **NOTHING, "wlz_ik": "onbekend"}, "nee"),
        (
            "kot_recht",
            {"kot_krijgt": "onbekend", **ALONE, "situatie_ik": ("werk",)},
            "ja",
        ),
    ],
)
def test_a_list_is_settled_as_soon_as_every_open_line_says_the_same(fact, answers, value):
    assert value_of(fact, answers) == value


CHILD = {"begindatum": date(2026, 5, 11), "ouders_samen": "samen"}
MONDAY = ("ma_ochtend", "ma_middag")


@pytest.mark.parametrize(
    ("fact", "answers", "value"),
    [
        ("leeftijd", {**CHILD, "geboortedatum": date(2013, 5, 11)}, 13),
        ("leeftijd", {**CHILD, "geboortedatum": date(2013, 5, 12)}, 12),
        ("leeftijd", {"begindatum": date(2025, 3, 1), "geboortedatum": date(2024, 2, 29)}, 2),
        ("leeftijd", {"begindatum": date(2027, 2, 28), "geboortedatum": date(2024, 2, 29)}, 2),
        ("leeftijd", {"begindatum": date(2027, 3, 1), "geboortedatum": date(2024, 2, 29)}, 3),
        ("dagen_tot_start", {"begindatum": date(2026, 4, 27)}, 56),
        ("dagen_tot_start", {"begindatum": date(2026, 4, 26)}, 55),
        ("dagen_tot_start", {"begindatum": date(2026, 2, 1)}, -29),
        ("op_middelbare_school", {"geboortedatum": date(2020, 1, 1)}, "nee"),
        (
            "op_middelbare_school",
            {"geboortedatum": date(2014, 1, 1), "middelbare_school": "ja"},
            "ja",
        ),
        (
            "kind_in_gemeente",
            {"woont_in_gemeente": "nee", "kind_ingeschreven": "op_mijn_adres"},
            "nee",
        ),
        (
            "kind_in_gemeente",
            {"woont_in_gemeente": "nee", "kind_ingeschreven": "ander_adres_gemeente"},
            "ja",
        ),
        ("kind_in_gemeente", {"kind_ingeschreven": "nergens"}, "nee"),
        ("woont_doordeweeks", {"ouders_samen": "uit_elkaar", "woondagen": ("za", "zo")}, "nee"),
        ("woont_doordeweeks", {"ouders_samen": "uit_elkaar", "woondagen": ("vr", "za")}, "ja"),
        (
            "opvang_op_woondagen",
            {"ouders_samen": "uit_elkaar", "woondagen": ("ma",), "dagdelen": MONDAY},
            "ja",
        ),
        (
            "opvang_op_woondagen",
            {"ouders_samen": "uit_elkaar", "woondagen": ("di",), "dagdelen": MONDAY},
            "nee",
        ),
        (
            "opvang_binnen_werktijd",
            {"dagdelen": ("ma_ochtend",), "werkdagdelen": MONDAY},
            "ja",
        ),
        (
            "opvang_binnen_werktijd",
            {"dagdelen": MONDAY, "werkdagdelen": ("ma_ochtend",)},
            "nee",
        ),
        (
            "dagdelen_over",
            {"dagdelen": (*MONDAY, "di_middag"), "netwerk": "deels", "netwerk_dagen": ("ma", "zo")},
            1,
        ),
        ("dagdelen_over", {"dagdelen": MONDAY, "netwerk": "ja"}, 0),
        ("dagdelen_over", {"dagdelen": MONDAY, "netwerk": "nee"}, 2),
        ("maanden_eerdere_smi", {"eerder_smi": "nee"}, 0),
        ("norm_groep", {"partner": "ja", "leeftijd_ouders": "aow"}, "gehuwden_aow"),
        ("norm_groep", {"partner": "nee", "leeftijd_ouders": "onder_21"}, "anders"),
    ],
)
def test_what_follows_from_answers(fact, answers, value):
    assert value_of(fact, answers) == value


@pytest.mark.parametrize(
    ("mine", "theirs", "value"),
    [
        (("geen",), None, "alleen_zonder_werk"),
        (("studie",), None, "alleen_zonder_werk"),
        (("traject",), None, "alleen_zonder_werk"),
        (("ziek_met_baan",), None, "iedereen_werkt"),
        (("geen",), ("werk",), "een_zonder_werk_ander_actief"),
        (("werk",), ("geen",), "een_zonder_werk_ander_actief"),
        (("geen",), ("traject",), "een_zonder_werk_ander_actief"),
        (("traject",), ("geen",), "een_zonder_werk_ander_actief"),
        (("werk", "studie"), ("geen",), "een_zonder_werk_ander_actief"),
        (("geen",), ("geen",), "samen_zonder_werk"),
        (("studie",), ("geen",), "samen_zonder_werk"),
        (("werk",), ("ziek_met_baan",), "iedereen_werkt"),
    ],
)
def test_who_works_in_the_family(mine, theirs, value):
    partner = (
        {"partner": "nee"} if theirs is None else {"partner": "ja", "situatie_partner": theirs}
    )

    assert value_of("huishouden_werk", {"situatie_ik": mine, **partner}) == value
