"""Logistic regression, 2000 x 20,000, L1 penalty with C = 0.1, no intercept: to a relative gap of 1e-4."""
import numpy as np

from ..logistic_gap import SparseLogisticGap
from ..recipes import generator
from ..workload import Arrays, Peer, Workload

X, Y = "lrw_X", "lrw_y"
C = 0.1
TOLERANCE = 1e-4


def make_data() -> Arrays:
    random = generator(2)
    x = random.standard_normal((2000, 20_000))
    w = np.zeros(20_000)
    w[random.choice(20_000, 50, replace=False)] = random.standard_normal(50)
    return {X: x, Y: (random.random(2000) < 1 / (1 + np.exp(-x @ w * 0.5))).astype(np.float64)}


def liblinear(tolerance: float) -> Peer:
    """With the loosest of the tolerances 1e-2, 1e-3, 3e-4, 1e-4, ... that reaches the gap."""
    def fit(data: Arrays):
        from sklearn.linear_model import LogisticRegression
        return LogisticRegression(
            solver="liblinear", l1_ratio=1.0, C=C, fit_intercept=False, tol=tolerance, max_iter=100_000
        ).fit(data[X], data[Y])
    return Peer("scikit-learn liblinear", fit, lambda model: {"coefficients": model.coef_[0]}, ("scikit-learn",))


def celer(tolerance: float) -> Peer:
    """It works on columns: the copy that it needs is part of the fit."""
    def fit(data: Arrays):
        from celer import LogisticRegression
        return LogisticRegression(C=C, tol=tolerance, fit_intercept=False, max_iter=100).fit(
            np.asfortranarray(data[X]), np.where(data[Y] > 0, 1, -1))
    return Peer("celer", fit, lambda model: {"coefficients": model.coef_[0]}, ("celer",))


WORKLOAD = Workload(
    name="logreg-binary-wide",
    make_data=make_data,
    files=(X, Y),
    peers=(liblinear(3e-4), celer(1e-2)),
    judge=lambda data: SparseLogisticGap(data[X], data[Y], l1=1 / C, tolerance=TOLERANCE),
    quality_name="1 - relative gap of the objective",
    quality_tolerance=TOLERANCE,
    limit=0.15,
    limit_estimate="8 passes over 320 MB for the gradient of all columns, and the work on the few that count",
)
