"""One epoch of stochastic gradient descent on the logistic loss, 1,000,000 x 100, no intercept: how many are right."""
import numpy as np

from ..recipes import factor_mix, generator, mixed_normal
from ..share_right import ShareRight
from ..workload import Arrays, Peer, Workload

X, Y = "big100_X", "big100_y"
BATCH = 256
TOLERANCE = 2e-3


def make_data() -> Arrays:
    """The table of pca-tall, with classes."""
    random = generator(5)
    x = mixed_normal(random, 1_000_000, factor_mix(random, 100))
    w = random.standard_normal(100) * 0.15
    return {X: x, Y: (random.random(len(x)) < 1 / (1 + np.exp(-x @ w))).astype(np.float64)}


def numpy_mini_batches() -> Peer:
    """Contiguous batches in random order."""
    def fit(data: Arrays) -> np.ndarray:
        x, y = data[X], data[Y]
        w = np.zeros(x.shape[1])
        for batch in np.random.default_rng(0).permutation(len(x) // BATCH):
            rows = slice(batch * BATCH, (batch + 1) * BATCH)
            p = 1 / (1 + np.exp(-(x[rows] @ w)))
            w -= 0.1 / BATCH * (x[rows].T @ (p - y[rows])) + 1e-6 * w
        return w
    return Peer("numpy mini-batches", fit, lambda w: {"coefficients": w}, ("numpy",))


def scikit_learn() -> Peer:
    def fit(data: Arrays):
        from sklearn.linear_model import SGDClassifier
        return SGDClassifier(
            loss="log_loss", alpha=1e-5, fit_intercept=False, max_iter=1, tol=None, random_state=0,
        ).fit(data[X], data[Y])
    return Peer(
        "scikit-learn SGDClassifier", fit, lambda model: {"coefficients": model.coef_[0]}, ("scikit-learn",))


WORKLOAD = Workload(
    name="sgd-epoch",
    make_data=make_data,
    files=(X, Y),
    peers=(numpy_mini_batches(), scikit_learn()),
    judge=lambda data: ShareRight(data[X], data[Y]),
    quality_name="share of the rows that are classified right",
    quality_tolerance=TOLERANCE,
    limit=0.04,
    limit_estimate="800 MB read once at 20 GB/s",
)
