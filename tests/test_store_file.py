"""The database's file: one process, one owner, one key, and trouble that passes is waited out."""

import asyncio
import logging
import os
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import pytest

from bot.sealing import Seal, WrongKeyError, new_key
from bot.store import Accepted, Chat, Effect, StoreError, Turn
from bot.store.schema import migrate_file
from bot.store.sealed import COLUMNS, UnreadableError, dump_call, load_call, opens, place
from bot.store.sqlite import SqliteStore, open_store
from bot.store.trouble import passes, sentence
from tests.persons import until
from tests.serving import TOKEN, environment, hooked, ready, served, start
from tests.simulator import Simulator
from tests.storing import FIRST_CHAT, FOLDER, KEY, NOW, WAYS, commit, opened_store, waiting
from tests.test_running import becomes

CHAT, OTHER = 7000, 7001
HELLO = Effect("sendMessage", {"chat_id": CHAT, "text": "hello"}, screen=True)
SEAL = Seal((KEY,))
ROOT = Path(__file__).parents[1]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "yauchoi.db"


def update(update_id: int, chat_id: int = CHAT) -> Accepted:
    return Accepted(update_id, chat_id, {"update_id": update_id})


def executed(path: Path, statement: str, *given: Any) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as database, database:
        return list(database.execute(statement, given))


def one_sentence(text: str) -> bool:
    return "\n" not in text and ". " not in text and not text.endswith(".")


@pytest.mark.asyncio
class TestSeals:
    async def test_a_value_opens_in_its_own_row_alone(self, path: Path) -> None:
        async with opened_store(path) as store:
            turns = [Turn(1, Chat(CHAT, {"a": 1}), (HELLO,)), Turn(2, Chat(OTHER, {"b": 2}))]
            await commit(store, turns, 0)
            await store.accept([update(3)], 0)
        for table, column, names in COLUMNS:
            named = ", ".join(names)
            only = "WHERE key = 'proof'" if table == "meta" else f"WHERE {column} IS NOT NULL"
            question = f"SELECT {column}, {named} FROM {table} {only}"  # noqa: S608
            for sealed, *key in executed(path, question):
                assert opens(SEAL, sealed, place(table, column, *key))
                assert not opens(SEAL, sealed, None)
                assert not opens(SEAL, sealed, place(table, column, *key[:-1], "another"))
                assert not opens(SEAL, sealed, place(table, "another", *key))

    async def test_a_chat_put_into_another_row_is_no_ones(self, path: Path) -> None:
        async with opened_store(path) as store:
            turns = [Turn(1, Chat(CHAT, {"a": 1})), Turn(2, Chat(OTHER, {"b": 2}))]
            await commit(store, turns, 0)
        executed(
            path,
            "UPDATE chat SET state = (SELECT state FROM chat WHERE chat_id = ?) WHERE chat_id = ?",
            CHAT,
            OTHER,
        )
        async with opened_store(path) as store:
            found = await store.chats([CHAT, OTHER])
            assert found[CHAT].state == {"a": 1}
            assert (found[OTHER].state, found[OTHER].lost) == ({}, True)

    async def test_a_chat_that_moved_is_sealed_for_its_new_row(self, path: Path) -> None:
        async with opened_store(path) as store:
            await commit(store, [Turn(1, Chat(CHAT, {"a": 1}), (HELLO,))], 0)
            await store.moved(CHAT, OTHER)
            assert (await store.chats([OTHER]))[OTHER].state == {"a": 1}
            [letter] = await store.claim_letters(0, 9)
            assert (letter.chat_id, letter.effect) == (OTHER, HELLO)

    async def test_one_that_moves_to_a_chat_that_is_known_takes_its_place(self, path: Path) -> None:
        async with opened_store(path) as store:
            turns = [Turn(1, Chat(CHAT, {"a": 1}, 5)), Turn(2, Chat(OTHER, {"b": 2}, 9))]
            await commit(store, turns, 0)
            await commit(store, [Turn(3, to=CHAT, moved_to=OTHER)], 0)
            assert await store.chats([CHAT, OTHER]) == {OTHER: Chat(OTHER, {"a": 1}, 5)}

    async def test_what_is_cut_short_does_not_open(self) -> None:
        sealed = SEAL.seal({"a": 1}, b"here")
        for length in range(len(sealed)):
            with pytest.raises(WrongKeyError):
                SEAL.open(sealed[:length], b"here")

    async def test_a_name_in_the_log_is_the_keys_alone(self) -> None:
        assert SEAL.alias(CHAT) == Seal((KEY, new_key())).alias(CHAT)
        assert SEAL.alias(CHAT) != Seal((new_key(),)).alias(CHAT)
        assert SEAL.alias(CHAT) != SEAL.alias(OTHER)


