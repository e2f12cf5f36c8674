"""The command line: ``vanban COMMAND``. Commands load when they are called, so that help is quick."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and end the process with one of :class:`vanban.errors.ExitCode`."""
    from vanban.cli.app import run

    sys.exit(run(sys.argv[1:]))
