"""The command `yauchoi`: every command's arguments, and errors as one sentence."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NoReturn, TextIO, TypeAlias

from bot import __version__
from bot.clock import today
from bot.commands.calls import (
    CallError,
    open_input,
    read_day_of_call,
    read_language,
    standard_input,
    wrong_call,
)
from bot.commands.operator import OPERATOR

if TYPE_CHECKING:
    from bot.cards.order import Order
    from bot.commands.lines import Lines
    from flows.library import Library

# Where commands are added; argparse has no public name for it.
Commands: TypeAlias = "argparse._SubParsersAction[Parser]"  # noqa: SLF001
DONE, FAULTS, WRONG_CALL = 0, 1, 2


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence."""

    def error(self, message: str) -> NoReturn:
        """End with one sentence and status 2."""
        raise CallError(f"{message}; see {self.prog} --help")

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """End after help, once it is written."""
        _flush()
        super().exit(status, message)


def main(argv: list[str] | None = None) -> int:
    """Run the command; no traceback reaches a person."""
    try:
        from flows.documents import RuleError  # noqa: PLC0415 - slow to load, so within Ctrl-C's reach

        _speak_utf8()
        arguments = _parser().parse_args(argv)
        run: Callable[[argparse.Namespace], int] = arguments.run
        status = run(arguments)
        _flush()
    except KeyboardInterrupt:
        _give_up_output()
        print(file=sys.stderr)
        return 128 + 2
    except CallError as error:
        return _complain(str(error), WRONG_CALL)
    except BrokenPipeError:
        _give_up_output()
        return FAULTS
    except OSError as error:
        _give_up_output()
        from bot.refusals import say_refusal  # noqa: PLC0415

        return _complain(say_refusal(error), WRONG_CALL)
    except RuleError as error:
        return _complain(str(error), FAULTS)
    return status


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _give_up_output() -> None:
    """Write what still can be written; the rest goes nowhere, so that the end is quiet."""
    try:
        _flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(sentence: str, status: int) -> int:
    text = "".join(c if c.isprintable() else "?" for c in sentence.rstrip("."))
    # A Chinese sentence brings a full stop of its own.
    text += "" if text.endswith("。") else "."
    # With standard error closed, `print` would write among the answers.
    if sys.stderr is not None:
        print(f"yauchoi: {text}", file=sys.stderr)
    return status


