"""Logistic regression, 200,000 x 100, ridge penalty 1, no intercept: to a relative gap of 1e-6."""
import numpy as np

from ..logistic_gap import LogisticGap
from ..recipes import factor_mix, generator, mixed_normal
from ..workload import Arrays, Peer, Workload

X, Y = "lrd_X", "lrd_y"
TOLERANCE = 1e-6


def make_data() -> Arrays:
    random = generator(1)
    x = mixed_normal(random, 200_000, factor_mix(random, 100))
    w = random.standard_normal(100) * 0.15
    return {X: x, Y: (random.random(200_000) < 1 / (1 + np.exp(-x @ w))).astype(np.float64)}


def scikit_learn(solver: str, iterations: int) -> Peer:
    """With as few iterations as reach the gap."""
    def fit(data: Arrays):
        from sklearn.linear_model import LogisticRegression
        return LogisticRegression(solver=solver, C=1.0, fit_intercept=False, tol=1e-14, max_iter=iterations).fit(
            data[X], data[Y])
    return Peer(f"scikit-learn {solver}", fit, lambda model: {"coefficients": model.coef_[0]}, ("scikit-learn",))


def one_dal(iterations: int) -> Peer:
    def fit(data: Arrays):
        from sklearnex.linear_model import LogisticRegression
        return LogisticRegression(solver="lbfgs", C=1.0, fit_intercept=False, tol=1e-14, max_iter=iterations).fit(
            data[X], data[Y])
    return Peer(
        "oneDAL lbfgs", fit, lambda model: {"coefficients": np.asarray(model.coef_)[0]}, ("scikit-learn-intelex",))


WORKLOAD = Workload(
    name="logreg-binary-dense",
    make_data=make_data,
    files=(X, Y),
    peers=(scikit_learn("newton-cholesky", 5), scikit_learn("lbfgs", 24), one_dal(24)),
    judge=lambda data: LogisticGap(data[X], data[Y], l2=1.0, tolerance=TOLERANCE),
    quality_name="1 - relative gap of the objective",
    quality_tolerance=TOLERANCE,
    limit=0.13,
    limit_estimate="5 Newton steps of 160 MB read and n d² flops",
)
