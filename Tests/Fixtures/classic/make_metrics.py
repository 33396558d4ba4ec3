"""Writes metrics.json: what scikit-learn finds of predictions, probabilities and scores, the folds that it deals, and
what they say of its NearestCentroid on iris.csv and wine.csv.

    python make_metrics.py
"""

import json
import pathlib

import numpy
import sklearn
from sklearn import metrics
from sklearn.model_selection import KFold, StratifiedKFold, cross_val_score
from sklearn.neighbors import NearestCentroid

folder = pathlib.Path(__file__).parent
random = numpy.random.default_rng(20)


def ranking(name, scores, labels, weights=None):
    scores, labels = numpy.asarray(scores, float), numpy.asarray(labels, bool)
    fpr, tpr, thresholds = metrics.roc_curve(labels, scores, sample_weight=weights, drop_intermediate=False)
    return {
        "name": name,
        "scores": scores.tolist(),
        "labels": labels.tolist(),
        "weights": None if weights is None else numpy.asarray(weights, float).tolist(),
        "area": metrics.roc_auc_score(labels, scores, sample_weight=weights),
        "falsePositiveRates": fpr.tolist(),
        "truePositiveRates": tpr.tolist(),
        # The first is infinity, which JSON has no number for.
        "thresholds": thresholds[1:].tolist(),
    }


def rankings():
    labels = random.random(60) < 0.4
    scores = labels + random.normal(size=60)
    weights = random.random(60) * 3
    counts = random.integers(0, 4, size=60)
    return [
        ranking("scores without ties", scores, labels),
        ranking("heavy ties", numpy.round(scores), labels),
        ranking("two scores", scores > 0.5, labels),
        ranking("weights", scores, labels, weights),
        ranking("heavy ties and weights", numpy.round(scores), labels, weights),
        ranking("heavy ties and whole weights, some of them zero", numpy.round(scores), labels, counts),
        ranking("equal scores", numpy.full(20, 0.25), labels[:20]),
        ranking("perfect ranking", numpy.where(labels, 1, -1) * (1 + random.random(60)), labels),
        ranking("inverted ranking", numpy.where(labels, -1, 1) * (1 + random.random(60)), labels),
        ranking("one true row", [0.1, 0.4, 0.35, 0.8], [False, False, True, False]),
    ]


def binary(weights):
    labels = random.random(40) < 0.6
    p = random.beta(2, 2, size=40)
    logits = numpy.log(p / (1 - p))
    return {
        "logOdds": logits.tolist(),
        "probabilities": p.tolist(),
        "labels": labels.tolist(),
        "weights": None if weights is None else weights.tolist(),
        "accuracy": metrics.accuracy_score(labels, p > 0.5, sample_weight=weights),
        "logLoss": metrics.log_loss(labels, p, sample_weight=weights),
        "brierScore": metrics.brier_score_loss(labels, p, sample_weight=weights),
    }


def classes(weights):
    p = random.dirichlet([1, 2, 0.5], size=40)
    labels = numpy.array(["ant", "bee", "cow"])[random.integers(0, 3, size=40)]
    predictions = numpy.array(["ant", "bee", "cow"])[p.argmax(axis=1)]
    return {
        "probabilities": p.tolist(),
        "labels": labels.tolist(),
        "predictions": predictions.tolist(),
        "weights": None if weights is None else weights.tolist(),
        "accuracy": metrics.accuracy_score(labels, predictions, sample_weight=weights),
        "logLoss": metrics.log_loss(labels, p, sample_weight=weights),
        "brierScore": metrics.brier_score_loss(labels, p, sample_weight=weights),
    }


def folds(labels, count):
    return {
        "labels": labels.tolist(),
        "foldCount": count,
        "plain": [test.tolist() for _, test in KFold(count).split(labels)],
        "stratified": [test.tolist() for _, test in StratifiedKFold(count).split(labels, labels)],
    }


def cross_validation(name):
    table = numpy.loadtxt(folder / f"{name}.csv", delimiter=",", skiprows=1)
    return cross_val_score(NearestCentroid(), table[:, :-1], table[:, -1].astype(int), cv=StratifiedKFold(10)).tolist()


document = {
    "made by": f"make_metrics.py, scikit-learn {sklearn.__version__}, numpy {numpy.__version__}",
    "rankings": rankings(),
    "binary": [binary(None), binary(random.random(40) * 3)],
    "classes": [classes(None), classes(random.random(40) * 3)],
    "folds": [
        folds(random.integers(0, 3, size=47), 5),
        folds(numpy.sort(random.integers(0, 4, size=62)), 7),
        folds(random.integers(0, 2, size=9), 2),
    ],
    "crossValidation": {name: cross_validation(name) for name in ("iris", "wine")},
}
(folder / "metrics.json").write_text(json.dumps(document) + "\n")
