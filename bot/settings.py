"""The settings: environment and `.env`, read once, refused with one sentence each."""

from __future__ import annotations

import os
import re
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated

from dotenv.parser import parse_stream
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    field_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.sealing import key_bytes, new_key
from bot.store.database import EXPECTED as A_DATABASE
from bot.store.database import Database, database_at

DEFAULT_DATABASE = "sqlite:///var/yauchoi.db"
ENV_FILE = ".env"
# An editor that marks its files as UTF-8 must not hide the first setting.
ENV_ENCODING = "utf-8-sig"
TELEGRAM = "https://api.telegram.org"
SECRETS = frozenset({"telegram_token", "data_key", "webhook_secret"})
_EXPECTED = {
    "telegram_token": "a bot token as @BotFather gives it, digits, a colon and letters",
    "telegram_api_url": "the base of a Bot API server, http:// or https://",
    "database_url": A_DATABASE,
    "data_key": "one or more keys as `yauchoi key` makes them, newest first, with commas between",
    "webhook_url": "an address that begins with https:// (http:// on 127.0.0.1 only)",
    "webhook_secret": "1 to 256 letters, digits, _ and -",
    "host": "an address to listen on, such as 127.0.0.1 or 0.0.0.0",
    "port": "a port from 1 to 65535",
    "staff_chat_id": "the id of a group, a whole number",
    "operator_name": "the name of who runs this bot, at most 200 letters",
    "operator_contact": "how to reach who runs this bot, at most 200 letters",
    "retention_unfinished_days": "a number of days from 1 to 3650",
    "retention_finished_days": "a number of days from 1 to 3650",
}
_SHOWN = 80
_HIDDEN = "something else (a secret, so it is not shown)"
_WHERE = "in the environment or in .env"
# Longer ones would not fit the sentences that hold them.
Told = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Days = Annotated[int, Field(ge=1, le=3650)]
Token = Annotated[str, Field(pattern=r"^[0-9]+:[A-Za-z0-9_-]+\Z")]
Hook = Annotated[str, Field(pattern=r"^(https://[^\s/]+|http://127\.0\.0\.1(:\d+)?)(/\S*)?\Z")]
Secret = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,256}\Z")]


class SettingError(Exception):
    """A setting that is wrong or missing; its text is one sentence."""


class Settings(BaseSettings):
    """What is in force; names are those of the environment, in lower case."""

    model_config = SettingsConfigDict(
        env_file=ENV_FILE,
        env_file_encoding=ENV_ENCODING,
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        regex_engine="python-re",
    )

    telegram_token: Token | None = None
    telegram_api_url: str = TELEGRAM
    database_url: str = DEFAULT_DATABASE
    data_key: str | None = None
    webhook_url: Hook | None = None
    webhook_secret: Secret | None = None
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535)] = 8080
    staff_chat_id: int | None = None
    operator_name: Told | None = None
    operator_contact: Told | None = None
    retention_unfinished_days: Days = 30
    retention_finished_days: Days = 90

    @field_validator("telegram_api_url")
    @classmethod
    def _base(cls, value: str) -> str:
        if not re.fullmatch(r"https?://[^\s/]+(/[^\s]*)?", value):
            raise ValueError
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        database_at(value)
        return value

    @field_validator("host")
    @classmethod
    def _host(cls, value: str) -> str:
        ip_address(value)
        return value

    @field_validator("data_key")
    @classmethod
    def _keys(cls, value: str | None) -> str | None:
        for key in (value or "").split(","):
            if value is not None:
                key_bytes(key)
        return value

    @property
    def database(self) -> Database:
        """The database at `database_url`."""
        return database_at(self.database_url)


class Served(BaseModel):
    """The settings that `serve` cannot do without."""

    model_config = ConfigDict(frozen=True)

    token: str
    operator_name: str
    operator_contact: str
    webhook_url: str | None
    webhook_secret: str | None


def read_settings() -> Settings:
    """Read the settings. Raises SettingError that names all that are wrong."""
    try:
        _prove_lines(Path(ENV_FILE))
        return Settings()
    except ValidationError as error:
        wrong = {str(one["loc"][0]): one["input"] for one in error.errors()}
        raise SettingError("; ".join(_wrong(*one) for one in wrong.items())) from None
    except UnicodeDecodeError:
        raise SettingError(".env is not text in UTF-8, but NAME=value lines are expected") from None


