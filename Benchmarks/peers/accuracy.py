"""The quality of estimates that have a closed form: how near they are to the exact ones."""
from __future__ import annotations

import numpy as np

from .workload import Arrays, Verdict

BLOCK_ELEMENTS = 1 << 22
"""Elements that are widened at a time."""


class Accuracy:
    """Judges `estimates` (k numbers) by the exact ones: the quality is one less the largest relative error."""

    def __init__(self, exact: tuple[float, ...], *, tolerance: float):
        self.exact, self.tolerance = np.array(exact, dtype=float), tolerance

    def __call__(self, output: Arrays) -> Verdict:
        estimates = output["estimates"]
        if estimates.shape != self.exact.shape:
            return Verdict(None, defects=(f"{estimates.shape} estimates, and {self.exact.shape} are the answer",))
        if not np.isfinite(estimates).all():
            return Verdict(None, defects=("estimates are not finite",))
        error = float(np.abs((estimates - self.exact) / self.exact).max())
        defects = () if error <= self.tolerance else (f"estimates off by {error:.1e}",)
        return Verdict(1 - error, {"relative_error": error}, defects)


def exact_mean(x: np.ndarray) -> float:
    """Of whole numbers: the sum is one of integers."""
    return sum(int(block.sum(dtype=np.int64)) for block in _blocks(x)) / len(x)


def exact_mean_and_variance(x: np.ndarray) -> tuple[float, float]:
    """By long doubles, in two passes: three digits more than a double has."""
    mean = sum(block.astype(np.longdouble).sum() for block in _blocks(x)) / len(x)
    squares = sum(np.square(block.astype(np.longdouble) - mean).sum() for block in _blocks(x))
    return float(mean), float(squares / len(x))


def _blocks(x: np.ndarray):
    for start in range(0, len(x), BLOCK_ELEMENTS):
        yield x[start:start + BLOCK_ELEMENTS]
