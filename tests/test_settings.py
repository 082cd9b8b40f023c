"""Settings: a wrong or missing one ends the start with one sentence; a key is made only once."""

import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.sealing import key_bytes, new_key
from bot.settings import Settings
from bot.store.schema import STEPS

ROOT = Path(__file__).parents[1]
KEY = new_key()
# What `serve` needs; nobody listens at the address, so that nothing is reached.
WHOLE = {
    "TELEGRAM_TOKEN": "123456:a-token",
    "TELEGRAM_API_URL": "http://127.0.0.1:9",
    "OPERATOR_NAME": "The testers",
    "OPERATOR_CONTACT": "testers@example.org",
    "DATA_KEY": KEY,
}
HOOK = {"WEBHOOK_URL": "https://bot.example.org/hook", "WEBHOOK_SECRET": "a-secret"}
UNREACHED = "Telegram cannot be reached (ClientConnectorError): try again later"
A_KEY = "one or more keys as `yauchoi key` makes them, newest first, with commas between"
A_TOKEN = "a bot token as @BotFather gives it, digits, a colon and letters"  # noqa: S105
AN_ADDRESS = "an address that begins with https:// (http:// on 127.0.0.1 only)"
A_BASE = "the base of a Bot API server, http:// or https://"
A_FILE = "sqlite:///a/file.db (PostgreSQL cannot be used yet)"
A_SECRET = "1 to 256 letters, digits, _ and -"  # noqa: S105
A_HOST = "an address to listen on, such as 127.0.0.1 or 0.0.0.0"
A_PORT = "a port from 1 to 65535"
DAYS = "a number of days from 1 to 3650"
A_NAME = "the name of who runs this bot, at most 200 letters"
A_CONTACT = "how to reach who runs this bot, at most 200 letters"
HIDDEN = "something else (a secret, so it is not shown)"
HERE = ": set it in the environment or in .env"
DEFAULT = Path("var", "yauchoi.db")


@dataclass
class Desk:
    """A folder to run in, a home, and nothing else of this machine."""

    folder: Path
    home: Path
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> Path:
        return self.home / ".config" / "yauchoi" / "data.key"

    def run(self, *command: str, **settings: str) -> tuple[int, str, str]:
        """Run the program; return its status and what it said."""
        clean = {"PATH": os.environ["PATH"], "HOME": str(self.home), "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-m", "bot.cli", *command],
            cwd=self.folder,
            env=clean | self.settings | settings,
            capture_output=True,
            timeout=60,
            check=False,
            encoding="utf-8",
        )
        return done.returncode, done.stdout, done.stderr

    def refuses(self, *command: str, **settings: str) -> str:
        """Run what must end with one sentence and status 2; return the sentence."""
        status, out, err = self.run(*command, **settings)
        found = re.fullmatch(r"yauchoi: (.+)\.\n", err)
        assert (status, out) == (2, ""), err
        assert found, err
        return found[1]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    for name in ("folder", "home"):
        (tmp_path / name).mkdir()
    return Desk(tmp_path / "folder", tmp_path / "home")


