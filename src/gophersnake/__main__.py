"""`python -m gophersnake` is the command `gophersnake`."""

from gophersnake.cli import main

if __name__ == "__main__":
    main()
