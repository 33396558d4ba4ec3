"""The maximum likelihood estimate of a Bernoulli probability from 100,000,000 zeros and ones, a byte each."""
import numpy as np

from ..accuracy import Accuracy, exact_mean
from ..recipes import generator
from ..workload import Arrays, Peer, Workload

FILE = "mle_bern"
ROWS = 100_000_000
TOLERANCE = 1e-9


def make_data() -> Arrays:
    return {FILE: (generator(92).random(ROWS, dtype=np.float32) < 0.3).astype(np.uint8)}


def count_nonzero(data: Arrays):
    x = data[FILE]
    return np.count_nonzero(x.view(np.bool_)) / len(x)


WORKLOAD = Workload(
    name="mle-bernoulli-100M",
    make_data=make_data,
    files=(FILE,),
    peers=(
        # Takes every byte for a truth value: nothing is checked.
        Peer("numpy count_nonzero of bools", count_nonzero, lambda p: {"estimates": np.array([p])}, ("numpy",)),
        Peer("numpy mean", lambda data: np.mean(data[FILE]), lambda p: {"estimates": np.array([p])}, ("numpy",)),
    ),
    judge=lambda data: Accuracy((exact_mean(data[FILE]),), tolerance=TOLERANCE),
    quality_name="1 - relative error",
    quality_tolerance=TOLERANCE,
    limit=0.005,
    limit_estimate="100 MB read once, at 20 GB/s",
)
