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


class SparseLogisticGap(LogisticGap):
    """The same with l1 |b|_1 in place of the ridge penalty. The optimum is scikit-learn's liblinear's at a tight
    tolerance, with the coefficients of its support moved to the last digits by Newton's method; a dual point bounds
    what could be below."""

    def __init__(self, x: np.ndarray, y: np.ndarray, *, l1: float, tolerance: float):
        self.l1 = l1
        super().__init__(x, y, l2=0.0, tolerance=tolerance)

    def objective(self, b: np.ndarray) -> float:
        return super().objective(b) + self.l1 * float(np.abs(b).sum())

    def newton(self) -> np.ndarray:
        from sklearn.linear_model import LogisticRegression
        b = LogisticRegression(
            solver="liblinear", l1_ratio=1.0, C=1 / self.l1, fit_intercept=False, tol=1e-6, max_iter=100_000
        ).fit(self.x, self.y).coef_[0]
        self.support = np.flatnonzero(b)
        x, signs = self.x[:, self.support], np.sign(b[self.support])
        for _ in range(5):
            p = 1 / (1 + np.exp(-(x @ b[self.support])))
            step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x, x.T @ (p - self.y) + self.l1 * signs)
            b[self.support] -= step
        slopes = self.x.T @ (1 / (1 + np.exp(-(x @ b[self.support]))) - self.y)
        if not (np.sign(b[self.support]) == signs).all() or np.abs(slopes).max() > self.l1 * (1 + 1e-6):
            raise RuntimeError("the reference of the sparse logistic regression is not an optimum")
        return b

    def __call__(self, output: Arrays) -> Verdict:
        verdict = super().__call__(output)
        if verdict.quality is None:
            return verdict
        found = set(np.flatnonzero(output["coefficients"]))
        facts = {"nonzero": len(found), "support_differences": len(found ^ set(self.support))}
        return Verdict(verdict.quality, verdict.facts | facts, verdict.defects)
