"""The file of results: one array, an object a workload."""
from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any


def merged(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The new results, and the old ones of workloads that were not run, in the order of the names."""
    by_name = {result["workload"]: result for result in [*old, *new]}
    return [by_name[name] for name in sorted(by_name)]


def update(path: Path, new: list[dict[str, Any]]) -> None:
    """Merges into the file, which is written whole or not at all."""
    old = json.loads(path.read_text()) if path.exists() else []
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished")
    unfinished.write_text(json.dumps(merged(old, new), indent=2, ensure_ascii=False, allow_nan=False) + "\n")
    os.replace(unfinished, path)
