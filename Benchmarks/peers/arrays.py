"""Named arrays in a folder, one `.npy` file each."""
from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from .workload import Arrays


def load(folder: Path, names: Iterable[str], *, mapped: bool = False) -> Arrays:
    return {name: np.load(folder / f"{name}.npy", mmap_mode="r" if mapped else None) for name in names}


def load_all(folder: Path) -> Arrays:
    return load(folder, sorted(file.stem for file in folder.glob("*.npy")))


def save(folder: Path, arrays: Arrays) -> None:
    """Each file is written whole or not at all, so that an interrupted run leaves no half of one behind."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, array in arrays.items():
        unfinished = folder / f"{name}.unfinished"
        with open(unfinished, "wb") as file:
            np.save(file, np.ascontiguousarray(array))
        os.replace(unfinished, folder / f"{name}.npy")