def _parser() -> Parser:
    parser = Parser(
        prog="yauchoi",
        description="Where a skilled person stands under the points tests of Hong Kong and Macao.",
    )
    parser.add_argument(
        "--version", action="version", version=f"yauchoi {__version__}", help="print the version"
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    chat = commands.add_parser("chat", help="hold the whole conversation in the terminal")
    chat.add_argument("--lang", metavar="LANG", help="en, zh-Hant or zh-Hans; asked when left out")
    chat.add_argument(
        "--on", metavar="DATE", help="the day of application, YYYY-MM-DD; today when left out"
    )
    chat.set_defaults(run=_chat)
    _add_lines(commands)
    _add_card(commands)
    listing = commands.add_parser("schemes", help="list every scheme and edition")
    listing.add_argument("--json", action="store_true", help="as JSON, with sources")
    listing.set_defaults(run=_schemes)
    facts = commands.add_parser("facts", help="list the vocabulary of facts")
    facts.add_argument("--json", action="store_true", help="as JSON")
    facts.set_defaults(run=_facts)
    check = commands.add_parser("check", help="prove the rules and the catalogues sound")
    check.add_argument(
        "--accept", action="store_true", help="keep verdicts and translations as they now are"
    )
    check.set_defaults(run=_check)
    for name, (what, run) in OPERATOR.items():
        commands.add_parser(name, help=what).set_defaults(run=partial(_operate, run))
    return parser


def _add_lines(commands: Commands) -> None:
    """Add the commands that read JSON Lines and answer each."""
    answering: tuple[tuple[str, str, Callable[[argparse.Namespace], int]], ...] = (
        ("assess", "assess JSON Lines", _assess),
        ("advise", "say what would change each result, as JSON Lines", _advise),
        ("forecast", "say when each result moves by itself, as JSON Lines", _forecast),
    )
    for name, what, run in answering:
        lines = commands.add_parser(name, help=what)
        lines.add_argument("file", metavar="FILE", help="a file, or - for standard input")
        lines.add_argument("--lang", metavar="LANG", default="en", help="language of the words")
        lines.set_defaults(run=run)


def _add_card(commands: Commands) -> None:
    card = commands.add_parser("card", help="make a score card of one JSON line, or verify one")
    card.add_argument("file", metavar="FILE", nargs="?", help="a file, or - for standard input")
    card.add_argument("--lang", metavar="LANG", default="en", help="language of the card")
    card.add_argument("--out", metavar="CARD", help="where it goes: a name in .png or .pdf")
    card.add_argument("--verify", metavar="PDF", help="say whether a PDF is a card as it was made")
    card.set_defaults(run=_card)


def _chat(arguments: argparse.Namespace) -> int:
    from bot.terminal.chat import Terminal  # noqa: PLC0415
    from bot.words.catalogue import words  # noqa: PLC0415
    from flows.dialogue import Session  # noqa: PLC0415
    from flows.library import Library  # noqa: PLC0415

    language = read_language(arguments.lang)
    on, stdin = read_day_of_call(arguments.on, language) or today(), standard_input()
    library = Library()
    issue = partial(_issue, library)
    terminal = Terminal(library, words(), sys.stdout, echo=not stdin.isatty(), issue=issue)
    try:
        terminal.hold(Session(language=language), _replies(stdin), on)
    except KeyboardInterrupt:
        print()
    return DONE


def _issue(library: Library, order: Order) -> str:
    """Write a score card beside the person, and say where it is."""
    from bot.commands.card import issue  # noqa: PLC0415

    return issue(library, order)


def _replies(stdin: TextIO) -> Iterator[str]:
    """Yield what is typed, a line at a time, until the input ends."""
    if stdin.isatty():
        with suppress(ImportError):
            import readline  # noqa: F401, PLC0415 - gives editing where there is a terminal
        while True:
            try:
                yield input("> ")
            except EOFError:
                print()
                return
    else:
        for raw in stdin.buffer:
            yield raw.decode("utf-8", errors="replace").rstrip("\r\n")


def _speak_utf8() -> None:
    # A lone surrogate that JSON carried in goes out as JSON writes it, with a backslash.
    for stream, errors in ((sys.stdout, "backslashreplace"), (sys.stdin, "replace")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors=errors)


def _assess(arguments: argparse.Namespace) -> int:
    from bot.commands.lines import Assessor  # noqa: PLC0415

    return _answer_lines(arguments, Assessor)


def _advise(arguments: argparse.Namespace) -> int:
    from bot.commands.outlooks import Adviser  # noqa: PLC0415

    return _answer_lines(arguments, Adviser)


def _forecast(arguments: argparse.Namespace) -> int:
    from bot.commands.outlooks import Forecaster  # noqa: PLC0415

    return _answer_lines(arguments, Forecaster)


def _answer_lines(arguments: argparse.Namespace, kind: type[Lines]) -> int:
    from bot.words.catalogue import words  # noqa: PLC0415
    from flows.library import Library  # noqa: PLC0415

    language = read_language(arguments.lang) or "en"
    answering = kind(Library(), words(), language, today())
    sound = True
    with open_input(arguments.file, language) as stream:
        for line, fine in answering.lines(stream):
            print(line)
            sound = sound and fine
    return DONE if sound else FAULTS


def _card(arguments: argparse.Namespace) -> int:
    from bot.commands.card import Call, CardCallError, run  # noqa: PLC0415
    from bot.settings import SettingError  # noqa: PLC0415
    from flows.library import Library  # noqa: PLC0415
    from flows.message import say  # noqa: PLC0415

    language, given = read_language(arguments.lang) or "en", arguments.verify or arguments.file
    if given is None or (arguments.file and arguments.verify):
        raise wrong_call(language, say("call-card"))
    call = Call(verify=bool(arguments.verify), language=language, out=arguments.out)
    try:
        with open_input(given, language) as stream:
            sound, sentence = run(Library(), call, stream, today())
    except CardCallError as error:
        raise wrong_call(language, error.message) from None
    except SettingError as error:
        raise CallError(str(error)) from None
    if sentence and not sound:
        return _complain(sentence, FAULTS)
    if sentence:
        print(sentence)
    return DONE if sound else FAULTS


def _operate(run: Callable[[], None], _arguments: argparse.Namespace) -> int:
    run()
    return DONE


def _schemes(arguments: argparse.Namespace) -> int:
    from bot.commands.listings import schemes_json, schemes_text  # noqa: PLC0415
    from flows.library import Library  # noqa: PLC0415

    print(schemes_json(Library(), today()) if arguments.json else schemes_text(Library(), today()))
    return DONE


def _facts(arguments: argparse.Namespace) -> int:
    from bot.commands.listings import facts_json, facts_text  # noqa: PLC0415
    from flows.library import Library  # noqa: PLC0415

    print(facts_json(Library()) if arguments.json else facts_text(Library()))
    return DONE


def _check(arguments: argparse.Namespace) -> int:
    from bot.commands.check import accept, check  # noqa: PLC0415
    from bot.words.catalogue import locales_folder  # noqa: PLC0415
    from bot.words.translations import accept_translations  # noqa: PLC0415

    if arguments.accept:
        for line in (*accept(today()), *accept_translations(locales_folder())):
            print(line)
    found = list(check())
    for line in found:
        print(line)
    if not found:
        print("The rules and the catalogues are sound.")
    return FAULTS if found else DONE


if __name__ == "__main__":
    sys.exit(main())
