"""The command `yauchoi`: every command's arguments, and errors as one sentence."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import NoReturn

from flows.marked import RuleError

DONE, FAULTS, WRONG_CALL = 0, 1, 2
HONG_KONG = timezone(timedelta(hours=8))


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence."""

    def error(self, message: str) -> NoReturn:
        """End with one sentence and status 2."""
        raise CallError(f"{message}; see {self.prog} --help")


class CallError(Exception):
    """A call or a setting that is wrong; its text is one sentence."""


def today() -> date:
    """Return the day in Hong Kong (and Macao, whose clocks agree)."""
    return datetime.now(UTC).astimezone(HONG_KONG).date()


def main(argv: list[str] | None = None) -> int:
    """Run the command; no traceback reaches a person."""
    try:
        arguments = _parser().parse_args(argv)
        run: Callable[[argparse.Namespace], int] = arguments.run
        return run(arguments)
    except CallError as error:
        return _complain(str(error), WRONG_CALL)
    except RuleError as error:
        return _complain(str(error), FAULTS)
    except BrokenPipeError:
        sys.stderr.close()
        return FAULTS
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 128 + 2


def _complain(sentence: str, status: int) -> int:
    text = sentence.rstrip(".") + "."
    print(f"yauchoi: {text}", file=sys.stderr)
    return status


def _parser() -> Parser:
    parser = Parser(
        prog="yauchoi",
        description="Where a skilled person stands under the points tests of Hong Kong and Macao.",
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    chat = commands.add_parser("chat", help="hold the whole conversation in the terminal")
    chat.add_argument("--lang", metavar="LANG", help="en, zh-Hant or zh-Hans; asked when left out")
    chat.add_argument(
        "--on", metavar="DATE", help="the day of application, YYYY-MM-DD; today when left out"
    )
    chat.set_defaults(run=_chat)
    assess = commands.add_parser("assess", help="assess JSON Lines")
    assess.add_argument("file", metavar="FILE", help="a file, or - for standard input")
    assess.add_argument("--lang", metavar="LANG", default="en", help="language of the reasons")
    assess.set_defaults(run=_assess)
    listing = commands.add_parser("schemes", help="list every scheme and edition")
    listing.add_argument("--json", action="store_true", help="as JSON, with sources")
    listing.set_defaults(run=_schemes)
    facts = commands.add_parser("facts", help="list the vocabulary of facts")
    facts.add_argument("--json", action="store_true", help="as JSON")
    facts.set_defaults(run=_facts)
    check = commands.add_parser("check", help="prove the rules and the catalogues sound")
    check.add_argument(
        "--accept", action="store_true", help="keep the verdict tables as they now are"
    )
    check.set_defaults(run=_check)
    return parser


def _language(name: str | None) -> str | None:
    from bot.words import words  # noqa: PLC0415 - commands load what they need

    if name is not None and name not in words().languages:
        known = ", ".join(words().languages)
        raise CallError(f'--lang is "{name}", but the languages are {known}')
    return name


def _day(text: str | None) -> date:
    if text is None:
        return today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CallError(f'--on is "{text}", but a day is written YYYY-MM-DD') from None


def _chat(arguments: argparse.Namespace) -> int:
    from bot.terminal import Terminal  # noqa: PLC0415
    from bot.words import words  # noqa: PLC0415
    from flows.dialogue import Session  # noqa: PLC0415

    on, language = _day(arguments.on), _language(arguments.lang)
    _speak_utf8()
    terminal = Terminal(words(), sys.stdout, echo=not sys.stdin.isatty())
    try:
        terminal.hold(Session(language=language), _replies(), on)
    except KeyboardInterrupt:
        print()
    return DONE


def _replies() -> Iterator[str]:
    """Yield what is typed, a line at a time, until the input ends."""
    if sys.stdin.isatty():
        with suppress(ImportError):
            import readline  # noqa: F401, PLC0415 - gives editing where there is a terminal
        while True:
            try:
                yield input("> ")
            except EOFError:
                print()
                return
    else:
        for raw in sys.stdin.buffer:
            yield raw.decode("utf-8", errors="replace").rstrip("\r\n")


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stdin):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


def _assess(arguments: argparse.Namespace) -> int:
    from bot.lines import Assessor  # noqa: PLC0415
    from bot.words import words  # noqa: PLC0415

    assessor = Assessor(words(), _language(arguments.lang) or "en", today())
    _speak_utf8()
    sound = True
    with _opened(arguments.file) as stream:
        for line, fine in assessor.lines(stream):
            print(line)
            sound = sound and fine
    return DONE if sound else FAULTS


def _opened(name: str):  # type: ignore[no-untyped-def]  # noqa: ANN202
    if name == "-":
        return sys.stdin.buffer
    try:
        return Path(name).open("rb")
    except OSError as error:
        sentence = f'the file "{name}" cannot be read ({error.strerror}); name one that can'
        raise CallError(sentence) from None


def _schemes(arguments: argparse.Namespace) -> int:
    from bot.listings import schemes_json, schemes_text  # noqa: PLC0415

    print(schemes_json(today()) if arguments.json else schemes_text(today()))
    return DONE


def _facts(arguments: argparse.Namespace) -> int:
    from bot.listings import facts_json, facts_text  # noqa: PLC0415

    print(facts_json() if arguments.json else facts_text())
    return DONE


def _check(arguments: argparse.Namespace) -> int:
    from bot.check import accept, check  # noqa: PLC0415

    if arguments.accept:
        for line in accept():
            print(line)
    found = list(check())
    for line in found:
        print(line)
    if not found:
        print("The rules and the catalogues are sound.")
    return FAULTS if found else DONE


if __name__ == "__main__":
    sys.exit(main())
