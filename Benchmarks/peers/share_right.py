"""The quality of linear classifiers without intercept: the share of the rows that they classify right."""
from __future__ import annotations

import numpy as np

from .workload import Arrays, Verdict


class ShareRight:
    """Judges `coefficients` (d numbers): class 1 is where x·b is above 0."""

    def __init__(self, x: np.ndarray, y: np.ndarray):
        self.x, self.is_one = x, y > 0

    def __call__(self, output: Arrays) -> Verdict:
        b = output["coefficients"]
        if b.shape != (self.x.shape[1],):
            return Verdict(None, defects=(f"{b.shape} coefficients for {self.x.shape[1]} features",))
        if not np.isfinite(b).all():
            return Verdict(None, defects=("coefficients are not finite",))
        return Verdict(float(((self.x @ b > 0) == self.is_one).mean()))
