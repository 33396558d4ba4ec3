"""The average precision of 10,000,000 scores."""
import numpy as np

from ..accuracy import Accuracy
from ..rankings import FILES, LABELS, SCORES, exact_average_precision, make_data
from ..workload import Arrays, Peer, Workload

TOLERANCE = 1e-12


def scikit_learn(data: Arrays) -> float:
    from sklearn.metrics import average_precision_score
    return average_precision_score(data[LABELS], data[SCORES])


def cumulated(data: Arrays) -> float:
    """The fewest lines that numpy does it in: right where no two scores are equal, as here."""
    ranked = data[LABELS][np.argsort(-data[SCORES])]
    places = np.flatnonzero(ranked)
    return float((np.arange(1, len(places) + 1) / (places + 1)).mean())


def estimates(precision: float) -> Arrays:
    return {"estimates": np.array([precision])}


WORKLOAD = Workload(
    name="average-precision-10M",
    make_data=make_data,
    files=FILES,
    peers=(
        Peer("scikit-learn average_precision_score", scikit_learn, estimates, ("scikit-learn",)),
        Peer("numpy argsort, cumulated", cumulated, estimates, ("numpy",)),
    ),
    judge=lambda data: Accuracy((exact_average_precision(data[SCORES], data[LABELS]),), tolerance=TOLERANCE),
    quality_name="1 - relative error",
    quality_tolerance=TOLERANCE,
    limit=0.2,
    limit_estimate="that of roc-auc-10M: the sort is all the work",
)
