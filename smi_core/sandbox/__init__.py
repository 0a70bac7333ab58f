"""Reads hostile files, in a process of its own. Nobody imports this package.

`smi_core.uploads` starts it with one task, gives bytes and takes an answer; see `main`. Only here
are there libraries that parse what somebody uploads. It holds itself to limits before the first
byte of the file comes in, writes no files and knows nothing of the family.
"""
