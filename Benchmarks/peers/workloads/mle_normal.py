"""The maximum likelihood estimates, mean and variance, of a normal distribution from 100,000,000 values."""
import numpy as np

from ..accuracy import Accuracy, exact_mean_and_variance
from ..recipes import generator
from ..workload import Arrays, Peer, Workload

FILE = "mle_normal"
ROWS = 100_000_000
TOLERANCE = 1e-9


def make_data() -> Arrays:
    x = generator(91).standard_normal(ROWS)
    x *= 2
    x += 3
    return {FILE: x}


def numpy_moments(data: Arrays):
    x = data[FILE]
    return np.mean(x), np.var(x)


def scipy_fit(data: Arrays):
    from scipy.stats import norm
    return norm.fit(data[FILE])


def one_dal(data: Arrays):
    from sklearnex.basic_statistics import BasicStatistics
    return BasicStatistics(result_options=["mean", "variance"]).fit(data[FILE].reshape(-1, 1))


def one_dal_output(statistics) -> Arrays:
    """oneDAL divides by n - 1."""
    mean, variance = (float(np.ravel(value)[0]) for value in (statistics.mean_, statistics.variance_))
    return {"estimates": np.array([mean, variance * (ROWS - 1) / ROWS])}


WORKLOAD = Workload(
    name="mle-normal-100M",
    make_data=make_data,
    files=(FILE,),
    peers=(
        Peer("oneDAL BasicStatistics", one_dal, one_dal_output, ("scikit-learn-intelex", "daal")),
        Peer("numpy mean and var", numpy_moments, lambda fit: {"estimates": np.array(fit)}, ("numpy",)),
        Peer(
            "scipy.stats.norm.fit", scipy_fit, lambda fit: {"estimates": np.array([fit[0], fit[1] ** 2])},
            ("scipy", "numpy")),
    ),
    judge=lambda data: Accuracy(exact_mean_and_variance(data[FILE]), tolerance=TOLERANCE),
    quality_name="1 - relative error",
    quality_tolerance=TOLERANCE,
    limit=0.04,
    limit_estimate="800 MB read once, at 20 GB/s",
)
