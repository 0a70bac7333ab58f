"""What it costs: the amount first, then the sum, what if, and what may be wrong."""

from pages._card import to_first, to_last
from pages._cost import show_amount, show_how_sure, show_sums, sum_lines
from pages._doubts import show_doubts
from pages._layout import Heading, bottom, explain_terms, onward, paragraph, top
from pages._visit import my_case, texts
from pages._whatif import show_what_if, taken
from smi_core import wording
from smi_core.contribution import Amount

case, said = my_case(), texts()
say, amount = said.say, case.contribution
is_known = isinstance(amount, Amount)

title = wording.headline(amount, said) if is_known else say("cost.title")
is_back = top(Heading(title, say("cost.title")), taken(), "cost")
if isinstance(amount, Amount):
    show_amount(case, amount)
    show_sums(case, amount)
    show_how_sure(case, amount)
    show_what_if(case)
    show_doubts(case)
    explain_terms(*sum_lines(amount))
else:
    paragraph(wording.headline(amount, said))
is_next = onward(say("nav.next"))
bottom()
if is_next:
    to_first("week")
if is_back:
    to_last("cost")
