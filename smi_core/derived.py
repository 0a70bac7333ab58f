"""Every derived fact: a pure function of answers, of other facts and of the day of applying."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from smi_core.base import Frozen
from smi_core.dated import NotInForce
from smi_core.decisions import DecisionList
from smi_core.national import National
from smi_core.rules import Band, Value
from smi_core.truth import Truth

WEEKDAYS = frozenset({"ma", "di", "wo", "do", "vr"})
WORKS = frozenset({"werk", "ziek_met_baan", "meewerkend"})
WORKS_OR_PROGRAMME = WORKS | {"traject"}
REASONS = frozenset({"werk", "ziek_met_baan", "studie", "traject", "inburgering"})
"""What gives a right to kinderopvangtoeslag in itself (Wet kinderopvang art. 1.6 lid 1)."""


class World(Frozen):
    """What facts rest on beside answers.

    Attributes:
        on: the day on which is applied.
        lists: the national decision lists.
        national: the national figures.
    """

    on: date
    lists: tuple[DecisionList, ...]
    national: National


class NotKnown(Exception):
    """A fact that cannot be worked out yet: not answered, or answered "I do not know"."""

    def __init__(self, state: Truth) -> None:
        self.state = state
        super().__init__(state.value)


Ask = Callable[[str], Value]
"""The value of an answer or fact; raises NotKnown while there is none."""


def _work_in_the_family(ask: Ask, _: World) -> str:
    """Who works, whoever of the parents is the one that fills in the form."""
    mine = set(_listed(ask("situatie_ik")))
    if ask("partner") == "nee":
        return "iedereen_werkt" if mine & WORKS else "alleen_zonder_werk"
    theirs = set(_listed(ask("situatie_partner")))
    if mine & WORKS and theirs & WORKS:
        return "iedereen_werkt"
    if (not mine & WORKS and theirs & WORKS_OR_PROGRAMME) or (
        not theirs & WORKS and mine & WORKS_OR_PROGRAMME
    ):
        return "een_zonder_werk_ander_actief"
    return "samen_zonder_werk"


def _has_spouse_elsewhere(ask: Ask) -> bool:
    """Married or registered partner, not divorcing, and not living together."""
    return ask("tp_getrouwd") == "ja" and ask("tp_gescheiden") == "nee"


def _working_parent(ask: Ask, _: World) -> str:
    mine = bool(set(_listed(ask("situatie_ik"))) & WORKS)
    if ask("partner") == "nee":
        return "ik" if mine else "geen"
    theirs = bool(set(_listed(ask("situatie_partner"))) & WORKS)
    return {(True, True): "beiden", (True, False): "ik", (False, True): "partner"}.get(
        (mine, theirs), "geen"
    )


def _my_reason(ask: Ask, world: World) -> str:
    return _reason(set(_listed(ask("situatie_ik"))), ask, world)


def _partners_reason(ask: Ask, world: World) -> str:
    return _reason(set(_listed(ask("situatie_partner"))), ask, world)


def _reason(situation: set[str], ask: Ask, world: World) -> str:
    """Whether somebody has a reason for kinderopvangtoeslag when the care starts.

    After work has ended it goes on for three calendar months. Somebody who stopped less than
    three months ago has no reason any more for care that starts after the third month from now.

    Source:
        Wet kinderopvang art. 1.6 lid 1 and lid 5.
    """
    if situation & REASONS:
        return "ja"
    if "meewerkend" in situation:
        return str(ask("toeslagpartner"))
    if "baan_kwijt_kort" not in situation:
        return "nee"
    months = world.on.year * 12 + world.on.month
    start = _first_day(ask, world)
    return _yes(start.year * 12 + start.month <= months + 3)


def _partner_only_as_relative(ask: Ask, _: World) -> str:
    """Whether the toeslagpartner is one only as a relative in a blended family.

    Source:
        Awir art. 3 lid 2 onder e, and Wet kinderopvang art. 1.6 lid 6.
    """
    if ask("tp_getrouwd") == "ja" and ask("tp_gescheiden") == "nee":
        return "nee"
    if ask("tp_adres") == "nee" or ask("tp_contract") == "ja":
        return "nee"
    related = ask("tp_familie") == "tweede_graad"
    return _yes(related and _listed(ask("tp_grond")) == ("kind_op_adres",))


def _days_until_start(ask: Ask, world: World) -> int:
    start = ask("begindatum")
    assert isinstance(start, date)
    return (start - world.on).days


def _age_on(birth: Value, day: date) -> int:
    assert isinstance(birth, date)
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _age_now(ask: Ask, world: World) -> int:
    return _age_on(ask("geboortedatum"), world.on)


def _age_at_start(ask: Ask, world: World) -> int:
    """Whole years on the day the care starts; while that day is not known, on the day of applying.

    Somebody born on 29 February has a birthday on 1 March in other years.
    """
    return _age_on(ask("geboortedatum"), _first_day(ask, world))


def _at_secondary_school(ask: Ask, world: World) -> str:
    """Nobody younger than ten is asked: a child starts secondary school at eleven or later."""
    if _age_now(ask, world) < 10:
        return "nee"
    return str(ask("middelbare_school"))


def _registered_here(ask: Ask, _: World) -> str:
    where = ask("kind_ingeschreven")
    if where == "op_mijn_adres":
        return str(ask("woont_in_gemeente"))
    return _yes(where == "ander_adres_gemeente")


def _lives_here_on_weekdays(ask: Ask, _: World) -> str:
    if ask("ouders_samen") != "uit_elkaar":
        return "ja"
    return _yes(bool(WEEKDAYS & set(_listed(ask("woondagen")))))


def _care_on_living_days(ask: Ask, _: World) -> str:
    """Whether the child goes to care on the days it lives with the applicant: ja, deels or nee."""
    if ask("ouders_samen") != "uit_elkaar":
        return "ja"
    living, care = set(_listed(ask("woondagen"))), _days(ask("dagdelen"))
    if care <= living:
        return "ja"
    return "deels" if care & living else "nee"


def _care_within_work(ask: Ask, _: World) -> str:
    return _yes(set(_listed(ask("dagdelen"))) <= set(_listed(ask("werkdagdelen"))))


def _half_days(ask: Ask, _: World) -> int:
    return len(_listed(ask("dagdelen")))


def _care_days(ask: Ask, _: World) -> int:
    return len(_days(ask("dagdelen")))


def _half_days_left(ask: Ask, _: World) -> int:
    """The half-days of care on days that the family's own network leaves open."""
    help_from_others = ask("netwerk")
    wanted = _listed(ask("dagdelen"))
    if help_from_others == "nee":
        return len(wanted)
    if help_from_others == "ja":
        return 0
    covered = set(_listed(ask("netwerk_dagen")))
    return sum(half_day.split("_")[0] not in covered for half_day in wanted)