# A variable, what it is set to, what the sentence says was found, and what is expected.
WRONG: list[tuple[str, str, str, str]] = [
    ("TELEGRAM_TOKEN", "not a token", f"set to {HIDDEN}", A_TOKEN),
    ("TELEGRAM_TOKEN", "٤:abc", f"set to {HIDDEN}", A_TOKEN),
    ("TELEGRAM_API_URL", "api.telegram.org", '"api.telegram.org"', A_BASE),
    ("TELEGRAM_API_URL", "ftp://me:pw@x", '"ftp://…@x"', A_BASE),
    ("DATABASE_URL", "var/yauchoi.db", '"var/yauchoi.db"', A_FILE),
    ("DATABASE_URL", "sqlite:///", '"sqlite:///"', A_FILE),
    ("DATABASE_URL", "postgresql://me:pw@db/y", '"postgresql://…@db/y"', A_FILE),
    ("DATABASE_URL", "postgres://me:p@w/pw@db/y", '"postgres://…@db/y"', A_FILE),
    ("DATABASE_URL", "postgresql://db/y?password=pw", '"postgresql://db/y?password=…"', A_FILE),
    ("DATA_KEY", "short", f"set to {HIDDEN}", A_KEY),
    ("DATA_KEY", "A" * 43 + "=,", f"set to {HIDDEN}", A_KEY),
    ("DATA_KEY", "字" * 44, f"set to {HIDDEN}", A_KEY),
    ("WEBHOOK_URL", "http://bot.example.org/", '"http://bot.example.org/"', AN_ADDRESS),
    ("WEBHOOK_URL", "https://a.org/ b", '"https://a.org/ b"', AN_ADDRESS),
    ("WEBHOOK_URL", "http://127.0.0.1.a.org/", '"http://127.0.0.1.a.org/"', AN_ADDRESS),
    ("WEBHOOK_SECRET", "with space", f"set to {HIDDEN}", A_SECRET),
    ("WEBHOOK_SECRET", "s" * 257, f"set to {HIDDEN}", A_SECRET),
    ("HOST", "localhost", '"localhost"', A_HOST),
    ("HOST", "bot.example.org", '"bot.example.org"', A_HOST),
    ("HOST", "127.0.0.1:80", '"127.0.0.1:80"', A_HOST),
    ("HOST", "[::1]", '"[::1]"', A_HOST),
    ("HOST", "0", '"0"', A_HOST),
    ("PORT", "eighty", '"eighty"', A_PORT),
    ("PORT", "0", '"0"', A_PORT),
    ("PORT", "65536", '"65536"', A_PORT),
    ("STAFF_CHAT_ID", "@group", '"@group"', "the id of a group, a whole number"),
    ("OPERATOR_NAME", "n" * 201, f'"{"n" * 80}…"', A_NAME),
    ("OPERATOR_NAME", "  ", '"  "', A_NAME),
    ("OPERATOR_CONTACT", "c" * 201, f'"{"c" * 80}…"', A_CONTACT),
    ("RETENTION_UNFINISHED_DAYS", "0", '"0"', DAYS),
    ("RETENTION_FINISHED_DAYS", "a year", '"a year"', DAYS),
    ("RETENTION_FINISHED_DAYS", "3651", '"3651"', DAYS),
]


@pytest.mark.parametrize(
    ("name", "value", "found", "expected"),
    WRONG,
    ids=[f"{name} {value[:20]!r}" for name, value, *_ in WRONG],
)
def test_a_wrong_one_is_named_with_what_was_found_and_what_is_expected(
    desk: Desk, name: str, value: str, found: str, expected: str
) -> None:
    sentence = desk.refuses("serve", **WHOLE | {name: value})
    assert sentence in {f"{name} is {found}, but {expected} {be} expected" for be in ("is", "are")}
    assert "pw" not in sentence
    assert list(desk.folder.iterdir()) == [], "nothing is begun"


def test_every_setting_can_be_wrong() -> None:
    assert {name.lower() for name, *_ in WRONG} == set(Settings.model_fields)


MISSING: list[tuple[str, str, str]] = [
    ("TELEGRAM_TOKEN", "", f"{A_TOKEN} is expected"),
    ("OPERATOR_NAME", "", f"{A_NAME} is expected"),
    ("OPERATOR_CONTACT", "", f"{A_CONTACT} is expected"),
    ("WEBHOOK_SECRET", "", f"with WEBHOOK_URL {A_SECRET} are expected"),
    ("DATA_KEY", "sqlite:///elsewhere.db", f"{A_KEY} are expected"),
]


@pytest.mark.parametrize("empty", [True, False], ids=["empty", "left out"])
@pytest.mark.parametrize(("name", "database", "expected"), MISSING, ids=[m[0] for m in MISSING])
def test_a_missing_one_is_named(
    desk: Desk, name: str, database: str, expected: str, empty: bool
) -> None:
    given = WHOLE | HOOK | ({"DATABASE_URL": database} if database else {})
    given = {key: value for key, value in given.items() if key != name}
    sentence = desk.refuses("serve", **given | ({name: ""} if empty else {}))
    assert sentence == f"{name} is not set, but {expected}{HERE}"
    assert list(desk.folder.iterdir()) == []
    assert list(desk.home.iterdir()) == [], "no key is made for a start that ends here"


