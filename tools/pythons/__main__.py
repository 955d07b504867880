"""Entry of `python tools/pythons`: a folder run as a script is not yet a package."""

import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[2])

from tools.pythons.cli import main  # noqa: E402 - needs the path above

sys.exit(main())
