"""How the pack looks: sizes, colours and distances. All lengths are in points."""

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from smi_core.chart.marks import Colours, Size
from smi_core.pdf.fonts import REGULAR, STRONG

PAGE_WIDTH, PAGE_HEIGHT = A4
SIDE = 22 * mm
TOP = 18 * mm
BOTTOM = 24 * mm
FOOTER_BASE = 13 * mm
EDGE = 12 * mm  # around the pages of attachments
WIDTH = PAGE_WIDTH - 2 * SIDE
HEIGHT = PAGE_HEIGHT - TOP - BOTTOM

# Contrast with white: accent 10:1, ink 17:1, muted 8:1. All three stay dark in black and white.
ACCENT = HexColor("#154273")
INK = HexColor("#1a1a1a")
MUTED = HexColor("#4a4a4a")
EDGE_OF_A_FIELD = HexColor("#6b7785")  # 4.6:1
RULE = HexColor("#b9c4d0")
TINT = HexColor("#eef2f7")
BAND = HexColor("#c9d6e6")

CHART_SIZE = Size(width=int(WIDTH), plot_height=160, text=10)
CHART_COLOURS = Colours(
    accent="#154273", ink="#1a1a1a", rule="#d0d7df", band="#c9d6e6", here="#eeeeee"
)

NORMAL = ParagraphStyle(
    "normal",
    fontName=REGULAR,
    fontSize=11,
    leading=15.4,
    textColor=INK,
    spaceAfter=7,
    allowWidows=0,
    allowOrphans=0,
    bulletFontName=REGULAR,
    bulletFontSize=11,
    bulletColor=INK,
)
LEAD = ParagraphStyle("lead", NORMAL, fontSize=13, leading=18.5, spaceAfter=10)
SMALL = ParagraphStyle("small", NORMAL, fontSize=9.5, leading=13.3, textColor=MUTED)

_HEADING = ParagraphStyle("heading", NORMAL, fontName=STRONG, textColor=ACCENT)
TITLE = ParagraphStyle("title", _HEADING, fontSize=27, leading=33, spaceAfter=7)
SUBTITLE = ParagraphStyle("subtitle", NORMAL, fontSize=14, leading=19.6, spaceAfter=2)
MADE_ON = ParagraphStyle("made_on", NORMAL, textColor=MUTED, spaceAfter=0)
ENCLOSURE = ParagraphStyle("enclosure", TITLE)
HEADINGS = {
    1: ParagraphStyle("h1", _HEADING, fontSize=21, leading=26, spaceBefore=20, spaceAfter=9),
    2: ParagraphStyle("h2", _HEADING, fontSize=15, leading=20, spaceBefore=17, spaceAfter=5),
    3: ParagraphStyle("h3", _HEADING, fontSize=12, leading=17, spaceBefore=11, spaceAfter=3),
}

PARAGRAPHS = {
    "normal": ParagraphStyle("body", NORMAL, spaceBefore=7),
    "story": ParagraphStyle("story", NORMAL, spaceBefore=7),
    "lead": LEAD,
    "small": ParagraphStyle("aside", SMALL, spaceBefore=6),
}
QUOTE = ParagraphStyle("quote", NORMAL, leftIndent=14, spaceBefore=6, spaceAfter=11)
QUOTE_WITH_SOURCE = ParagraphStyle("quote_with_source", QUOTE, spaceAfter=0)
QUOTE_SOURCE = ParagraphStyle("quote_source", SMALL, leftIndent=14, spaceAfter=11)
NOTICE = ParagraphStyle(
    "notice", NORMAL, leftIndent=16, rightIndent=14, spaceBefore=14, spaceAfter=20
)

