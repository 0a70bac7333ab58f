"""How long it takes to work out one case: `python -m benchmarks.work_out`.

Prints, for each municipality, milliseconds per case and cases per second: the median of some
rounds. The last column compares it with a loop that only judges: one comparison with an answer at
hand for each condition, and nothing around it. On a busy machine that number says more.
"""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from smi_core.case import work_out
from smi_core.content import load_guide, load_steps, municipalities
from smi_core.draft import read
from smi_core.guide import Guide
from smi_core.rules import Equals, Reading, judge

EXAMPLES = Path(__file__).parent.parent / "examples"
TODAY = date(2026, 11, 23)
ROUNDS = 9
CASES = 100


def main() -> None:
    """Measure every municipality with the family of its example."""
    print(f"{'municipality':<20}{'ms per case':>12}{'cases per s':>13}{'x judging':>11}")
    for key in municipalities():
        guide = load_guide(key)
        answers, _ = read(_example(key), load_steps(), TODAY)
        work = _seconds(lambda guide=guide, answers=answers: work_out(guide, answers, TODAY))
        judging = _seconds(lambda guide=guide: _judge_only(guide))
        print(f"{key:<20}{work * 1000:>12.3f}{1 / work:>13,.0f}{work / judging:>11.1f}")


def _example(key: str) -> object:
    given = json.loads((EXAMPLES / f"{key}.json").read_text("utf-8"))
    return given.get("answers", given)


def _seconds(run: Callable[[], object]) -> float:
    """Seconds for one run: the median of the rounds."""
    return median(_round(run) for _ in range(ROUNDS))


def _round(run: Callable[[], object]) -> float:
    started = perf_counter()
    for _ in range(CASES):
        run()
    return (perf_counter() - started) / CASES


def _judge_only(guide: Guide) -> None:
    """As many comparisons as the scheme has conditions, with an answer that is at hand."""
    test = Equals(fact="partner", equals="ja")
    answer = Reading(value="nee", rests_on=("partner",))
    for _ in guide.conditions:
        judge(test, lambda _: answer)


if __name__ == "__main__":
    main()
