"""Finishes the file: metadata, colours, files inside, and the pictures of attachments."""

from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from smi_core.blocks import DataFile
from smi_core.pdf.document import About
from smi_core.pdf.large import is_large, kept_name
from smi_core.pdf.metadata import PRODUCER, xmp
from smi_core.pdf.syntax import plain

LANGUAGE = "nl-NL"
SRGB = (Path(__file__).parent / "sRGB.icc").read_bytes()
"""Made by LittleCMS, without a date so that it is always the same; "No copyright, use freely"."""


def finish(drawn: bytes, about: About, files: tuple[DataFile, ...] = ()) -> bytes:
    """The file as PDF/UA-1 and PDF/A-3a.

    Args:
        drawn: the file with its tags.
        about: what it says about itself.
        files: that travel inside.
    """
    with Pdf.open(BytesIO(drawn)) as pdf:
        _say_what_it_is(pdf, about, files)
        _mark_pages(pdf)
        _fix_colours(pdf)
        _put_inside(pdf, files, about)
        file = BytesIO()
        pdf.save(
            file,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            compress_streams=True,
        )
    return file.getvalue()


def encrypt(pdf: bytes, password: str) -> bytes:
    """The same file behind a password (AES-256); who has it may read aloud, fill in and print.

    Other bytes every time, and PDF/UA but no longer PDF/A, which forbids passwords.
    """
    allowed = pikepdf.Permissions(
        modify_other=False, modify_annotation=False, modify_assembly=False, modify_form=True
    )
    rules = pikepdf.Encryption(owner=password, user=password, R=6, allow=allowed)
    with Pdf.open(BytesIO(pdf)) as opened:
        file = BytesIO()
        opened.save(file, encryption=rules, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
    return file.getvalue()


def _say_what_it_is(pdf: Pdf, about: About, files: tuple[DataFile, ...]) -> None:
    packet = pdf.make_stream(xmp(about, LANGUAGE, files), Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.Metadata = packet
    pdf.Root.Lang = String(LANGUAGE)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    day = f"D:{about.made_on:%Y%m%d}000000Z"
    told = {"Title": plain(about.title), "Subject": plain(about.subject)}
    by = {"Author": PRODUCER, "Creator": PRODUCER, "Producer": PRODUCER}
    dates = {"CreationDate": day, "ModDate": day}
    entries = {f"/{key}": String(text) for key, text in (told | by | dates).items()}
    pdf.trailer.Info = pdf.make_indirect(Dictionary(entries))


def _mark_pages(pdf: Pdf) -> None:
    """Lead from each page to its elements, which is also the order of the Tab key."""
    for index, page in enumerate(pdf.pages):
        page.obj.StructParents = index
        page.obj.Tabs = Name.S


def _fix_colours(pdf: Pdf) -> None:
    profile = pdf.make_stream(SRGB, N=3)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB IEC61966-2.1"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _put_inside(pdf: Pdf, files: tuple[DataFile, ...], about: About) -> None:
    day = f"D:{about.made_on:%Y%m%d}000000Z"
    for number, file in enumerate(files):
        pdf.attachments[file.name] = pikepdf.AttachedFileSpec(
            pdf,
            b"" if is_large(file) else file.content,
            filename=file.name,
            mime_type=file.media_type,
            description=file.description,
            relationship=Name(f"/{file.relation}"),  # pyright: ignore[reportCallIssue]  # not in its types
            creation_date=day,
            mod_date=day,
        )
        if is_large(file):
            pdf.attachments[file.name].obj.EF.F.Blad = String(kept_name(number))
    if files:
        pdf.Root.AF = Array([pdf.attachments[file.name].obj for file in files])
