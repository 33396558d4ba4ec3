"""Scores of labelled rows, and what a ranking by them is worth, exactly."""
from __future__ import annotations

import numpy as np

from .recipes import generator
from .workload import Arrays

SCORES, LABELS = "scores_s", "scores_y"
ROWS = 10_000_000
FILES = (SCORES, LABELS)


def make_data() -> Arrays:
    """Normal scores, and labels that are true with the probability sigmoid(0.8 s - 0.7)."""
    random = generator(15)
    s = random.standard_normal(ROWS) * 1.5
    p = 1 / (1 + np.exp(-(0.8 * s - 0.7)))
    return {SCORES: s, LABELS: (random.random(ROWS) < p).astype(np.uint8)}


def exact_area(scores: np.ndarray, labels: np.ndarray) -> float:
    """The area under the ROC curve: a quotient of whole numbers, twice the pairs in the right order over all."""
    trues, falses = _ties(scores, labels)
    below = np.concatenate(([0], np.cumsum(falses)[:-1]))
    doubled = int((trues * (2 * below + falses)).sum())
    return doubled / (2 * int(trues.sum()) * int(falses.sum()))


def exact_average_precision(scores: np.ndarray, labels: np.ndarray) -> float:
    """By long doubles: three digits more than a double has."""
    trues, falses = _ties(-scores, labels)
    above = np.cumsum(trues)
    precision = above.astype(np.longdouble) / (above + np.cumsum(falses))
    return float((trues * precision).sum() / above[-1])


def _ties(scores: np.ndarray, labels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """How many rows of each score, ascending, are true, and how many are false."""
    order = np.argsort(scores)
    ranked = scores[order]
    starts = np.flatnonzero(np.concatenate(([True], ranked[1:] != ranked[:-1])))
    trues = np.add.reduceat(labels[order].astype(np.int64), starts)
    return trues, np.diff(np.append(starts, len(scores))) - trues
