"""The CPythons of the version matrix: find those at hand, make the missing kinds.

Called as `python tools/pythons list|make|venv|run`; the reader's way in is `cli`. Standard library
only, so that it runs before anything of the project is installed.

- `interpreter` asks one Python about itself; `finding` knows where to look for them.
- `cache` makes a folder exactly once; `recipes` says which are made, `source` and `sid` how.
- `chroot` runs commands inside a made root folder; `venvs` makes virtual environments.
"""
