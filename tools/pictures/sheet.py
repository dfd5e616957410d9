"""The contact sheet: every page in every look on one page, small; a click shows it large."""

import html
from collections.abc import Sequence
from pathlib import Path

from tools.pictures.shoot import Taken

STYLE = """
body { margin: 24px; font: 14px system-ui, sans-serif; background: #f4f2ee; color: #222 }
h2 { margin: 32px 0 8px; font-size: 16px }
div { display: flex; flex-wrap: wrap; gap: 12px; align-items: flex-start }
figure { margin: 0 }
img { display: block; height: 300px; border: 1px solid #ccc; background: #fff }
figcaption { padding: 4px 0; color: #666; font-size: 12px }
.missing { padding: 24px; border: 1px solid #c33; color: #a22; max-width: 320px }
"""


def write_sheet(folder: Path, taken: Sequence[Taken]) -> Path:
    """Write index.html beside the pictures."""
    names = list(dict.fromkeys(each.shot.name for each in taken))
    parts = [_part(folder, name, [t for t in taken if t.shot.name == name]) for name in names]
    path = folder / "index.html"
    text = f"<!doctype html><meta charset=utf-8><title>Kith</title><style>{STYLE}</style>"
    path.write_text(text + "".join(parts), encoding="utf-8")
    return path


def _part(folder: Path, name: str, taken: Sequence[Taken]) -> str:
    return (
        f"<h2>{html.escape(name)}</h2><div>{''.join(_figure(folder, each) for each in taken)}</div>"
    )


def _figure(folder: Path, taken: Taken) -> str:
    label = html.escape(taken.look.name)
    if taken.problem:
        return f"<figure><p class=missing>{html.escape(taken.problem)}</p><figcaption>{label}</figcaption></figure>"
    path = taken.path.relative_to(folder).as_posix()
    return (
        f'<figure><a href="{path}"><img src="{path}" alt="" loading="lazy"></a>'
        f"<figcaption>{label}</figcaption></figure>"
    )
