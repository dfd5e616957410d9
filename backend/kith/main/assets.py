"""Where the built front end is: beside the sources in a checkout, inside the package once installed."""

import os
from pathlib import Path


def folder() -> Path | None:
    """The folder with `index.html`, or None when nothing has been built."""
    named = os.environ.get("KITH_ASSETS")
    candidates = [Path(named)] if named else []
    candidates.append(Path(__file__).parent / "web_assets")
    return next((path for path in candidates if (path / "index.html").is_file()), None)
