"""How fast the core is; run by hand, not in the tests."""
