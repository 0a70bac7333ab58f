"""All that is fuzzed."""

from tests.fuzz import addresses, contents, drafts, intake, kept, locked, typed

TARGETS = (
    *typed.TARGETS,
    *drafts.TARGETS,
    *kept.TARGETS,
    *locked.TARGETS,
    *intake.TARGETS,
    *contents.TARGETS,
    *addresses.TARGETS,
)
