"""The command line: thin over :mod:`kawat.coder`. Nothing below this package prints.

Exit codes: 0 fine; 1 some story could not be coded, a check failed, or the installation is broken;
2 wrong use; 130 interrupted.
"""

from __future__ import annotations

import os
import signal
import sys

from kawat.cli.interrupt import Interrupt


def main() -> None:
    """Run the command line and exit."""
    if hasattr(signal, "SIGPIPE"):
        # Where the reader of the output goes away (`| head`), end as other programs do.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    interrupt = Interrupt()
    signal.signal(signal.SIGINT, interrupt)
    try:
        code = _run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    except Exception as error:  # the last resort: a line, not a traceback
        if os.environ.get("KAWAT_DEBUG"):
            raise
        print(f"kawat: {_unexpected(error)}", file=sys.stderr)
        code = 1
    sys.exit(130 if interrupt.seen else code)


def _run(arguments: list[str]) -> int:
    import logging

    import typer

    from kawat.cli.app import app
    from kawat.errors import InputError, KawatError

    logging.getLogger("kawat").addHandler(logging.NullHandler())
    for stream in (sys.stdout, sys.stderr):
        # Records are UTF-8 whatever the locale says.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = typer.main.get_command(app).main(arguments, prog_name="kawat", standalone_mode=False)
    except typer.Abort:
        return 130
    except typer.TyperException as error:
        print(f"kawat: {error_line(error)} (see kawat --help)", file=sys.stderr)
        return 2
    except KawatError as error:
        print(f"kawat: {error_line(error)}", file=sys.stderr)
        return 2 if isinstance(error, InputError) else 1
    return code if isinstance(code, int) else 0


def error_line(error: Exception) -> str:
    """Give an error as one line; of many faults the first."""
    first, *more = getattr(error, "faults", (error,))
    words = error.format_message() if hasattr(error, "format_message") else str(first)
    # typer hands on how pydantic begins its message.
    line = " ".join(words.replace("Value error, ", "").split())
    return f"{line} (and {len(more)} more; kawat check lists them)" if more else line


def _unexpected(error: Exception) -> str:
    what = f"{type(error).__name__}: {error_line(error)}"
    if isinstance(error, OSError):
        return f"{what}; look at the file or the disk that it names"
    return f"{what}; this is a fault of Kawat: please report it with what KAWAT_DEBUG=1 shows"
