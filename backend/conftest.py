"""Makes the shared fixtures known to tests beside the code and under tests/ alike."""

import contextlib

import pytest

from tests.support.server import running_server, running_tcp_server

pytest_plugins = ["tests.support.fixtures", "tests.support.redis"]
_open = contextlib.ExitStack()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--by-url` runs the same tests as Kith would run at a hosting company."""
    parser.addoption("--by-url", action="store_true", help="a server over TCP, an ordinary role")
    parser.addoption("--update-golden", action="store_true", help="take the change as meant")


def pytest_configure(config: pytest.Config) -> None:
    """The controller of a parallel run starts the one server that its workers share."""
    is_controller = not hasattr(config, "workerinput")
    by_url = config.getoption("--by-url")
    parallel = getattr(config.option, "numprocesses", None)
    if is_controller and (parallel or by_url) and not config.option.collectonly:
        server = running_tcp_server() if by_url else running_server()
        _open.enter_context(server).to_environment()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop what `pytest_configure` started."""
    if not hasattr(config, "workerinput"):
        _open.close()
