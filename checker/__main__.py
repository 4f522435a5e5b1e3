"""`python -m checker` and the console script `subeditor`."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code: 0 clean, 1 findings, 2 nothing could be done."""
    from checker.cli.application import run

    sys.exit(run())


if __name__ == "__main__":
    main()