def _earlier_months(ask: Ask, _: World) -> int:
    if ask("eerder_smi") == "nee":
        return 0
    months = ask("eerder_smi_maanden")
    assert isinstance(months, int)
    return months


def _family_income(ask: Ask, _: World) -> Decimal | Band:
    """The joint yearly income on the income statement, euro per year."""
    match ask("inkomen_soort"):
        case "ongeveer":
            return _band(str(ask("inkomen_band")))
        case _:
            own = ask("jaarinkomen_ik")
            partner = ask("jaarinkomen_partner") if ask("toeslagpartner") == "ja" else Decimal(0)
            assert isinstance(own, Decimal)
            assert isinstance(partner, Decimal)
            return own + partner


def _band(value: str) -> Band:
    """The bounds in the value of an answer, such as 25000-35000, or 120000- without an upper."""
    low, _, high = value.partition("-")
    return Band(low=Decimal(low), high=Decimal(high) if high else None)


def _norm_group(ask: Ask, _: World) -> str:
    """Whose bijstandsnorm applies; `anders` where we keep no amount.

    That is so for parents under 21, for somebody who shares costs with another adult, and for
    somebody with a spouse elsewhere.
    """
    age = ask("leeftijd_ouders")
    if age == "onder_21":
        return "anders"
    suffix = "_aow" if age == "aow" else ""
    if ask("partner") == "ja":
        return f"gehuwden{suffix}"
    if _has_spouse_elsewhere(ask) or ask("tp_adres") == "ja":
        return "anders"
    return f"alleenstaande_ouder{suffix}"


