"""The pack is accessible (PDF/UA-1) and archival (PDF/A-3a); veraPDF checks the files."""

import pytest

from tests.verapdf import broken_rules


def test_without_java_the_checks_say_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(AssertionError, match="make system"):
        broken_rules({"a pack": b""}, tmp_path)


def test_what_cannot_be_read_never_passes(tmp_path):
    broken = broken_rules({"no PDF": b"hello", "nothing": b""}, tmp_path)

    assert [len(rules) for rules in broken.values()] == [2, 2]
