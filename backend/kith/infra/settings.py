"""What an administrator can decide by environment, read once and handed down; secrets are never printed."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kith.infra.errors import SettingInvalid

DEFAULT_PORT = 8000


@dataclass(frozen=True, slots=True)
class Settings:
    """One immutable answer for every process of an installation."""

    data: Path
    database_url: str | None = field(default=None, repr=False)
    redis_url: str | None = field(default=None, repr=False)
    files_url: str | None = field(default=None, repr=False)
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    port_is_fixed: bool = False
    workers: int = 2
    rate_limit: int = 100
    public_url: str | None = None
    log_level: str = "info"
    log_format: str = "text"
    dev: bool = False


def from_environment(env: Mapping[str, str] | None = None) -> Settings:
    """Read `KITH_*`; an empty variable counts as absent, a wrong one is refused by name."""
    given = {name: value for name, value in (os.environ if env is None else env).items() if value}
    return Settings(
        data=Path(given.get("KITH_DATA") or default_data(given)).expanduser().absolute(),
        database_url=given.get("KITH_DATABASE_URL"),
        redis_url=given.get("KITH_REDIS_URL"),
        files_url=given.get("KITH_FILES_URL"),
        host=given.get("KITH_HOST", "127.0.0.1"),
        port=_number(given, "KITH_PORT", DEFAULT_PORT, low=1, high=65535),
        port_is_fixed="KITH_PORT" in given,
        workers=_number(given, "KITH_WORKERS", 2, low=1, high=256),
        rate_limit=_number(given, "KITH_RATE_LIMIT", 100, low=1, high=1_000_000),
        public_url=given.get("KITH_PUBLIC_URL"),
        log_level=_choice(given, "KITH_LOG_LEVEL", ("info", "debug", "warning", "error")),
        log_format=_choice(given, "KITH_LOG_FORMAT", ("text", "json")),
        dev=given.get("KITH_DEV") == "1",
    )


def default_data(env: Mapping[str, str]) -> Path:
    """Where an installed Kith keeps its data when nobody says otherwise."""
    shared = env.get("XDG_DATA_HOME")
    home = env.get("HOME")
    base = Path(shared) if shared else (Path(home) if home else Path.home()) / ".local" / "share"
    return base / "kith"


def to_environment(settings: Settings) -> dict[str, str]:
    """The same answers as variables, for a child process."""
    values: dict[str, object | None] = {
        "KITH_DATA": settings.data,
        "KITH_DATABASE_URL": settings.database_url,
        "KITH_REDIS_URL": settings.redis_url,
        "KITH_FILES_URL": settings.files_url,
        "KITH_HOST": settings.host,
        "KITH_PORT": settings.port if settings.port_is_fixed else None,
        "KITH_WORKERS": settings.workers,
        "KITH_RATE_LIMIT": settings.rate_limit,
        "KITH_PUBLIC_URL": settings.public_url,
        "KITH_LOG_LEVEL": settings.log_level,
        "KITH_LOG_FORMAT": settings.log_format,
        "KITH_DEV": "1" if settings.dev else None,
    }
    return {name: str(value) for name, value in values.items() if value is not None}


def _number(env: Mapping[str, str], name: str, default: int, *, low: int, high: int) -> int:
    text = env.get(name)
    if text is None:
        return default
    if not text.isascii() or not text.isdigit() or not low <= int(text) <= high:
        raise SettingInvalid(name=name, value=text, expected=f"a number from {low} to {high}")
    return int(text)


def _choice(env: Mapping[str, str], name: str, options: tuple[str, ...]) -> str:
    text = env.get(name, options[0])
    if text not in options:
        raise SettingInvalid(name=name, value=text, expected="one of " + ", ".join(options))
    return text
