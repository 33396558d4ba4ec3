"""Writes feature_selection.json: F tests and selections of columns by scikit-learn, on the data sets of
Sources/CDatasets/Resources.

    python make_feature_selection.py

The statistics and p-values are those of f_classif and f_regression. The columns of breast cancer are standardised by
numpy before a logistic regression sees them; the fits are run until nothing changes. Columns by the share and by
adjusted p-values are those of SelectPercentile, SelectFpr, SelectFdr and SelectFwe.
"""

import json
import pathlib

import numpy as np
import pandas as pd
import scipy
import sklearn
from sklearn.feature_selection import (
    RFE, SelectFdr, SelectFpr, SelectFromModel, SelectFwe, SelectKBest, SelectPercentile, f_classif, f_regression)
from sklearn.linear_model import Lasso, LinearRegression, LogisticRegression

folder = pathlib.Path(__file__).parent
resources = folder.parents[2] / "Sources" / "CDatasets" / "Resources"


def table(name):
    frame = pd.read_csv(resources / f"{name}.csv")
    return frame.iloc[:, :-1].to_numpy(float), frame.iloc[:, -1].to_numpy()


def columns(selector, x, y):
    return np.flatnonzero(selector.fit(x, y).get_support()).tolist()


def tests(function, x, y):
    statistics, p_values = function(x, y)
    return {"statistics": statistics.tolist(), "pValues": p_values.tolist()}


def univariate(function, x, y):
    return tests(function, x, y) | {
        "best5": columns(SelectKBest(function, k=5), x, y),
        "share40": columns(SelectPercentile(function, percentile=40), x, y),
        "unadjusted": columns(SelectFpr(function, alpha=2.5e-4), x, y),
        "benjaminiHochberg": columns(SelectFdr(function, alpha=2.5e-4), x, y),
        "bonferroni": columns(SelectFwe(function, alpha=2.5e-4), x, y),
    }


def logistic(l2):
    return LogisticRegression(C=1 / l2, solver="newton-cholesky", tol=1e-12, max_iter=1000)


def rfe(base, x, y, count, step=1):
    fitted = RFE(base, n_features_to_select=count, step=step).fit(x, y)
    return {"columns": np.flatnonzero(fitted.support_).tolist(), "ranking": fitted.ranking_.tolist()}


cancer, sick = table("breast_cancer")
scaled = (cancer - cancer.mean(axis=0)) / cancer.std(axis=0)
diabetes, progression = table("diabetes")
iris, species = table("iris")
l1_logistic = LogisticRegression(
    l1_ratio=1, C=0.1, solver="saga", tol=1e-10, max_iter=100_000, random_state=0)


def repeated(x, y):
    """Each row once, twice or three times, in turn."""
    rows = np.repeat(np.arange(len(y)), 1 + np.arange(len(y)) % 3)
    return x[rows], y[rows]


result = {
    "versions": {"numpy": np.__version__, "scipy": scipy.__version__, "scikit-learn": sklearn.__version__},
    "cancer": univariate(f_classif, cancer, sick),
    "iris": tests(f_classif, iris, species),
    "weightedIris": tests(f_classif, *repeated(iris, species)),
    "diabetes": univariate(f_regression, diabetes, progression),
    "weightedDiabetes": tests(f_regression, *repeated(diabetes, progression)),
    "fromModel": {
        "lasso": columns(SelectFromModel(Lasso(alpha=10, tol=1e-12, max_iter=1_000_000)), diabetes, progression),
        "mean": columns(SelectFromModel(logistic(1), threshold="mean"), scaled, sick),
        "best4": columns(SelectFromModel(logistic(1), threshold=-np.inf, max_features=4), scaled, sick),
        "l1": columns(SelectFromModel(l1_logistic), scaled, sick),
    },
    "rfe": {
        "cancer5": rfe(logistic(1), scaled, sick, 5),
        "cancer6By4": rfe(logistic(1), scaled, sick, 6, 4),
        "diabetes4": rfe(LinearRegression(), diabetes, progression, 4),
    },
}
(folder / "feature_selection.json").write_text(json.dumps(result, indent=1) + "\n")
