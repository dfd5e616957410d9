"""The wanted port, the next free one, or a clear refusal; nobody takes it while the web server starts."""

import socket
from dataclasses import replace
from pathlib import Path

import pytest

from kith.infra.settings import Settings
from kith.main.ports import AddressUnknown, PortTaken, choose_port
from tests.support.running import free_port


@pytest.fixture
def settings() -> Settings:
    return Settings(data=Path(), port=free_port())


def test_a_free_port_is_taken_and_held(settings: Settings) -> None:
    port, held = choose_port(settings)
    assert port == settings.port
    with held, pytest.raises(PortTaken):
        choose_port(replace(settings, port_is_fixed=True))


def test_the_next_one_is_used_when_nobody_insists(settings: Settings) -> None:
    with socket.socket() as other:
        other.bind((settings.host, settings.port))
        other.listen()
        port, held = choose_port(settings)
        held.close()
        assert settings.port < port < settings.port + 100


def test_who_insists_is_told(settings: Settings) -> None:
    with socket.socket() as other:
        other.bind((settings.host, settings.port))
        other.listen()
        with pytest.raises(PortTaken) as taken:
            choose_port(replace(settings, port_is_fixed=True))
    assert f"Port {settings.port} on 127.0.0.1" in str(taken.value)


def test_a_foreign_address_is_told(settings: Settings) -> None:
    with pytest.raises(AddressUnknown):
        choose_port(replace(settings, host="192.0.2.1"))
