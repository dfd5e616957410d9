"""Makes the shared fixtures known to tests beside the code and under tests/ alike."""

import contextlib
import os

import pytest

from tests.support.server import URL_VARIABLE, running_server

pytest_plugins = ["tests.support.fixtures", "tests.support.redis"]
_open = contextlib.ExitStack()


def pytest_configure(config: pytest.Config) -> None:
    """The controller of a parallel run starts the one server that its workers share."""
    is_controller = not hasattr(config, "workerinput")
    if (
        is_controller
        and getattr(config.option, "numprocesses", None)
        and not config.option.collectonly
    ):
        os.environ[URL_VARIABLE] = _open.enter_context(running_server()).base_url


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop what `pytest_configure` started."""
    if not hasattr(config, "workerinput"):
        _open.close()