def _wrong(name: str, value: object) -> str:
    found = f"set to {_HIDDEN}" if name in SECRETS else f'"{_mask(value)}"'
    return f"{name.upper()} is {found}, but {_EXPECTED.get(name, 'another value')} is expected"


def _prove_lines(path: Path) -> None:
    """Refuse a line that would be passed over, and with it a setting; its text may be secret."""
    if not path.is_file():
        return
    with path.open(encoding=ENV_ENCODING) as file:
        wrong = next((one.original.line for one in parse_stream(file) if one.error), None)
    if wrong is not None:
        raise SettingError(f".env has no setting in line {wrong}, but NAME=value is expected")


def _mask(value: object) -> str:
    """Return a value, shortened, without the password that an address may hold."""
    # A password may itself hold what ends one, so all up to the last @ is left out.
    text = re.sub(r"(?<=://).*@", "…@", str(value), flags=re.DOTALL)
    text = re.sub(r"(?i)(password=)[^&\s]*", r"\1…", text)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def for_serving(settings: Settings) -> Served:
    """Return what `serve` needs. Raises SettingError that names all that is missing."""
    needed = ("telegram_token", "operator_name", "operator_contact")
    missing = [
        f"{name.upper()} is not set, but {_EXPECTED[name]} is expected"
        for name in needed
        if getattr(settings, name) is None
    ]
    if missing:
        it = "it" if len(missing) == 1 else "them"
        raise SettingError(f"{'; '.join(missing)}: set {it} {_WHERE}")
    if settings.webhook_url and not settings.webhook_secret:
        expected = _EXPECTED["webhook_secret"]
        raise SettingError(
            f"WEBHOOK_SECRET is not set, but with WEBHOOK_URL {expected} are expected: "
            f"set it {_WHERE}"
        )
    return Served(
        token=settings.telegram_token or "",
        operator_name=settings.operator_name or "",
        operator_contact=settings.operator_contact or "",
        webhook_url=settings.webhook_url,
        webhook_secret=settings.webhook_secret,
    )


def data_keys(settings: Settings) -> tuple[str, ...]:
    """Return the keys, newest first.

    Only for the default database, on its first creation, one is made in the user's
    configuration folder (mode 600), never beside the data. Raises SettingError.
    """
    if settings.data_key:
        return tuple(key.strip() for key in settings.data_key.split(","))
    if settings.database_url == DEFAULT_DATABASE:
        kept = key_file()
        if kept.exists():
            return (_kept_key(kept),)
        beside = settings.database.folder in kept.resolve().parents
        if not settings.database.exists() and not beside:
            return (_made_key(kept),)
    sentence = f"DATA_KEY is not set, but {_EXPECTED['data_key']} are expected"
    raise SettingError(f"{sentence}: set it {_WHERE}")


def _made_key(path: Path) -> str:
    key = new_key()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(key + "\n")
    except OSError as error:
        raise SettingError(
            f'DATA_KEY is not set, and none can be kept in "{path}" ({error.strerror}), '
            f"but {_EXPECTED['data_key']} are expected"
        ) from None
    return key


def _kept_key(path: Path) -> str:
    key = path.read_text("ascii", errors="replace").strip()
    try:
        key_bytes(key)
    except ValueError:
        sentence = f'the key file "{path}" holds {_HIDDEN}, but a key is expected'
        raise SettingError(sentence) from None
    return key


def key_file() -> Path:
    """Return where a key made here is kept. Raises SettingError where there is no such place."""
    base = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    # A relative one is none, by the specification; it would lie wherever this was started.
    if not base.is_absolute():
        try:
            base = Path.home() / ".config"
        except RuntimeError:
            raise SettingError(
                "DATA_KEY is not set, and no home folder is known to keep one in, "
                f"but {_EXPECTED['data_key']} are expected"
            ) from None
    return base / "yauchoi" / "data.key"


def settings_lines(settings: Settings) -> list[str]:
    """Return a line for each setting, secrets masked."""
    lines = []
    for name in Settings.model_fields:
        value = getattr(settings, name)
        text = "not set" if value is None else "set, not shown" if name in SECRETS else _mask(value)
        if name == "data_key" and value is None and _key_is_kept(settings):
            text = f"kept in {key_file()}, not shown"
        lines.append(f"{name.upper():<26} {text}")
    return lines


def _key_is_kept(settings: Settings) -> bool:
    return settings.database_url == DEFAULT_DATABASE and key_file().exists()
