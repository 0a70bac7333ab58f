"""`python -m tests.faults`: see `tests.faults.many`."""

import sys

from tests.faults.many import main

sys.exit(main(sys.argv[1:]))
