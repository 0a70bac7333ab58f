"""Two tabs that changed the same answers: nothing that only one of them changed is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from smi_core.merging import merged

VALUES = st.none() | st.booleans() | st.integers(0, 3) | st.text("ab", max_size=2)
LISTS = st.lists(st.sampled_from("abcd"), max_size=3, unique=True)
ANSWERS = st.dictionaries(st.sampled_from("pqrst"), VALUES | LISTS, max_size=5)
RECORDS = st.fixed_dictionaries(
    {
        "household": ANSWERS,
        "children": st.lists(ANSWERS, min_size=1, max_size=3),
    }
)


def test_each_keeps_what_it_answered():
    base = {"household": {"p": 1}, "children": [{"n": "A"}]}
    mine = {"household": {"p": 1, "q": 2}, "children": [{"n": "A", "b": 1}]}
    theirs = {"household": {"p": 3}, "children": [{"n": "A", "c": 2}]}

    both = merged(base, mine, theirs)

    assert both == {"household": {"p": 3, "q": 2}, "children": [{"n": "A", "b": 1, "c": 2}]}


def test_two_that_begin_with_nothing_keep_what_both_said():
    assert merged({}, {"household": {"p": 1}}, {"household": {"q": 2}}) == {
        "household": {"p": 1, "q": 2}
    }


def test_where_both_changed_the_same_mine_stands():
    assert merged({"p": 1}, {"p": 2}, {"p": 3}) == {"p": 2}


def test_what_one_took_away_stays_away_unless_the_other_changed_it():
    assert merged({"p": 1, "q": 1}, {"q": 1}, {"p": 1, "q": 2}) == {"q": 2}
    assert merged({"p": 1}, {}, {"p": 2}) == {}
    assert merged({"p": 1}, {"p": 2}, {}) == {"p": 2}


def test_the_choices_of_one_answer_are_never_mixed():
    assert merged(["ma", "di"], ["ma", "wo"], ["wo", "di"]) == ["ma", "wo"]


def test_a_child_that_one_added_leaves_the_others_answers():
    base, mine, theirs = [{"n": "A"}], [{"n": "A"}, {"n": "B"}], [{"n": "A", "b": 1}]

    assert merged(base, mine, theirs) == [{"n": "A", "b": 1}, {"n": "B"}]
    assert merged(base, theirs, mine) == [{"n": "A", "b": 1}, {"n": "B"}]


def test_children_that_both_added_are_both_there_mine_first():
    base, mine, theirs = [{"n": "A"}], [{"n": "A"}, {"n": "B"}], [{"n": "A"}, {"n": "C"}]

    assert merged(base, mine, theirs) == [{"n": "A"}, {"n": "B"}, {"n": "C"}]
    assert merged(base, mine, mine) == mine


def test_a_child_that_one_took_out_does_not_come_back():
    base = [{"n": "A"}, {"n": "B"}]

    assert merged(base, [{"n": "B"}], [{"n": "A", "b": 1}, {"n": "B"}]) == [{"n": "B"}]
    assert merged(base, [{"n": "A", "b": 1}, {"n": "B"}], [{"n": "B"}]) == [{"n": "B"}]


@given(RECORDS, RECORDS)
@settings(derandomize=True, deadline=None)
def test_what_only_one_changed_is_as_that_one_left_it(base, other):
    assert merged(base, base, other) == other
    assert merged(base, other, base) == other
    assert merged(base, other, other) == other


@given(ANSWERS, ANSWERS, ANSWERS)
@settings(derandomize=True, deadline=None, max_examples=300)
def test_every_answer_is_from_one_of_the_two(base, mine, theirs):
    both, gone = merged(base, mine, theirs), object()
    for name in {*base, *mine, *theirs}:
        was, one, two = (side.get(name, gone) for side in (base, mine, theirs))
        wanted = two if one == was and type(one) is type(was) else one
        assert both.get(name, gone) == wanted


@given(RECORDS, RECORDS, RECORDS)
@settings(derandomize=True, deadline=None, max_examples=300)
def test_it_stays_a_record_with_children(base, mine, theirs):
    both = merged(base, mine, theirs)

    assert set(both) == {"household", "children"}
    assert len(both["children"]) >= min(len(mine["children"]), len(theirs["children"]))
    assert all(isinstance(child, dict) for child in both["children"])
