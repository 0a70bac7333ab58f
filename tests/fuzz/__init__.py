"""Everything that parses what people give us, fed with what nobody means: `make fuzz`.

A target takes bytes, makes of them what somebody might send, and lets our code read that. Only the
refusals that the code documents may come out. `__main__` lets a fuzzer look for bytes that reach
new code; `test_fuzz.py` does a little of the same in the unit tests, without that fuzzer.
"""
