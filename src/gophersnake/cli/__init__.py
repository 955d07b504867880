"""The command line: flags, exit statuses and progress. What is worth testing alone is elsewhere.

Exit statuses: 0 done; 1 it could not be done, something is stale, or doctor found a problem;
2 the command line is wrong. `gophersnake run` ends as the program it runs does.
"""

from gophersnake.cli.app import main

__all__ = ["main"]
