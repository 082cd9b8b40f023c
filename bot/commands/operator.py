"""`yauchoi serve`, `migrate`, `settings` and `key`: for whoever runs the bot. Raise CallError."""

from __future__ import annotations

from collections.abc import Callable

from bot.commands.calls import CallError


def run_service() -> None:
    """Serve until a signal."""
    import asyncio  # noqa: PLC0415

    from bot.service import serve  # noqa: PLC0415
    from bot.settings import SettingError, for_serving, read_settings  # noqa: PLC0415
    from bot.store import StoreError  # noqa: PLC0415
    from bot.telegram.polling import ServeError  # noqa: PLC0415

    try:
        settings = read_settings()
        asyncio.run(serve(settings, for_serving(settings)))
    except (SettingError, StoreError, ServeError) as error:
        raise CallError(str(error)) from None


def migrate() -> None:
    """Bring the database to this program's schema."""
    from bot.sealing import Seal  # noqa: PLC0415
    from bot.settings import DEFAULT_DATABASE, SettingError, data_keys, read_settings  # noqa: PLC0415
    from bot.store import StoreError  # noqa: PLC0415
    from bot.store.file import own_files  # noqa: PLC0415

    own_files()

    try:
        settings = read_settings()
        if settings.database_url == DEFAULT_DATABASE and not settings.database.exists():
            data_keys(settings)  # the first creation is when a key may be made
        steps = settings.database.migrate(lambda: Seal(data_keys(settings)))
    except (SettingError, StoreError) as error:
        raise CallError(str(error)) from None
    print(f"The database is up to date; steps taken: {steps}.")


def print_settings() -> None:
    """Print the settings in force, secrets masked."""
    from bot.settings import SettingError, read_settings, settings_lines  # noqa: PLC0415

    try:
        print("\n".join(settings_lines(read_settings())))
    except SettingError as error:
        raise CallError(str(error)) from None


def print_key() -> None:
    """Print a fresh key."""
    from bot.sealing import new_key  # noqa: PLC0415

    print(new_key())


# Each command, with what it does.
OPERATOR: dict[str, tuple[str, Callable[[], None]]] = {
    "serve": ("run the Telegram bot, polling or webhook by the settings", run_service),
    "migrate": ("bring the database to this program's schema", migrate),
    "settings": ("print the settings in force, secrets masked", print_settings),
    "key": ("make a key for DATA_KEY", print_key),
}
