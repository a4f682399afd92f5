"""The `legalcase` command, as ``python -m legalcase``."""

from __future__ import annotations

import sys

from legalcase.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
