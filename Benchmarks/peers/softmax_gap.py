"""The quality of softmax regressions without intercept: how near their objective is to the least one."""
from __future__ import annotations

import numpy as np

from .workload import Arrays, Verdict


class SoftmaxGap:
    """Judges `coefficients` (K x d) by Σ log Σ e^z - z_y + l2/2 |B|²: the quality is one less the relative gap to the
    optimum, which scipy's L-BFGS finds here, in coordinates where the features are uncorrelated."""

    def __init__(self, x: np.ndarray, y: np.ndarray, *, l2: float, tolerance: float):
        self.x, self.y, self.l2, self.tolerance = x, y, l2, tolerance
        self.classes = int(y.max()) + 1
        self.optimum = self.least()

    def evaluate(self, b: np.ndarray) -> tuple[float, np.ndarray]:
        """The objective, and its gradient, K x d."""
        z = self.x @ b.T
        z -= z.max(axis=1, keepdims=True)
        rows = np.arange(len(z))
        own = z[rows, self.y].copy()
        np.exp(z, out=z)
        total = z.sum(axis=1)
        loss = (np.log(total) - own).sum()
        z /= total[:, None]
        z[rows, self.y] -= 1
        return float(loss + self.l2 / 2 * (b ** 2).sum()), z.T @ self.x + self.l2 * b

    def least(self) -> float:
        from scipy.linalg import solve_triangular
        from scipy.optimize import minimize

        d = self.x.shape[1]
        factor = np.linalg.cholesky(self.x.T @ self.x / self.classes + self.l2 * np.eye(d))

        def whitened(point: np.ndarray) -> tuple[float, np.ndarray]:
            b = solve_triangular(factor.T, point.reshape(self.classes, d).T).T
            value, gradient = self.evaluate(b)
            return value, solve_triangular(factor, gradient.T, lower=True).T.ravel()

        start = np.zeros(self.classes * d)
        return minimize(whitened, start, jac=True, method="L-BFGS-B",
                        options={"maxiter": 300, "ftol": 1e-14, "gtol": 1e-6}).fun

    def __call__(self, output: Arrays) -> Verdict:
        b = output["coefficients"]
        if b.shape != (self.classes, self.x.shape[1]):
            return Verdict(None, defects=(f"{b.shape} coefficients for {self.classes} classes",))
        if not np.isfinite(b).all():
            return Verdict(None, defects=("coefficients are not finite",))
        gap = self.evaluate(b)[0] / self.optimum - 1
        defects = () if gap <= self.tolerance else (f"the objective is {gap:.1e} above the optimum",)
        return Verdict(1 - gap, {"relative_gap": gap}, defects)
