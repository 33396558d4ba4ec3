"""One module a workload, each with a `WORKLOAD`. A new file here is found by itself."""
from __future__ import annotations

import importlib
import pkgutil

from ..workload import Workload


def all_workloads() -> dict[str, Workload]:
    """The workloads by name, in the order of their names."""
    modules = [importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
    return {workload.name: workload for workload in sorted((m.WORKLOAD for m in modules), key=lambda w: w.name)}
