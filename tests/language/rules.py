"""What each language asks of a plain text, and how a sentence is held against it.

A language without a list here is held to the length of its sentences alone.
"""

import re
from typing import NamedTuple

MOST_WORDS = 20
AIM_FOR = 15
BRACKETS = re.compile(r"\([^)]*\)")
QUOTED = re.compile(r"‘[^’]*’|(?<!\w)'[^']*'(?!\w)")


class Rules(NamedTuple):
    """What one language asks.

    Attributes:
        avoid: office words, and what to say instead.
        denial: what says no.
        list_of_denials: how a list says no a second time, which does not count.
        older: asking whether somebody is of an age or older.
        passive: that something is done, without who does it.
        most_passive: the largest share of the sentences that may be passive.
        easiest: the least reading ease of a whole screen or section; None if not measured.
    """

    avoid: dict[str, str]
    denial: re.Pattern[str]
    list_of_denials: re.Pattern[str]
    older: re.Pattern[str]
    passive: re.Pattern[str]
    most_passive: float = 1
    easiest: int | None = None


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


NEVER = _pattern(r"(?!)")
AVOID_NL = {
    # shared/schemes/plain-language.md, section 4
    r"aanvragers?": "u, of: de ouder die aanvraagt",
    r"(heeft|hebt) (geen )?recht op": "u krijgt misschien, of: u kunt (geen) … krijgen",
    r"(ingangs|aanvangs)datum": "begindatum",
    r"terugwerkende kracht": "voor dagen die al voorbij zijn",
    r"beslistermijn|verdag(en|ing)|verdaagd?t?": "meer tijd nemen om te beslissen",
    r"inlichtingenplicht": "u moet veranderingen doorgeven",
    r"terug(ge)?vorder(en|t|d|ing)|vordert": "u moet geld terugbetalen",
    r"hardheidsclausule": "de gemeente mag in bijzondere gevallen afwijken",
    r"gezaghebbende": "ouder met gezag",
    r"toereikende?": "genoeg",
    r"beperking(en)?": "ziekte of handicap (beperking)",
    # The name of the scheme in full, and the Wlz-indicatie, are what letters call them.
    r"(?<!medische )indicaties?": "brief waarin staat dat opvang nodig is",
    r"(gemeentelijke )?basisadministratie|GBA": "inschrijving bij de gemeente (BRP)",
    # words of the office that parents meet in letters of the municipality
    r"desbetreffende|betreffende|betreft|inzake|omtrent": "over, of: dit",
    r"middels|door middel van": "met",
    r"teneinde": "om",
    r"indien|mits|tenzij": "als, of twee zinnen",
    r"alsmede|alsook|evenals": "en",
    r"conform|overeenkomstig|ingevolge|krachtens|op grond van": "volgens",
    r"derhalve": "daarom",
    r"dient|dienen": "moet",
    r"geschiedt?|geschieden": "gebeurt",
    r"ten behoeve van": "voor",
    r"met betrekking tot|ten aanzien van": "over",
    r"voornoemde?|bovengenoemde?|onderhavige?": "deze",
    r"reeds": "al",
    r"thans|momenteel": "nu",
    r"gaarne": "graag",
    r"u wordt verzocht": "wilt u",
    r"verstrek(ken|t)|verschaf(fen|t)": "geven",
    r"aangaande|hieromtrent": "over",
    r"uiterlijk(e)? termijn": "laatste dag",
    r"voorliggende voorziening(en)?": "andere hulp die u eerst kunt gebruiken",
    r"belanghebbenden?": "u",
    r"rechthebbenden?": "u",
    r"honorer(en|t)|gehonoreerd": "goedkeuren",
    r"in aanmerking (komt|komen)": "u kunt misschien … krijgen",
    r"draagkracht": "inkomen",
    r"vigerende?": "de regels van nu",
    r"beschikking(en)?": "besluit, of: brief met het besluit (beschikking)",
}
AVOID_EN = {
    r"commences?|commencement": "start",
    r"in respect of|with regard to|pertaining to|regarding": "about",
    r"pursuant to|in accordance with|under the provisions of": "under, or: as … says",
    r"applicants?": "you, or: the parent who applies",
    r"prior to": "before",
    r"subsequent to|subsequently": "after, then",
    r"in the event (of|that)": "if",
    r"utili[sz]e[sd]?": "use",
    r"terminat(e|es|ed|ion)": "end",
    r"endeavours?": "try",
    r"in order to": "to",
    r"hereby|herewith|therein|thereof|hereinafter|aforementioned": "leave out",
    r"notwithstanding": "even if",
    r"shall": "must, or: will",
    r"entitled to|entitlement": "you may get",
    r"eligib(le|ility)": "you may get",
    r"remuneration": "pay",
    r"retrospective(ly)?|retroactive(ly)?": "for days that are past",
    r"sufficient": "enough",
    r"additional": "more, extra",
    r"requisite": "needed",
    r"furnish(es|ed)?": "give",
    r"in lieu of": "instead of",
    r"ascertain(s|ed)?": "find out",
    r"expedite[sd]?": "hurry",
    r"spouses?": "husband, wife or partner",
    r"via": "through",
}
_BECOME = "wordt|worden|werd|werden"
_DONE_NL = r"\w*ge\w{2,}(?:d|t|en)|(?:be|ver|ont|her)\w+(?:d|t|en)"
RULES = {
    "nl": Rules(
        avoid=AVOID_NL,
        denial=_pattern(r"\b(niet|geen|nooit|niemand|niets|nergens)\b"),
        list_of_denials=_pattern(r"\b(of|en) (niet|geen)\b"),
        older=_pattern(r"jaar of (ouder|jonger)\?|(ouder|jonger) dan \d+( jaar)?\?"),
        passive=_pattern(
            rf"\b({_BECOME})\b[^.,;:?!]*\b({_DONE_NL})\b|\b({_DONE_NL}) ({_BECOME})\b"
        ),
        most_passive=0.02,
        # Flesch calls 60 to 70 "standard" and 70 to 80 "fairly easy".
        easiest=65,
    ),
    "en": Rules(
        avoid=AVOID_EN,
        denial=_pattern(r"\b(not|no|never|nobody|nothing|nowhere|none|cannot)\b|n[’']t\b"),
        list_of_denials=_pattern(r"^No,|\b(or|and|nor) (not|no|none)\b|\bor not\b"),
        older=_pattern(
            r"(years|\d+) or (older|over|younger)\?|(older|younger) than \d+( years)?\?"
        ),
        passive=_pattern(
            r"\b(is|are|was|were|be|been|being)( \w+ly| not| also| already| still)? "
            r"(\w+ed|done|given|kept|known|made|paid|put|said|seen|sent|shown|taken|told|written)\b"
        ),
        most_passive=0.06,  # "is needed" and "is registered" look the same and are no fault
        easiest=60,
    ),
    "uk": Rules(
        avoid={},
        denial=NEVER,
        list_of_denials=NEVER,
        older=_pattern(r"(рок(и|ів|у)|років) (або|чи) (старш|молодш)\w*\?"),
        passive=NEVER,
    ),
}
OTHERWISE = Rules({}, NEVER, NEVER, NEVER, NEVER)
"""For a language that nobody wrote rules for yet."""


def rules_of(language: str) -> Rules:
    """What a language asks."""
    return RULES.get(language, OTHERWISE)


def office_words(language: str, text: str) -> list[str]:
    """What to say instead of the office words in a text; one may stand between brackets, once."""
    text = QUOTED.sub("", text)
    open_text, bracketed = BRACKETS.sub("", text), " ".join(BRACKETS.findall(text))
    return [
        f"say {instead!r} in {text!r}"
        for words, instead in rules_of(language).avoid.items()
        if _occurrences(words, open_text) or _occurrences(words, bracketed) > 1
    ]


def denials(language: str, sentence: str) -> int:
    """How often a sentence says no; a list ("geen werk en geen partner") says it once."""
    rules = rules_of(language)
    return len(rules.denial.findall(rules.list_of_denials.sub("", QUOTED.sub("", sentence))))


def is_passive(language: str, sentence: str) -> bool:
    """Whether a sentence says that something is done, and not who does it."""
    return rules_of(language).passive.search(sentence) is not None


def _occurrences(words: str, text: str) -> int:
    return len(re.findall(rf"(?<![\w-])(?:{words})(?!\w)", text, re.IGNORECASE))
