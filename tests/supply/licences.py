"""The licences of all that runs with us: `python -m tests.supply.licences` (`make licences`).

We publish under the EUPL, and municipalities run this. What runs with us may be LGPL or MPL, whose
duties end at their own files; GPL and AGPL would reach ours, and an unknown licence might.
"""

import re
import sys
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import PurePath

from tests.supply.locks import WITH, locked

_LESSER = re.compile(r"Lesser General Public|LGPL", re.IGNORECASE)
# Libraries under the GPL that wheels are known to carry: encoders, readers and drawers.
_CARRIES_GPL = re.compile(r"lib(?:x264|x265|xvidcore|poppler|mupdf|gs|readline|gsl|fftw3)\b")
_MOST_WORDS = 60  # characters: a longer field holds the text of a licence, not its name


def licence_of(package: Distribution) -> str:
    """What a package says its licence is; empty if it does not say.

    The three places stand in the order in which Python's packagers want them believed.
    """
    said = package.metadata
    if expression := said.get("License-Expression"):
        return expression
    classes = [one for one in said.get_all("Classifier") or () if one.startswith("License ::")]
    written = (said.get("License") or "").strip().partition("\n")[0]
    names = [*(one.rpartition(" :: ")[2] for one in classes), written]
    return "; ".join(one for one in names if one and len(one) <= _MOST_WORDS)


def is_general(licence: str) -> bool:
    """Whether it is the GPL or the AGPL, which we cannot rest on.

    >>> [is_general(one) for one in ("GPL-3.0-only", "AGPLv3", "LGPL-3.0-only", "MIT")]
    [True, True, False, False]
    """
    return bool(re.search(r"GPL|General Public", _LESSER.sub("", licence), re.IGNORECASE))


def carried(package: Distribution) -> list[str]:
    """The names of the libraries in C that come inside a package."""
    inside = (PurePath(str(file)).parts for file in package.files or ())
    return sorted({path[-1].partition("-")[0] for path in inside if path[0].endswith(".libs")})


def general_among(libraries: Iterable[str]) -> list[str]:
    """Those of these libraries that are under the GPL.

    >>> general_among(["libheif", "libx265"])
    ['libx265']
    """
    return [one for one in libraries if _CARRIES_GPL.match(one)]


def report(name: str) -> tuple[str, bool]:
    """A line about a package, and whether it may run with us."""
    try:
        package = distribution(name)
    except PackageNotFoundError:
        return f"{name:26}not installed", False
    licence, inside = licence_of(package), carried(package)
    is_right = bool(licence) and not is_general(licence) and not general_among(inside)
    carries = f"  (carries {', '.join(inside)})" if inside else ""
    return f"{name:26}{licence or 'unknown'}{carries}", is_right


def main() -> int:
    """Print a line for each package; 1 if one of them may not run with us."""
    lines = [report(package.name) for package in locked(WITH) if package.is_for_us]
    for line, is_right in lines:
        sys.stdout.write(f"{line}{'' if is_right else '  <-- MAY NOT RUN WITH US'}\n")
    wrong = sum(not is_right for _, is_right in lines)
    sys.stdout.write(f"{len(lines)} packages; {wrong} of them may not run with us\n")
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main())