def test_all_that_are_missing_or_wrong_are_named_at_once(desk: Desk) -> None:
    token = f"TELEGRAM_TOKEN is not set, but {A_TOKEN} is expected"
    name = f"OPERATOR_NAME is not set, but {A_NAME} is expected"
    given = {key: WHOLE[key] for key in ("OPERATOR_CONTACT", "DATA_KEY")}
    where = ": set them in the environment or in .env"
    assert desk.refuses("serve", **given) == f"{token}; {name}{where}"
    port, days = (f'{one} is "x", but' for one in ("PORT", "RETENTION_FINISHED_DAYS"))
    wrong = {"PORT": "x", "RETENTION_FINISHED_DAYS": "x"}
    expected = f"{port} {A_PORT} is expected; {days} {DAYS} is expected"
    assert desk.refuses("settings", **wrong) == expected


def test_with_all_that_is_needed_it_goes_on_to_telegram(desk: Desk) -> None:
    status, _, err = desk.run("serve", **WHOLE)
    assert (status, err.splitlines()[-1]) == (2, f"yauchoi: {UNREACHED}.")


def test_on_a_platform_the_router_comes_from_outside() -> None:
    lines = (ROOT / "Procfile").read_text("utf-8").splitlines()
    assert "web: HOST=0.0.0.0 yauchoi serve" in lines


class TestShown:
    def test_all_that_is_in_force_and_no_secret(self, desk: Desk) -> None:
        secrets = {
            "TELEGRAM_TOKEN": "4711:Wombat-token",
            "DATA_KEY": f"{KEY},{new_key()}",
            "WEBHOOK_SECRET": "Wombat-secret",
        }
        told = {
            "TELEGRAM_API_URL": "http://127.0.0.1:8081",
            "DATABASE_URL": "sqlite:////srv/a.db",
            "WEBHOOK_URL": "https://bot.example.org/hook",
            "HOST": "::1",
            "PORT": "81",
            "STAFF_CHAT_ID": "-1001",
            "OPERATOR_NAME": "Wir, die Prüfer",
            "OPERATOR_CONTACT": "a@b.org",
            "RETENTION_UNFINISHED_DAYS": "1",
            "RETENTION_FINISHED_DAYS": "2",
        }
        status, out, err = desk.run("settings", **secrets, **told)
        assert (status, err) == (0, "")
        shown = dict(line.split(maxsplit=1) for line in out.splitlines())
        assert shown == told | dict.fromkeys(secrets, "set, not shown")
        parts = [part for value in secrets.values() for part in re.split("[:,]", value)]
        assert not any(part in out for part in parts)

    def test_the_defaults(self, desk: Desk) -> None:
        _, out, _ = desk.run("settings")
        shown = dict(line.split(maxsplit=1) for line in out.splitlines())
        assert {name.lower() for name in shown} == set(Settings.model_fields)
        assert {name: text for name, text in shown.items() if text != "not set"} == {
            "TELEGRAM_API_URL": "https://api.telegram.org",
            "DATABASE_URL": "sqlite:///var/yauchoi.db",
            "HOST": "127.0.0.1",
            "PORT": "8080",
            "RETENTION_UNFINISHED_DAYS": "30",
            "RETENTION_FINISHED_DAYS": "90",
        }

    def test_a_password_in_an_address_is_left_out(self, desk: Desk) -> None:
        _, out, _ = desk.run("settings", TELEGRAM_API_URL="http://me:p/w@127.0.0.1:1/")
        assert "p/w" not in out
        assert "http://…@127.0.0.1:1" in out

    def test_where_a_key_is_kept(self, desk: Desk) -> None:
        desk.run("migrate")
        _, out, _ = desk.run("settings")
        assert f"kept in {desk.key}, not shown" in out
        assert desk.key.read_text("ascii").strip() not in out