STEP = ParagraphStyle("step", NORMAL, leftIndent=24, spaceAfter=2, spaceBefore=5)
STEP_LABEL = ParagraphStyle(
    "step_label", NORMAL, fontName=STRONG, fontSize=13, textColor=ACCENT, bulletOffsetY=0
)
STEP_DETAIL = ParagraphStyle("step_detail", NORMAL, leftIndent=24, textColor=MUTED, spaceAfter=5)
BULLET = ParagraphStyle("bullet", NORMAL, leftIndent=16, spaceAfter=4)
BULLET_LABEL = ParagraphStyle("bullet_label", NORMAL, leftIndent=3, bulletOffsetY=0)
TICK = ParagraphStyle("tick", NORMAL, leftIndent=28, spaceBefore=9, spaceAfter=1)
TICK_LABEL = ParagraphStyle("tick_label", NORMAL, fontSize=19, bulletOffsetY=-3)
TICK_DETAIL = ParagraphStyle(
    "tick_detail", SMALL, fontSize=10, leading=14, leftIndent=28, spaceAfter=1
)
TICK_REFERENCE = ParagraphStyle("tick_reference", TICK_DETAIL, textColor=ACCENT, fontName=STRONG)
TICK_NOTE = ParagraphStyle("tick_note", NORMAL, leftIndent=42, spaceBefore=3, spaceAfter=4)
ENTRY = ParagraphStyle("entry", NORMAL, rightIndent=40, spaceBefore=3, spaceAfter=8)
ENTRY_NUMBER = ParagraphStyle("entry_number", ENTRY, alignment=2)

FACT_LABEL = ParagraphStyle("fact_label", NORMAL, textColor=MUTED, spaceAfter=0)
FACT_VALUE = ParagraphStyle("fact_value", NORMAL, spaceAfter=0)
STORY_LABEL = ParagraphStyle("story_label", FACT_LABEL, spaceBefore=4, spaceAfter=2)
ADDRESS = ParagraphStyle("address", NORMAL, spaceAfter=0)
SUBJECT = ParagraphStyle("subject", NORMAL, fontName=STRONG, spaceAfter=0)
CAPTION = ParagraphStyle("caption", NORMAL, fontName=STRONG, spaceBefore=10, spaceAfter=5)
CELL = ParagraphStyle("cell", NORMAL, fontSize=10.5, leading=14.7, spaceAfter=0)
NUMBER = ParagraphStyle("number", CELL, alignment=2)
CELL_HEADER = ParagraphStyle("cell_header", CELL, fontName=STRONG, textColor=ACCENT)
NUMBER_HEADER = ParagraphStyle("number_header", CELL_HEADER, alignment=2)
DAY = ParagraphStyle("day", CELL_HEADER, alignment=1)
PART = ParagraphStyle("part", CELL, fontName=STRONG)
FREE = ParagraphStyle("free", CELL, fontSize=9.5, leading=12.5, alignment=1, textColor=MUTED)
TAKEN = ParagraphStyle("taken", FREE, fontName=STRONG, textColor=INK)
FOOTER = ParagraphStyle("footer", SMALL, fontSize=9, leading=12, alignment=2, spaceAfter=0)

FOOTER_NUMBER = ParagraphStyle("footer_number", FOOTER, alignment=0)
NUMBERS = {style.name: style for style in (ENTRY_NUMBER, TICK_REFERENCE, FOOTER_NUMBER)}

TEXT_PAGE, SHEET, WIDE_SHEET = "text", "sheet", "wide_sheet"
GAP = 5
ROWS = (
    ("FONT", (0, 0), (-1, -1), REGULAR),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 2 * GAP),
    ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), GAP),
    ("BOTTOMPADDING", (0, 0), (-1, -1), GAP),
    ("LINEBELOW", (0, 0), (-1, -1), 0.6, RULE),
)
"""Rows of a table with a light rule under each."""

PAIRS = {"colWidths": [0.36 * WIDTH, 0.64 * WIDTH], "spaceBefore": 3, "spaceAfter": 16}
"""Labels beside their values."""
WEEK = (
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("LEFTPADDING", (0, 0), (-1, -1), 3),
    ("RIGHTPADDING", (0, 0), (-1, -1), 3),
    ("LEFTPADDING", (0, 0), (0, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), GAP),
    ("BOTTOMPADDING", (0, 0), (-1, -1), GAP),
    ("LINEBELOW", (0, 0), (-1, 0), 1.2, ACCENT),
    ("INNERGRID", (0, 1), (-1, -1), 0.6, RULE),
    ("LINEBELOW", (0, -1), (-1, -1), 0.6, RULE),
)
"""A timetable, with lines between the days too."""
