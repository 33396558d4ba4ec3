"""Softmax regression, 60,000 x 784, ten classes, ridge penalty 1, no intercept: to a relative gap of 1e-5."""
import numpy as np

from ..recipes import generator, mixed_normal
from ..softmax_gap import SoftmaxGap
from ..workload import Arrays, Peer, Workload

X, Y = "sm_X", "sm_y"
TOLERANCE = 1e-5


def make_data() -> Arrays:
    """Of the shape of small pictures of digits: 40 factors behind 784 pixels between 0 and 1."""
    random = generator(3)
    mix = np.vstack([random.standard_normal((40, 784)) / np.sqrt(40), 0.5 * np.eye(784)])
    x = mixed_normal(random, 60_000, mix)
    np.clip(x * 0.3 + 0.15, 0, 1, out=x)
    z = x @ (random.standard_normal((784, 10)) * 0.35)
    z -= z.mean(axis=0)
    return {X: x, Y: (z + random.gumbel(size=z.shape)).argmax(axis=1).astype(np.int32)}


def lbfgs(name: str, module: str, package: str, iterations: int, is_slow: bool) -> Peer:
    """With as few iterations as reach the gap."""
    def fit(data: Arrays):
        import importlib
        model = importlib.import_module(module).LogisticRegression(
            solver="lbfgs", C=1.0, fit_intercept=False, tol=1e-14, max_iter=iterations)
        return model.fit(data[X], data[Y])
    return Peer(f"{name} lbfgs", fit, lambda model: {"coefficients": np.asarray(model.coef_)}, (package,), is_slow)


WORKLOAD = Workload(
    name="logreg-softmax",
    make_data=make_data,
    files=(X, Y),
    peers=(
        lbfgs("oneDAL", "sklearnex.linear_model", "scikit-learn-intelex", 110, False),
        lbfgs("scikit-learn", "sklearn.linear_model", "scikit-learn", 160, True),
    ),
    judge=lambda data: SoftmaxGap(data[X], data[Y], l2=1.0, tolerance=TOLERANCE),
    quality_name="1 - relative gap of the objective",
    quality_tolerance=TOLERANCE,
    limit=2.5,
    limit_estimate="100 evaluations of 376 MB read and 4 n d K flops",
)
