"""Settings come from the environment, survive the way to a child, and never show a secret."""

from pathlib import Path

import pytest

from kith.infra.errors import SettingInvalid
from kith.infra.settings import Settings, from_environment, to_environment

SECRETS = {
    "KITH_DATABASE_URL": "postgresql://kith:s3cret@db/kith",
    "KITH_REDIS_URL": "redis://:s3cret@cache/0",
    "KITH_FILES_URL": "s3://s3cret/",
}


def test_nothing_said_means_defaults() -> None:
    settings = from_environment({"HOME": "/home/ada"})
    assert settings.data == Path("/home/ada/.local/share/kith")
    assert (settings.port, settings.port_is_fixed) == (8000, False)
    assert settings.database_url is None


def test_an_empty_variable_counts_as_absent() -> None:
    assert from_environment({"KITH_DATABASE_URL": "", "KITH_PORT": ""}).database_url is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("KITH_PORT", "http"),
        ("KITH_PORT", "0"),
        ("KITH_PORT", "70000"),
        ("KITH_WORKERS", "-1"),
        ("KITH_LOG_LEVEL", "loud"),
    ],
)
def test_a_wrong_value_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(SettingInvalid) as refused:
        from_environment({name: value})
    assert name in str(refused.value)
    assert value in str(refused.value)


def test_a_child_gets_the_same_settings() -> None:
    settings = from_environment(
        {**SECRETS, "KITH_DATA": "/srv/kith", "KITH_PORT": "9000", "KITH_WORKERS": "4"}
    )
    assert from_environment(to_environment(settings)) == settings


def test_secrets_are_not_shown() -> None:
    assert "s3cret" not in repr(from_environment(SECRETS))
    assert "s3cret" not in str(Settings(data=Path(), redis_url="s3cret"))
