"""The quality of principal components: the share of the total variance that they capture."""
from __future__ import annotations

import numpy as np

from .workload import Arrays, Verdict

BLOCK_ELEMENTS = 1 << 24
"""128 MB of float64 at a time, so that the data may be a mapped file."""


class VarianceShare:
    """Judges `components` (k x d) and `variances` (k) by the data themselves, not by what a solver says of itself.

    The share is ||(X - m) Q||² / ||X - m||² in Frobenius norms, m being the means of the columns and Q an orthonormal
    basis of the components' span, by QR. It is at most 1, and no k directions have more than the principal ones.

    A span alone does not make components: where k = d it is everything, and the share is 1 for any basis. So an output
    is also refused for another number of components than the question has, for components that are not orthonormal,
    for variances that are not those along the components, and, from an exact solver, for correlated scores.
    """

    def __init__(self, x: np.ndarray, *, components: int, tolerance: float, is_exact: bool):
        self.x, self.component_count, self.tolerance, self.is_exact = x, components, tolerance, is_exact
        self.rows_at_a_time = max(1, BLOCK_ELEMENTS // x.shape[1])
        self.mean = sum(block.sum(axis=0) for block in self._blocks()) / len(x)
        self.total = sum(float(np.square(block - self.mean).sum()) for block in self._blocks())

    def __call__(self, output: Arrays) -> Verdict:
        components, variances = output["components"], output["variances"]
        k = len(components)
        if components.shape != (k, self.x.shape[1]) or variances.shape != (k,):
            shapes = f"components {components.shape}, variances {variances.shape}"
            return Verdict(None, defects=(f"shapes do not fit: {shapes}",))
        if not (np.isfinite(components).all() and np.isfinite(variances).all()):
            return Verdict(None, defects=("components or variances are not finite",))
        basis, triangle = np.linalg.qr(components.T)
        scatter = self._scatter(basis)
        share = float(np.trace(scatter)) / self.total
        along = triangle.T @ scatter @ triangle
        facts = {
            "components": k,
            "orthonormality_error": _largest(components @ components.T - np.eye(k)),
            "variance_error": _largest(np.diag(along) / (len(self.x) - 1) - variances) / float(variances[0]),
            "score_covariance": _largest(along - np.diag(np.diag(along))) / float(along[0, 0]),
        }
        return Verdict(share, facts, tuple(self._defects(facts)))

    def _defects(self, facts: dict[str, float]):
        if facts["components"] != self.component_count:
            yield f"{facts['components']} components, and {self.component_count} are the answer"
        names = {"orthonormality_error": "components not orthonormal", "variance_error": "variances not those found"}
        if self.is_exact:
            names["score_covariance"] = "scores correlated"
        for name, words in names.items():
            if not facts[name] <= self.tolerance:
                yield f"{words}: off by {facts[name]:.1e}"

    def _scatter(self, basis: np.ndarray) -> np.ndarray:
        """basisᵀ (X - m)ᵀ (X - m) basis."""
        scatter = np.zeros((basis.shape[1], basis.shape[1]))
        for block in self._blocks():
            scores = (block - self.mean) @ basis
            scatter += scores.T @ scores
        return scatter

    def _blocks(self):
        for start in range(0, len(self.x), self.rows_at_a_time):
            yield self.x[start:start + self.rows_at_a_time]


def _largest(differences: np.ndarray) -> float:
    return float(np.abs(differences).max())
