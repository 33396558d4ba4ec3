"""The quality of logistic regressions without intercept: how near their objective is to the least one."""
from __future__ import annotations

import numpy as np

from .workload import Arrays, Verdict


class LogisticGap:
    """Judges `coefficients` (d numbers) by Σ log(1 + e^z) - y z + l2/2 |b|²: the quality is one less the relative gap
    to the optimum, which Newton's method finds here."""

    def __init__(self, x: np.ndarray, y: np.ndarray, *, l2: float, tolerance: float):
        self.x, self.y, self.l2, self.tolerance = x, y, l2, tolerance
        self.optimum = self.objective(self.newton())

    def objective(self, b: np.ndarray) -> float:
        z = self.x @ b
        return float(np.logaddexp(0, np.where(self.y > 0, -z, z)).sum() + self.l2 / 2 * b @ b)

    def newton(self) -> np.ndarray:
        b = np.zeros(self.x.shape[1])
        for _ in range(12):
            p = 1 / (1 + np.exp(-(self.x @ b)))
            gradient = self.x.T @ (p - self.y) + self.l2 * b
            hessian = self.x.T @ (self.x * (p * (1 - p))[:, None]) + self.l2 * np.eye(len(b))
            b = b - np.linalg.solve(hessian, gradient)
        return b

    def __call__(self, output: Arrays) -> Verdict:
        b = output["coefficients"]
        if b.shape != (self.x.shape[1],):
            return Verdict(None, defects=(f"{b.shape} coefficients for {self.x.shape[1]} features",))
        if not np.isfinite(b).all():
            return Verdict(None, defects=("coefficients are not finite",))
        gap = self.objective(b) / self.optimum - 1
        defects = () if gap <= self.tolerance else (f"the objective is {gap:.1e} above the optimum",)
        return Verdict(1 - gap, {"relative_gap": gap}, defects)
