"""The quality of a cross-validation of logistic regressions: how near its held-out losses are to those at the optima."""
from __future__ import annotations

import numpy as np

from .workload import Arrays, Verdict


class CrossValidatedLoss:
    """Judges `log_losses` (those of the folds for the first strength, then the next) and `coefficients` (d + 1 numbers, the intercept last), those of the fit
    to all rows with the best strength. The quality is one less the largest relative error: of a fold's loss at the
    optimum of its training rows, or of the objective of all rows. Newton's method finds the optima here."""

    def __init__(self, x: np.ndarray, y: np.ndarray, *, strengths: np.ndarray, folds: int, tolerance: float):
        from sklearn.model_selection import StratifiedKFold
        self.y, self.strengths, self.tolerance = y, strengths, tolerance
        self.design = np.column_stack([x, np.ones(len(x))])
        self.losses = np.empty((len(strengths), folds))
        for fold, (training, test) in enumerate(StratifiedKFold(folds).split(x, y)):
            b = np.zeros(self.design.shape[1])
            rows, held_out = self.design[training], self.design[test]
            for index in np.argsort(strengths):
                b = self.newton(rows, y[training], 1 / strengths[index], b)
                self.losses[index, fold] = self.loss(held_out, y[test], b) / len(test)
        self.best = int(np.argmin(self.losses.mean(axis=1)))
        self.optimum = self.objective(self.newton(self.design, y, 1 / strengths[self.best], np.zeros(len(b))))

    @staticmethod
    def loss(design: np.ndarray, y: np.ndarray, b: np.ndarray) -> float:
        z = design @ b
        return float(np.logaddexp(0, np.where(y > 0, -z, z)).sum())

    def objective(self, b: np.ndarray) -> float:
        return self.loss(self.design, self.y, b) + b[:-1] @ b[:-1] / (2 * self.strengths[self.best])

    @staticmethod
    def newton(design: np.ndarray, y: np.ndarray, l2: float, start: np.ndarray) -> np.ndarray:
        b = start
        ridge = np.full(len(b), l2)
        ridge[-1] = 0
        for _ in range(30):
            p = 1 / (1 + np.exp(-(design @ b)))
            gradient = design.T @ (p - y) + ridge * b
            if np.abs(gradient).max() <= 1e-8 * len(y):
                return b
            hessian = design.T @ (design * (p * (1 - p))[:, None]) + np.diag(ridge)
            b = b - np.linalg.solve(hessian, gradient)
        raise RuntimeError("the reference of the cross-validated logistic regression is not an optimum")

    def __call__(self, output: Arrays) -> Verdict:
        losses, b = output["log_losses"], output["coefficients"]
        if losses.shape != (self.losses.size,) or b.shape != (self.design.shape[1],):
            return Verdict(None, defects=(f"{losses.shape} losses and {b.shape} coefficients",))
        if not (np.isfinite(losses).all() and np.isfinite(b).all()):
            return Verdict(None, defects=("losses or coefficients are not finite",))
        losses = losses.reshape(self.losses.shape)
        error = float(np.abs(losses / self.losses - 1).max())
        gap = self.objective(b) / self.optimum - 1
        means = losses.mean(axis=1)
        defects = [f"{text} by {worst:.1e}" for text, worst in
                   [("a held-out loss is off", error), ("the objective of the last fit is off", gap)]
                   if worst > self.tolerance]
        facts = {"loss_error": error, "relative_gap": gap, "best_mean_loss": float(means.min()),
                 "best_strength": float(self.strengths[int(np.argmin(means))])}
        return Verdict(1 - max(error, gap), facts, tuple(defects))