class TestDotEnv:
    @pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "marked as UTF-8"])
    def test_it_is_read_and_the_environment_comes_first(self, desk: Desk, mark: str) -> None:
        text = (
            f'{mark}PORT=81\n# a note\nOPERATOR_NAME="優才"\nRETENTION_FINISHED_DAYS=5\n\nELSE=1\n'
        )
        (desk.folder / ".env").write_text(text, "utf-8")
        status, out, err = desk.run("settings", RETENTION_FINISHED_DAYS="6", OPERATOR_NAME="")
        assert (status, err) == (0, "")
        shown = dict(line.split(maxsplit=1) for line in out.splitlines())
        assert (shown["PORT"], shown["OPERATOR_NAME"]) == ("81", "優才")
        assert shown["RETENTION_FINISHED_DAYS"] == "6"

    def test_a_wrong_value_in_it_is_told_as_any(self, desk: Desk) -> None:
        (desk.folder / ".env").write_text("PORT=x\n", "utf-8")
        assert desk.refuses("settings") == f'PORT is "x", but {A_PORT} is expected'
        assert desk.run("settings", PORT="1")[0] == 0

    @pytest.mark.parametrize("encoding", ["utf-16", "big5"])
    def test_another_encoding_is_refused(self, desk: Desk, encoding: str) -> None:
        (desk.folder / ".env").write_text("OPERATOR_NAME=優才\n", encoding)
        expected = ".env is not text in UTF-8, but NAME=value lines are expected"
        for command in ("settings", "serve", "migrate"):
            assert desk.refuses(command) == expected

    def test_a_line_that_says_nothing_is_not_passed_over(self, desk: Desk) -> None:
        (desk.folder / ".env").write_text("PORT=81\nDATA_KEY: very-secret one\n", "utf-8")
        expected = ".env has no setting in line 2, but NAME=value is expected"
        assert desk.refuses("settings") == expected


class TestKey:
    def test_one_is_made_for_the_default_file_on_its_first_creation(self, desk: Desk) -> None:
        given = {key: value for key, value in WHOLE.items() if key != "DATA_KEY"}
        assert desk.run("serve", **given)[2].endswith(f"yauchoi: {UNREACHED}.\n")
        assert (desk.folder / DEFAULT).exists()
        assert desk.key.stat().st_mode & 0o777 == 0o600
        made = desk.key.read_text("ascii")
        assert key_bytes(made)
        beside = (p.read_bytes() for p in desk.folder.rglob("*") if p.is_file())
        assert not any(made.strip().encode() in one for one in beside)
        assert desk.run("serve", **given)[2].endswith(f"yauchoi: {UNREACHED}.\n")
        assert desk.key.read_text("ascii") == made

    def test_it_stands_where_the_configuration_is(self, desk: Desk) -> None:
        place = desk.home / "configuration"
        assert desk.run("migrate", XDG_CONFIG_HOME=str(place))[0] == 0
        assert (place / "yauchoi" / "data.key").exists()
        assert not desk.key.exists()

    def test_a_place_that_is_relative_is_none(self, desk: Desk) -> None:
        assert desk.run("migrate", XDG_CONFIG_HOME="var")[0] == 0
        assert desk.key.exists()

    def test_it_never_stands_beside_the_data(self, desk: Desk) -> None:
        place = desk.folder / "var"
        sentence = desk.refuses("migrate", XDG_CONFIG_HOME=str(place))
        assert sentence == f"DATA_KEY is not set, but {A_KEY} are expected{HERE}"
        assert not place.exists()

    def test_none_is_made_where_data_is_already(self, desk: Desk) -> None:
        desk.run("migrate")
        desk.key.unlink()
        given = {key: value for key, value in WHOLE.items() if key != "DATA_KEY"}
        assert (
            desk.refuses("serve", **given) == f"DATA_KEY is not set, but {A_KEY} are expected{HERE}"
        )
        assert not desk.key.exists()

    def test_a_given_one_is_taken_and_none_is_made(self, desk: Desk) -> None:
        assert desk.run("migrate", DATA_KEY=KEY)[0] == 0
        assert not desk.key.exists()

    def test_a_place_that_cannot_be_is_told(self, desk: Desk) -> None:
        (desk.home / ".config").write_text("")
        sentence = desk.refuses("migrate")
        assert sentence.startswith(f'DATA_KEY is not set, and none can be kept in "{desk.key}" (')
        assert list(desk.folder.iterdir()) == []

    def test_a_kept_one_that_is_spoilt_is_refused(self, desk: Desk) -> None:
        desk.run("migrate")
        desk.key.write_text("Wombat")
        given = {key: value for key, value in WHOLE.items() if key != "DATA_KEY"}
        expected = f'the key file "{desk.key}" holds {HIDDEN}, but a key is expected'
        assert desk.refuses("serve", **given) == expected

    def test_a_wrong_one_is_refused_and_the_right_one_still_opens(self, desk: Desk) -> None:
        assert desk.run("serve", **WHOLE)[2].endswith(f"yauchoi: {UNREACHED}.\n")
        expected = (
            "DATA_KEY does not open the data that is there: give the key it was sealed with "
            "(older keys after the newest, with commas between)"
        )
        other = new_key()
        assert desk.refuses("serve", **WHOLE | {"DATA_KEY": other}) == expected
        both = WHOLE | {"DATA_KEY": f"{other}, {KEY}"}
        assert desk.run("serve", **both)[2].endswith(f"yauchoi: {UNREACHED}.\n")

    def test_a_new_one_before_it_takes_its_place(self, desk: Desk) -> None:
        new = new_key()
        for keys in (KEY, f"{new},{KEY}", new):
            _, _, err = desk.run("serve", **WHOLE | {"DATA_KEY": keys})
            assert err.endswith(f"yauchoi: {UNREACHED}.\n")
            assert ("sealed anew" in err) is ("," in keys)
        assert "DATA_KEY does not open" in desk.refuses("serve", **WHOLE | {"DATA_KEY": KEY})

    def test_the_command_makes_another_each_time(self, desk: Desk) -> None:
        made = [desk.run("key") for _ in range(2)]
        assert [(status, err) for status, _, err in made] == [(0, "")] * 2
        assert key_bytes(made[0][1]) != key_bytes(made[1][1])
        assert list(desk.home.iterdir()) == [], "it is shown, not kept"


