"""The week plan: a grid of half-days for each child, that says what it comes to."""

import streamlit as st

from pages import _week
from pages._fields import key_of
from pages._halfdays import ask_half_days, keep_half_days
from pages._layout import Heading, bottom, onward, top
from pages._visit import my_case, texts
from pages._week_said import say_how_many, say_what_it_comes_to, show_sources
from smi_core.halfdays import listed, shows_weekend
from smi_core.weekplan import week_of

case, say = my_case(), texts().say
shown = _week.grids(case)
if not shown:
    st.switch_page("papers.py")
number = _week.number_of(shown)
place, question = grid = shown[number]
known = case.route.known(place[0])

about = _week.about_whom(place, case)
asked = _week.heading(grid, case)  # of the household it holds no name
heading = asked if place[0] is None else Heading(asked, say("site.week"))
is_back = top(heading, key_of(place), "week", about)
_week.say_why(grid, case)
_week.name_grid(grid, case)
with st.container(key=key_of(place)):
    is_open = shows_weekend(listed(known.get(question.id)), known)
    chosen, below = ask_half_days(place, _week.marks(place, case), weekend=is_open)
keep_half_days(place, question, chosen)
_week.offer_other(place, case)
if place[0] is None:
    with below:
        say_how_many(listed(chosen))
else:
    week = week_of(my_case(), place[0], listed(chosen))
    with below:
        say_what_it_comes_to(week)
    show_sources(week)
_week.explain(grid, case)
is_next = onward(say("nav.next"))
bottom()

if is_next:
    _week.forward(shown, number, chosen)
if is_back:
    _week.back(shown, number)