class TestCalls:
    @pytest.mark.parametrize(
        "effect",
        [
            HELLO,
            Effect("answerCallbackQuery", {}, passing=True),
            Effect("editMessageText", {"text": "x"}, last=True, screen=True),
        ],
    )
    def test_both_forms_are_read(self, effect: Effect) -> None:
        assert load_call(dump_call(effect)) == effect
        former = [effect.method, effect.parameters, effect.screen, effect.passing, effect.last]
        assert load_call(former) == effect

    @pytest.mark.parametrize(
        "stored",
        [
            None,
            5,
            [],
            ["sendMessage"],
            {},
            {"v": 2, "method": "sendMessage", "parameters": {}},
            {"v": 1, "method": "sendMessage"},
            {"v": 1, "method": 5, "parameters": {}},
            {"v": 1, "method": "sendMessage", "parameters": []},
            {"v": 1, "method": "sendMessage", "parameters": {}, "screen": 1},
            {"v": 1, "method": "sendMessage", "parameters": {}, "silent": True},
        ],
        ids=str,
    )
    def test_another_is_not_guessed_at(self, stored: Any) -> None:
        with pytest.raises(UnreadableError):
            load_call(stored)


def former(path: Path) -> Path:
    """Return a database of the schema before, whose values are bound to no row."""
    with closing(sqlite3.connect(path)) as database:
        database.executescript((FOLDER / "schema-1.sql").read_text("utf-8"))
    return path


KILLED = """
import os, sqlite3, sys
from pathlib import Path
from bot.store.schema import migrate_file
from bot.sealing import Seal

class Killing(Seal):
    left = int(sys.argv[2])

    def seal(self, *given):
        Killing.left -= 1
        if Killing.left < 0:
            os.kill(os.getpid(), 9)
        return super().seal(*given)

migrate_file(Path(sys.argv[1]), lambda: Killing((sys.argv[3],)))
"""


