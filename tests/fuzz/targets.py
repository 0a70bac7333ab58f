"""All that is fuzzed."""

from tests.fuzz import addresses, contents, drafts, intake, typed

TARGETS = (*typed.TARGETS, *drafts.TARGETS, *intake.TARGETS, *contents.TARGETS, *addresses.TARGETS)
