"""All that is fuzzed."""

from tests.fuzz import addresses, contents, drafts, intake, kept, typed

TARGETS = (
    *typed.TARGETS,
    *drafts.TARGETS,
    *kept.TARGETS,
    *intake.TARGETS,
    *contents.TARGETS,
    *addresses.TARGETS,
)