class TestMigration:
    def test_without_the_key_nothing_is_touched(self, path: Path) -> None:
        before = former(path).read_bytes()
        with pytest.raises(StoreError, match="DATA_KEY is not set") as refused:
            migrate_file(path)
        assert one_sentence(str(refused.value))
        with pytest.raises(StoreError, match="DATA_KEY does not open"):
            migrate_file(path, lambda: Seal((new_key(),)))
        assert path.read_bytes() == before

    def test_where_nothing_is_sealed_no_key_is_needed(self, path: Path) -> None:
        former(path)
        for table in ("inbox", "chat", "outbox", "meta"):
            executed(path, f"DELETE FROM {table}")  # noqa: S608
        assert migrate_file(path) == 1

    @pytest.mark.parametrize("passing", [0, 1, 9, 14])
    def test_killed_in_between_it_is_the_old_one_and_goes_on(
        self, path: Path, passing: int
    ) -> None:
        former(path)
        killed = subprocess.run(
            [sys.executable, "-c", KILLED, str(path), str(passing), KEY],
            cwd=ROOT,
            check=False,
            capture_output=True,
        )
        assert killed.returncode == -9, killed.stderr
        assert executed(path, "PRAGMA user_version") == [(1,)]
        assert migrate_file(path, lambda: SEAL) == 1
        asyncio.run(self._whole(path))

    async def _whole(self, path: Path) -> None:
        async with opened_store(path) as store:
            found = await store.chats([FIRST_CHAT + i for i in range(len(WAYS))])
            assert not any(chat.lost for chat in found.values())
            assert not any(one.damaged for one in await waiting(store))
            [letter] = await store.claim_letters(2 * NOW, 9)
            assert letter.effect.screen

    def test_two_at_once_do_it_once(self, path: Path) -> None:
        former(path)
        code = (
            "import sys; from pathlib import Path; from bot.store.schema import migrate_file; "
            "from bot.sealing import Seal; "
            "print(migrate_file(Path(sys.argv[1]), lambda: Seal((sys.argv[2],))))"
        )
        command = [sys.executable, "-c", code, str(path), KEY]
        running = [
            subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(3)
        ]
        said = sorted(one.communicate(timeout=60)[0].strip() for one in running)
        assert said == ["0", "0", "1"]
        asyncio.run(self._whole(path))

    @pytest.mark.asyncio
    async def test_a_serving_process_is_not_disturbed(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("bot.store.schema.LOCK_SECONDS", 0)
        async with opened_store(path):
            assert migrate_file(path) == 0
            executed(path, "PRAGMA user_version = 1")
            with pytest.raises(StoreError, match="another process"):
                migrate_file(path, lambda: SEAL)

    def test_what_was_sealed_before_leaves_no_byte(self, path: Path) -> None:
        former(path)
        old = [row[0] for row in executed(path, "SELECT state FROM chat")]
        migrate_file(path, lambda: SEAL)
        for file in path.parent.iterdir():
            content = file.read_bytes()
            assert not any(blob[16:48] in content for blob in old), file.name

    def test_letters_of_before_are_as_old_as_the_migration(self, path: Path) -> None:
        migrate_file(former(path), lambda: SEAL, lambda: NOW + 5)
        assert executed(path, "SELECT DISTINCT written_at FROM outbox") == [(NOW + 5,)]
        owners = executed(path, "SELECT count(*) FROM inbox WHERE done_at > 0 AND chat_id > 0")
        assert owners == [(0,)]


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def modes(folder: Path) -> dict[str, int]:
    return {one.name: mode(one) for one in folder.iterdir()}


def log_beside(path: Path) -> bytes:
    return Path(f"{path}-wal").read_bytes()


def take_away(path: Path, *, replaced: bool) -> None:
    path.rename(path.with_name("away.db"))
    if replaced:
        path.write_bytes(b"")


class TestTheOwner:
    @pytest.mark.asyncio
    async def test_a_file_that_others_may_read_is_taken_from_them(self, path: Path) -> None:
        async with opened_store(path) as store:
            await store.accept([update(1)], 0)
        for one in path.parent.iterdir():
            one.chmod(0o664)
        async with opened_store(path) as store:
            await store.accept([update(2)], 0)
            found = modes(path.parent)
        assert len(found) == 4, found
        assert set(found.values()) == {0o600}

    @pytest.mark.asyncio
    async def test_where_it_cannot_be_it_is_told(
        self, path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        def refuses(*_: Any) -> None:
            raise PermissionError

        async with opened_store(path):
            pass
        path.chmod(0o640)  # noqa: ASYNC240 - a test may wait
        monkeypatch.setattr(Path, "chmod", refuses)
        async with opened_store(path):
            assert "other users can read" in caplog.text

    def test_the_command_makes_files_for_its_owner(self, tmp_path: Path) -> None:
        settings = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "HOME": str(tmp_path),
            "DATABASE_URL": "sqlite:///var/yauchoi.db",
        }
        before = os.umask(0o022)
        try:
            command = [sys.executable, "-m", "bot.cli", "migrate"]
            subprocess.run(command, cwd=tmp_path, env=settings, check=True, capture_output=True)
        finally:
            os.umask(before)
        made = [one for one in tmp_path.rglob("*") if one.name != "__pycache__"]
        assert len(made) >= 5
        assert {mode(one) & 0o077 for one in made} == {0}, [(str(o), oct(mode(o))) for o in made]

    @pytest.mark.asyncio
    async def test_a_served_file_is_its_owners(self, tmp_path: Path) -> None:
        async with Simulator(token=TOKEN) as simulator, served(simulator, tmp_path):
            citizen = simulator.citizen(CHAT)
            await citizen.say("/start")
            await citizen.answered()
            assert set(modes(tmp_path).values()) == {0o600}


@pytest.mark.asyncio
class TestOneProcess:
    @pytest.mark.parametrize("link", [os.symlink, os.link], ids=["symbolic", "hard"])
    async def test_another_name_of_the_file_is_refused(
        self, tmp_path: Path, path: Path, link: Callable[[Path, Path], None]
    ) -> None:
        folder = tmp_path / "elsewhere"
        folder.mkdir()
        async with Simulator(token=TOKEN) as simulator, served(simulator, tmp_path):
            citizen = simulator.citizen(CHAT)
            await citizen.say("/start")
            await citizen.answered()
            link(path, folder / "other.db")
            more = {"DATABASE_URL": f"sqlite:///{folder / 'other.db'}"}
            second = await start(tmp_path, environment(simulator, tmp_path, **more))
            assert await second.ended() == 2
            assert "another process already serves" in second.errors[-1]
            await citizen.tap("Start")
            await citizen.answered()

    @pytest.mark.parametrize("replaced", [False, True], ids=["deleted", "replaced"])
    async def test_a_file_that_is_gone_ends_it(
        self, tmp_path: Path, path: Path, replaced: bool
    ) -> None:
        async with Simulator(token=TOKEN) as simulator:
            serving = await start(tmp_path, environment(simulator, tmp_path))
            citizen = simulator.citizen(CHAT)
            await citizen.say("/start")
            await citizen.answered()
            take_away(path, replaced=replaced)
            assert await serving.ended() == 2
        said = [line for line in serving.errors if not line.startswith("{")]
        assert len(said) == 1, serving.errors
        assert "was taken away or replaced while it was served" in said[0]

    async def test_nothing_is_accepted_into_a_file_that_is_gone(self, path: Path) -> None:
        async with opened_store(path) as store:
            take_away(path, replaced=False)
            with pytest.raises(StoreError, match="taken away") as refused:
                await store.accept([update(1)], 0)
            assert one_sentence(str(refused.value))

    async def test_to_close_twice_is_to_close(self, path: Path) -> None:
        async with opened_store(path) as store:
            await store.close()
            await store.close()
        async with opened_store(path):
            pass


def well(store: SqliteStore) -> bool:
    return store.healthy


@asynccontextmanager
async def impatient(path: Path) -> AsyncIterator[tuple[SqliteStore, list[float]]]:
    """Open a store that pauses for no time, and records how long it would."""
    pauses: list[float] = []

    async def pause(seconds: float) -> None:
        pauses.append(seconds)
        await asyncio.sleep(0)

    async with opened_store(path) as store:
        store._connection.pause = pause
        yield store, pauses


@pytest.mark.asyncio
class TestTrouble:
    async def test_a_lock_of_another_program_is_waited_out(
        self, path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        monkeypatch.setattr("bot.store.connection.BUSY_SECONDS", 0.01)
        caplog.set_level(logging.INFO)
        async with impatient(path) as (store, pauses):
            with closing(sqlite3.connect(path, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                assert well(store)
                accepting = asyncio.create_task(store.accept([update(1)], 0))
                await until(lambda: len(pauses) >= 9)
                assert await waiting(store) == [], "reading goes on"
                assert not well(store), "and does not mean that writing does"
                other.execute("COMMIT")
                assert await accepting == 1
            assert well(store)
            assert pauses[:4] == [0.1, 0.2, 0.4, 0.8]
            assert max(pauses) == 2
            assert await waiting(store) == [update(1)]
        told = [record.getMessage() for record in caplog.records]
        assert told.count("the store can be used again") >= 1
        trouble = next(one for one in caplog.records if one.levelno == logging.ERROR)
        assert trouble.__dict__["reason"] == "another program holds it"

    async def test_a_full_disk_is_waited_out_and_nothing_is_lost(self, path: Path) -> None:
        async with impatient(path) as (store, pauses):
            await store.accept([update(1)], 0)
            pages = executed(path, "PRAGMA page_count")[0][0]
            await store._connection._database.execute(f"PRAGMA max_page_count = {pages}")
            raw = {"text": "x" * 100_000}
            accepting = asyncio.create_task(store.accept([Accepted(2, CHAT, raw)], 0))
            await until(lambda: len(pauses) >= 3)
            assert not well(store)
            await store._connection._database.execute(f"PRAGMA max_page_count = {pages + 99}")
            assert await accepting == 1
            assert [one.update_id for one in await waiting(store)] == [1, 2]

    async def test_what_does_not_pass_is_raised(self, path: Path) -> None:
        async with impatient(path) as (store, pauses):
            with pytest.raises(StoreError, match="no such table"):
                await store._connection.rows("SELECT 1 FROM missing")
            assert pauses == []

    async def test_a_look_finds_out_that_it_is_well_again(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("bot.store.connection.BUSY_SECONDS", 0.01)
        async with impatient(path) as (store, pauses):
            with closing(sqlite3.connect(path, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                accepting = asyncio.create_task(store.accept([update(1)], 0))
                await until(lambda: len(pauses) >= 2)
                accepting.cancel()
                await asyncio.wait({accepting})
            assert not well(store), "nobody has tried since"
            await store.check()
            assert well(store)

    async def test_who_ends_is_patient_no_longer(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("bot.store.connection.BUSY_SECONDS", 0.01)
        async with impatient(path) as (store, pauses):
            with closing(sqlite3.connect(path, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                accepting = asyncio.create_task(store.accept([update(1)], 0))
                await until(lambda: len(pauses) >= 2)
                store.be_patient_for(0)
                with pytest.raises(StoreError, match="another program holds it"):
                    await accepting

    async def test_every_commit_is_on_the_disk_before_it_returns(self, path: Path) -> None:
        async with opened_store(path) as store:
            for name, wanted in (("synchronous", 2), ("secure_delete", 1)):
                assert (await store._connection.rows(f"PRAGMA {name}"))[0][0] == wanted
            assert (await store._connection.rows("PRAGMA journal_mode"))[0][0] == "wal"

    async def test_a_trace_that_another_reader_held_is_scrubbed_later(self, path: Path) -> None:
        async with opened_store(path) as store:
            await commit(store, [Turn(1, Chat(CHAT, {"a": 1}))], 0)
            [sealed] = executed(path, "SELECT state FROM chat")[0]
            with closing(sqlite3.connect(path, isolation_level=None)) as other:
                other.execute("BEGIN")
                other.execute("SELECT count(*) FROM chat").fetchall()
                await commit(store, [Turn(2, to=CHAT, forget=True)], 0)
                assert sealed in log_beside(path)
            await store.forget_before(0, 0)
            assert sealed not in log_beside(path)

    @pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
    async def test_serving_goes_on_after_another_program_held_the_file(
        self, tmp_path: Path, path: Path, webhook: bool
    ) -> None:
        more = hooked() if webhook else {}
        async with Simulator(token=TOKEN) as simulator:
            serving = await start(tmp_path, environment(simulator, tmp_path, **more))
            if webhook:
                await ready(more["PORT"])
            citizen = simulator.citizen(CHAT)
            await citizen.say("/start")
            await citizen.answered()
            with closing(sqlite3.connect(path, isolation_level=None)) as other:
                other.execute("BEGIN EXCLUSIVE")
                await citizen.say("start")
                await until(lambda: "the store cannot be used" in "".join(serving.errors))
                if webhook:
                    await becomes(more["PORT"], (200, 503))
                other.execute("COMMIT")
            await citizen.answered(within=20)
            if webhook:
                await becomes(more["PORT"], (200, 200))
            assert await serving.stop() == 0
            assert simulator.misuse == []


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (sqlite3.SQLITE_BUSY, "another program holds it"),
        (sqlite3.SQLITE_FULL, "the disk is full"),
        (sqlite3.SQLITE_READONLY, "it may only be read"),
        (sqlite3.SQLITE_IOERR | 3 << 8, "the disk does not take"),
        (sqlite3.SQLITE_CORRUPT, "it is damaged"),
        (sqlite3.SQLITE_NOTADB, "it is no database of SQLite"),
        (sqlite3.SQLITE_ERROR, "something else"),
    ],
)
def test_a_sentence_names_the_real_trouble(code: int, said: str) -> None:
    error = sqlite3.OperationalError("something else")
    error.sqlite_errorcode = code
    assert said in sentence(error)
    assert one_sentence(sentence(error))
    assert passes(error) is (
        code & 0xFF
        in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR}
    )


@pytest.mark.asyncio
async def test_a_file_locked_at_the_start_is_named_so(tmp_path: Path, path: Path) -> None:
    migrate_file(path)
    async with Simulator(token=TOKEN) as simulator:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            serving = await start(tmp_path, environment(simulator, tmp_path))
            assert await serving.ended(within=30) == 2
    assert "another program holds it" in serving.errors[-1]


def test_open_store_is_what_opens(path: Path) -> None:
    with pytest.raises(StoreError, match="run yauchoi migrate"):
        asyncio.run(open_store(path, SEAL))
    assert mode(path) == 0o600
