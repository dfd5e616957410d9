"""Makes the shared fixtures known to tests beside the code and under tests/ alike."""

import pytest

pytest_plugins = ["tests.support.fixtures", "tests.support.redis"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--by-url` runs the same tests as Kith would run at a hosting company."""
    parser.addoption("--by-url", action="store_true", help="a server over TCP, an ordinary role")
    parser.addoption("--update-golden", action="store_true", help="take the change as meant")
