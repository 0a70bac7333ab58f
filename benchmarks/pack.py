"""How long a pack takes, how large it is, and what memory it takes: `python -m benchmarks.pack`.

The time of a pack is compared with the same pages without tags and not finished, drawn in turns
with it: on a busy machine the ratio says more than the milliseconds.
"""

import io
import json
import random
from collections.abc import Callable
from datetime import date
from itertools import accumulate
from pathlib import Path
from statistics import median
from time import perf_counter

import pypdfium2
from PIL import Image

from benchmarks.memory import growth
from smi_core.attached import Attachment, PageImage
from smi_core.blocks import Dossier, Enclosure
from smi_core.case import work_out
from smi_core.content import load_guide, load_steps, load_texts, municipalities
from smi_core.dossier import compile_dossier
from smi_core.draft import read
from smi_core.pdf import _draw_untagged, draw
from smi_core.uploads import take_in

EXAMPLES = Path(__file__).parent.parent / "examples"
TODAY = date(2026, 11, 23)
ROUNDS = 25
PAGES = 8
MB = 1_000_000
ATTACHMENTS = 10
BYTES_PER_PIXEL = 0.592  # of noise as a JPEG


def main() -> None:
    """Measure the examples, a pack of eight pages, attachments, and an upload."""
    _print_packs()
    _print_attachments()
    _print_upload()


def _print_packs() -> None:
    print(f"{'pack':<22}{'pages':>6}{'kB':>6}{'ms':>8}{'untagged':>10}{'ratio':>8}")
    dossiers = {town: _example(town) for town in municipalities()}
    dossiers[f"exactly {PAGES} pages"] = _of_pages(dossiers["alkmaar"])
    for name, dossier in dossiers.items():
        pack = draw(dossier)
        ours, plain = _in_turns(lambda d=dossier: draw(d), lambda d=dossier: _draw_untagged(d))
        print(
            f"{name:<22}{_pages(pack):>6}{len(pack) / 1000:>6.0f}"
            f"{ours * 1000:>8.1f}{plain * 1000:>10.1f}{ours / plain:>8.2f}"
        )
    print(f"target for {PAGES} pages: a ratio of 1.4 at most, and 80 kB\n")


def _print_attachments() -> None:
    bare = _example("alkmaar")
    full = bare.model_copy(update={"enclosures": _enclosures()})
    size = sum(len(page.data) for one in full.enclosures for page in one.attachment.pages)
    whole, without = _in_turns(lambda: draw(full), lambda: draw(bare), ROUNDS // 3)
    print(f"{ATTACHMENTS} attachments of {size / ATTACHMENTS / MB:.1f} MB")
    print(f"  assembled in {whole:.2f} s, of which {without:.2f} s for the pack (target 0.3 s)")
    grown, own = growth(lambda: draw(full)), growth(lambda: draw(bare))
    print(f"  memory grows by {own / MB:.1f} MB for the pack, once, and for the attachments")
    print(f"  by {(grown - own) / MB:.1f} MB (target: their size, {size / MB:.1f} MB)\n")


def _print_upload() -> None:
    photo = _photo(2 * MB).data
    seconds = median(_seconds(lambda: take_in("foto.jpg", photo, "inkomen")) for _ in range(5))
    grown = growth(lambda: take_in("foto.jpg", photo, "inkomen"))
    print(f"an upload of {len(photo) / MB:.1f} MB")
    print(f"  taken in in {seconds:.2f} s; memory grows by {grown / MB:.1f} MB")


def _example(town: str) -> Dossier:
    given = json.loads((EXAMPLES / f"{town}.json").read_text("utf-8"))
    answers, _ = read(given, load_steps(), TODAY)
    return compile_dossier(work_out(load_guide(town), answers, TODAY), load_texts("nl"))


def _of_pages(dossier: Dossier) -> Dossier:
    """As much of a pack as fills eight pages."""
    for blocks in reversed([*accumulate((block,) for block in dossier.blocks)]):
        part = dossier.model_copy(update={"blocks": blocks})
        if _pages(draw(part)) <= PAGES:
            return part
    raise ValueError(f"the first block takes more than {PAGES} pages")


def _in_turns(
    first: Callable[[], object], second: Callable[[], object], rounds: int = ROUNDS
) -> tuple[float, float]:
    """Seconds for one run of each: the median of the rounds."""
    times = [(_seconds(first), _seconds(second)) for _ in range(rounds)]
    return median(one for one, _ in times), median(two for _, two in times)


def _seconds(run: Callable[[], object]) -> float:
    started = perf_counter()
    run()
    return perf_counter() - started


def _pages(pack: bytes) -> int:
    return len(pypdfium2.PdfDocument(pack))


def _enclosures() -> tuple[Enclosure, ...]:
    return tuple(map(_enclosure, range(1, ATTACHMENTS + 1)))


def _enclosure(number: int) -> Enclosure:
    return Enclosure(
        label=f"Bijlage {number}",
        title="Bewijs van het inkomen",
        details=("foto.jpg, 1 blad",),
        page_alt="Blad {number} van {total} van een bewijs.",
        attachment=Attachment(
            paper="inkomen", name="foto.jpg", kind="photo", pages=(_photo(2 * MB, number),)
        ),
    )


def _photo(size: int, seed: int = 0) -> PageImage:
    """A photo of about this many bytes; noise, for that does not get smaller."""
    side = int((size / BYTES_PER_PIXEL) ** 0.5)
    file = io.BytesIO()
    noise = random.Random(seed).randbytes(side * side * 3)
    Image.frombytes("RGB", (side, side), noise).save(file, "JPEG", quality=75)
    return PageImage(width=side, height=side, coding="jpeg", colour="rgb", data=file.getvalue())


if __name__ == "__main__":
    main()