class TestMigrate:
    def version(self, desk: Desk, wanted: int | None = None) -> int:
        with closing(sqlite3.connect(desk.folder / DEFAULT)) as database:
            if wanted is not None:
                database.execute(f"PRAGMA user_version = {wanted}")
            return int(database.execute("PRAGMA user_version").fetchone()[0])

    def test_a_fresh_file_is_made_and_the_second_time_nothing_is_done(self, desk: Desk) -> None:
        for steps in (len(STEPS), 0):
            said = f"The database is up to date; steps taken: {steps}.\n"
            assert desk.run("migrate") == (0, said, "")
            assert self.version(desk) == len(STEPS)

    def test_a_file_elsewhere_needs_no_key(self, desk: Desk) -> None:
        assert desk.run("migrate", DATABASE_URL="sqlite:///a/b/c.db")[0] == 0
        assert (desk.folder / "a" / "b" / "c.db").exists()
        assert list(desk.home.iterdir()) == []

    def test_a_newer_one_is_refused_by_each_command_that_opens_it(self, desk: Desk) -> None:
        desk.run("migrate")
        newer = self.version(desk, len(STEPS) + 1)
        sentence = desk.refuses("migrate")
        assert sentence == (
            f"the database has schema {newer}, but this program knows {len(STEPS)}: "
            "run the newer program that wrote it"
        )
        assert "run the newer program" in desk.refuses("serve", **WHOLE)
        assert self.version(desk) == newer

    def test_an_older_one_is_not_served(self, desk: Desk) -> None:
        desk.run("migrate")
        self.version(desk, len(STEPS) - 1)
        assert desk.refuses("serve", **WHOLE).endswith("run yauchoi migrate")

    def test_what_is_no_database_is_told(self, desk: Desk) -> None:
        (desk.folder / "var").mkdir()
        (desk.folder / DEFAULT).write_bytes(b"not a database at all" * 99)
        expected = (
            "DATABASE_URL names a database that cannot be used (it is no database of SQLite): "
            "name another file"
        )
        assert desk.refuses("migrate") == expected
        assert desk.refuses("serve", **WHOLE) == expected

    def test_a_folder_that_cannot_be_is_told(self, desk: Desk) -> None:
        (desk.folder / "var").write_text("")
        for command in ("migrate", "serve"):
            sentence = desk.refuses(command, **WHOLE)
            assert sentence.startswith(f'DATABASE_URL names "{DEFAULT}", whose folder cannot be ')
