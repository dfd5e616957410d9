"""The front end's generated types are those of today's back end. Meant to change them? `./kith types`."""

import pytest

from kith.main import typescript
from kith.main.commands.types import target

FILES = typescript.files()


@pytest.mark.parametrize("name", FILES)
def test_generated_types_are_up_to_date(name: str) -> None:
    assert (target() / name).read_text("utf-8") == FILES[name], "run ./kith types"


def test_every_error_code_is_there() -> None:
    assert len(typescript.error_codes()) > 100
    assert "records.conflict" in FILES["errors.ts"]
