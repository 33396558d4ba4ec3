"""Writes selection.json: what scikit-learn's cross_validate, GridSearchCV and LogisticRegressionCV find on wine.csv, and
on the first 150 rows of the diabetes data, with folds that stand in the file; and the accuracies of two classifiers on iris.csv in blocks of each class.

    python make_selection.py
"""

import json
import pathlib

import numpy
import scipy
import sklearn
from sklearn.datasets import load_diabetes
from sklearn.linear_model import LogisticRegression, LogisticRegressionCV, Ridge
from sklearn.model_selection import GridSearchCV, StratifiedKFold, cross_val_predict, cross_val_score, cross_validate
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import NearestCentroid

folder = pathlib.Path(__file__).parent
table = numpy.loadtxt(folder / "wine.csv", delimiter=",", skiprows=1)
# Standardised by all rows: the data are what they are, and both sides get the same.
features, labels = table[:, :-1], table[:, -1].astype(int)
features = (features - features.mean(axis=0)) / features.std(axis=0)
weights = 1.0 + numpy.arange(len(labels)) % 3

folds = list(StratifiedKFold(5, shuffle=True, random_state=8).split(features, labels))
# Of scikit-learn's C; the penalty here is l2 = 1/C.
strengths = [0.001, 0.1, 1.0, 10.0, 1000.0]


def model(strength):
    return LogisticRegression(C=strength, solver="newton-cholesky", tol=1e-12, max_iter=1000)


def classification():
    scoring = {"accuracy": "accuracy", "logLoss": "neg_log_loss"}
    scores = cross_validate(model(1.0), features, labels, cv=folds, scoring=scoring, return_train_score=True)
    # Weights of the training rows only: scores of scikit-learn's cross_validate have none without metadata routing.
    probabilities = cross_val_predict(model(1.0), features, labels, cv=folds, method="predict_proba")
    weighted = []
    for training, test in folds:
        fitted = model(1.0).fit(features[training], labels[training], sample_weight=weights[training])
        weighted.append(
            -sklearn.metrics.log_loss(labels[test], fitted.predict_proba(features[test]), sample_weight=weights[test]))
    return {
        "accuracy": scores["test_accuracy"].tolist(),
        "logLoss": (-scores["test_logLoss"]).tolist(),
        "trainingLogLoss": (-scores["train_logLoss"]).tolist(),
        "weightedLogLoss": (-numpy.array(weighted)).tolist(),
        "outOfFold": probabilities.tolist(),
    }


def iris():
    data = numpy.loadtxt(folder / "iris.csv", delimiter=",", skiprows=1)
    models = {"nearestCentroid": NearestCentroid(), "gaussianNaiveBayes": GaussianNB()}
    return {
        name: cross_val_score(model, data[:, :-1], data[:, -1].astype(int), cv=StratifiedKFold(5)).tolist()
        for name, model in models.items()
    }


def search():
    grid = GridSearchCV(
        model(1.0), {"C": strengths}, cv=folds, scoring="neg_log_loss", return_train_score=True
    ).fit(features, labels)
    results = grid.cv_results_
    path = LogisticRegressionCV(
        Cs=strengths, cv=folds, scoring="neg_log_loss", solver="newton-cholesky", tol=1e-12, max_iter=1000,
        l1_ratios=(0,), use_legacy_attributes=False,
    ).fit(features, labels)
    return {
        "strengths": strengths,
        "scores": [[-results[f"split{f}_test_score"][c] for f in range(5)] for c in range(len(strengths))],
        "trainingScores": [[-results[f"split{f}_train_score"][c] for f in range(5)] for c in range(len(strengths))],
        "ranks": results["rank_test_score"].tolist(),
        "best": int(grid.best_index_),
        "bestOfPath": strengths.index(float(path.C_)),
        "coefficients": grid.best_estimator_.coef_.tolist(),
    }


def regression():
    x, y = load_diabetes(return_X_y=True, scaled=False)
    x, y = x[:150], y[:150]
    tests = [numpy.arange(k, 150, 4).tolist() for k in range(4)]
    folds = [(numpy.setdiff1d(numpy.arange(150), test), numpy.array(test)) for test in tests]
    scores = cross_validate(Ridge(alpha=10), x, y, cv=folds, scoring="neg_mean_squared_error")
    return {
        "features": x.tolist(),
        "targets": y.tolist(),
        "tests": tests,
        "ridge": 10,
        "meanSquaredError": (-scores["test_score"]).tolist(),
        "outOfFold": cross_val_predict(Ridge(alpha=10), x, y, cv=folds).tolist(),
    }


def inference():
    """The formulas of Nadeau and Bengio, in numpy and scipy, on scores of ten folds."""
    first = numpy.array([0.81, 0.79, 0.84, 0.77, 0.83, 0.80, 0.78, 0.86, 0.82, 0.79])
    second = numpy.array([0.78, 0.80, 0.80, 0.75, 0.79, 0.80, 0.76, 0.81, 0.79, 0.78])

    def corrected(values):
        return float(numpy.sqrt((1 / 10 + 1 / 9) * values.var(ddof=1)))

    difference = first - second
    statistic = difference.mean() / corrected(difference)
    quantile = scipy.stats.t.ppf(0.975, 9)
    return {
        "first": first.tolist(),
        "second": second.tolist(),
        "mean": first.mean(),
        "standardDeviation": first.std(ddof=1),
        "naive": (first.mean() + numpy.array([-1, 1]) * quantile * first.std(ddof=1) / numpy.sqrt(10)).tolist(),
        "corrected": (first.mean() + numpy.array([-1, 1]) * quantile * corrected(first)).tolist(),
        "statistic": statistic,
        "pValue": 2 * scipy.stats.t.sf(abs(statistic), 9),
        "difference": (difference.mean() + numpy.array([-1, 1]) * quantile * corrected(difference)).tolist(),
    }


(folder / "selection.json").write_text(json.dumps({
    "versions": {"scikit-learn": sklearn.__version__, "numpy": numpy.__version__, "scipy": scipy.__version__},
    "features": features.tolist(),
    "labels": labels.tolist(),
    "weights": weights.tolist(),
    "tests": [test.tolist() for _, test in folds],
    "classification": classification(),
    "iris": iris(),
    "search": search(),
    "regression": regression(),
    "inference": inference(),
}, indent=1) + "\n")