def _percent_of_norm(ask: Ask, world: World) -> Decimal:
    """Net income per month as a percentage of the bijstandsnorm with holiday pay.

    Source:
        Participatiewet, art. 21 and 22.
    """
    net, group = ask("netto_maand"), ask("norm_groep")
    assert isinstance(net, Decimal)
    try:
        norms = world.national.figures_for(_first_day(ask, world)).norm.with_holiday_pay
    except NotInForce:
        raise NotKnown(Truth.UNSURE) from None
    per_month = {str(name): norm.per_month for name, norm in norms.items()}
    if group not in per_month:
        raise NotKnown(Truth.UNSURE)
    return net * 100 / per_month[str(group)]


def _first_day(ask: Ask, world: World) -> date:
    """The day from which care counts: its start, or the day of applying if it runs already.

    While the start is not known, the day of applying.
    """
    try:
        start = ask("begindatum")
    except NotKnown:
        return world.on
    assert isinstance(start, date)
    return max(start, world.on)


def _listed(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


def _days(half_days: Value) -> set[str]:
    return {half_day.split("_")[0] for half_day in _listed(half_days)}


def _yes(truth: bool) -> str:
    return "ja" if truth else "nee"


DERIVED: Mapping[str, tuple[Callable[[Ask, World], Value], tuple[str, ...]]] = {
    "huishouden_werk": (_work_in_the_family, ("partner", "situatie_ik", "situatie_partner")),
    "werkende_ouder": (_working_parent, ("partner", "situatie_ik", "situatie_partner")),
    "kot_reden_ik": (_my_reason, ("situatie_ik", "toeslagpartner", "begindatum")),
    "kot_reden_partner": (
        _partners_reason,
        ("situatie_partner", "toeslagpartner", "begindatum"),
    ),
    "partner_alleen_als_familie": (
        _partner_only_as_relative,
        ("tp_getrouwd", "tp_gescheiden", "tp_adres", "tp_contract", "tp_familie", "tp_grond"),
    ),
    "dagen_tot_start": (_days_until_start, ("begindatum",)),
    "leeftijd_nu": (_age_now, ("geboortedatum",)),
    "leeftijd": (_age_at_start, ("geboortedatum", "begindatum")),
    "op_middelbare_school": (_at_secondary_school, ("geboortedatum", "middelbare_school")),
    "kind_in_gemeente": (_registered_here, ("kind_ingeschreven", "woont_in_gemeente")),
    "woont_doordeweeks": (_lives_here_on_weekdays, ("ouders_samen", "woondagen")),
    "opvang_op_woondagen": (_care_on_living_days, ("ouders_samen", "woondagen", "dagdelen")),
    "opvang_binnen_werktijd": (_care_within_work, ("dagdelen", "werkdagdelen")),
    "dagdelen_per_week": (_half_days, ("dagdelen",)),
    "dagen_per_week": (_care_days, ("dagdelen",)),
    "dagdelen_over": (_half_days_left, ("dagdelen", "netwerk", "netwerk_dagen")),
    "maanden_eerdere_smi": (_earlier_months, ("eerder_smi", "eerder_smi_maanden")),
    "gezinsinkomen": (
        _family_income,
        (
            "inkomen_soort",
            "inkomen_band",
            "jaarinkomen_ik",
            "jaarinkomen_partner",
            "toeslagpartner",
        ),
    ),
    "norm_groep": (
        _norm_group,
        ("partner", "leeftijd_ouders", "tp_getrouwd", "tp_gescheiden", "tp_adres"),
    ),
    "norm_percentage": (_percent_of_norm, ("netto_maand", "norm_groep", "begindatum")),
}
"""Every derived fact: how it is worked out, and the answers and facts it looks at."""

FACT_VALUES: Mapping[str, tuple[str, ...]] = {
    "opvang_op_woondagen": ("ja", "deels", "nee"),
    "huishouden_werk": (
        "alleen_zonder_werk",
        "een_zonder_werk_ander_actief",
        "samen_zonder_werk",
        "iedereen_werkt",
    ),
    "werkende_ouder": ("ik", "partner", "beiden", "geen"),
    "norm_groep": (
        "alleenstaande_ouder",
        "gehuwden",
        "alleenstaande_ouder_aow",
        "gehuwden_aow",
        "anders",
    ),
}
"""What a derived fact with named values can be; all other named facts are ja or nee."""
NUMBER_FACTS = frozenset(
    {
        "dagen_tot_start",
        "leeftijd_nu",
        "leeftijd",
        "dagdelen_per_week",
        "dagen_per_week",
        "dagdelen_over",
        "maanden_eerdere_smi",
        "gezinsinkomen",
        "norm_percentage",
    }
)
