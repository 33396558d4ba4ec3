"""Fits of principal components that several workloads time."""
from __future__ import annotations

import numpy as np

from .workload import Arrays, Peer


def _fitted_output(model) -> Arrays:
    return {"components": model.components_, "variances": model.explained_variance_}


def scikit_learn(file: str, solver: str, *, name: str | None = None, is_slow: bool = False, **options) -> Peer:
    def fit(data: Arrays):
        from sklearn.decomposition import PCA
        return PCA(svd_solver=solver, random_state=0, **options).fit(data[file])

    return Peer(name or f"scikit-learn {solver}", fit, _fitted_output, ("scikit-learn", "numpy", "scipy"), is_slow)


def one_dal(file: str, *, is_slow: bool = False, **options) -> Peer:
    """oneDAL by scikit-learn-intelex, which silently hands what it does not cover to scikit-learn: that is an error."""
    def fit(data: Arrays):
        from sklearnex.decomposition import PCA
        model = PCA(svd_solver="covariance_eigh", **options).fit(data[file])
        if not hasattr(model, "_onedal_estimator"):
            raise RuntimeError("scikit-learn-intelex left the fit to scikit-learn")
        return model

    return Peer("oneDAL covariance_eigh", fit, _fitted_output, ("scikit-learn-intelex", "daal"), is_slow)


def numpy_covariance(file: str, *, variance: float | None = None) -> Peer:
    """What one writes without a library: covariance by one product, every eigenvector, then the first k."""
    def fit(data: Arrays):
        x = data[file]
        mean = x.mean(axis=0)
        covariance = (x.T @ x - len(x) * np.outer(mean, mean)) / (len(x) - 1)
        values, vectors = np.linalg.eigh(covariance)
        values, vectors = values[::-1], vectors[:, ::-1]
        shares = np.cumsum(values) / values.sum()
        k = len(values) if variance is None else int(np.searchsorted(shares, variance)) + 1
        return vectors[:, :k].T, values[:k]

    return Peer("numpy eigh of XᵀX", fit, lambda fitted: dict(zip(("components", "variances"), fitted)), ("numpy",))
