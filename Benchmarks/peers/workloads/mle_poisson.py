"""The maximum likelihood estimate of a Poisson rate from 100,000,000 counts, int32."""
import numpy as np

from ..accuracy import Accuracy, exact_mean
from ..recipes import generator
from ..workload import Arrays, Peer, Workload

FILE = "mle_pois"
TOLERANCE = 1e-9


def make_data() -> Arrays:
    return {FILE: np.tile(generator(93).poisson(4.2, 10_000_000).astype(np.int32), 10)}


WORKLOAD = Workload(
    name="mle-poisson-100M",
    make_data=make_data,
    files=(FILE,),
    peers=(
        # The rate alone; ours also has the frequency of each count, which the likelihood and its tests need.
        Peer("numpy mean", lambda data: np.mean(data[FILE]), lambda rate: {"estimates": np.array([rate])}, ("numpy",)),
    ),
    judge=lambda data: Accuracy((exact_mean(data[FILE]),), tolerance=TOLERANCE),
    quality_name="1 - relative error",
    quality_tolerance=TOLERANCE,
    limit=0.02,
    limit_estimate="400 MB read once, at 20 GB/s",
)
