"""The area under the ROC curve of 10,000,000 scores."""
import numpy as np

from ..accuracy import Accuracy
from ..rankings import FILES, LABELS, SCORES, exact_area, make_data
from ..workload import Arrays, Peer, Workload

TOLERANCE = 1e-12


def scikit_learn(data: Arrays) -> float:
    from sklearn.metrics import roc_auc_score
    return roc_auc_score(data[LABELS], data[SCORES])


def one_dal(data: Arrays) -> float:
    from sklearnex.metrics import roc_auc_score
    return roc_auc_score(data[LABELS], data[SCORES])


def rank_sum(data: Arrays) -> float:
    """The fewest lines that numpy does it in: right where no two scores are equal, as here."""
    ranked = data[LABELS][np.argsort(data[SCORES])].astype(bool)
    trues = int(ranked.sum())
    falses = len(ranked) - trues
    return (int(np.flatnonzero(ranked).sum()) - trues * (trues - 1) // 2) / (trues * falses)


def estimates(area: float) -> Arrays:
    return {"estimates": np.array([area])}


WORKLOAD = Workload(
    name="roc-auc-10M",
    make_data=make_data,
    files=FILES,
    peers=(
        Peer("scikit-learn-intelex (oneDAL) roc_auc_score", one_dal, estimates, ("scikit-learn-intelex",)),
        Peer("scikit-learn roc_auc_score", scikit_learn, estimates, ("scikit-learn",)),
        Peer("numpy argsort, sum of ranks", rank_sum, estimates, ("numpy",)),
    ),
    judge=lambda data: Accuracy((exact_area(data[SCORES], data[LABELS]),), tolerance=TOLERANCE),
    quality_name="1 - relative error",
    quality_tolerance=TOLERANCE,
    limit=0.2,
    limit_estimate="a radix sort of 80 MB on two cores: four passes, each of which scatters a row in 10 ns",
)
