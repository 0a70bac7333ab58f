"""The website with a clock that a test sets, and a janitor that comes at once.

The file that SMI_TEST_CLOCK names says how many seconds later it is.
"""

import os
import time
from pathlib import Path

import streamlit as st

from web import activity, application, janitor

LATER = Path(os.environ["SMI_TEST_CLOCK"])

activity.ACTIVITY._clock = lambda: time.monotonic() + float(LATER.read_text())
janitor.SECONDS_BETWEEN = 0.2

app = st.App("../../../pages/_frame.py", **application.PARTS)
