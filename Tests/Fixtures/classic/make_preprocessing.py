"""Writes preprocessing.json: what scikit-learn's preprocessing makes of wine, breast cancer and diabetes, the data that
scikit-learn ships.

    python make_preprocessing.py

Weights are 1, 2, 3, 1, ... and go to scikit-learn as repeated rows.
"""

import json
import pathlib
import warnings

import numpy
import sklearn
from sklearn.datasets import load_breast_cancer, load_diabetes, load_wine
from sklearn.preprocessing import MaxAbsScaler, MinMaxScaler, RobustScaler, StandardScaler

folder = pathlib.Path(__file__).parent
warnings.simplefilter("error")


def fitted(scaler, training, x, rows):
    model = scaler.fit(training)
    return model, {"transformed": model.transform(x[rows]).tolist()}


def standard(training, x, rows):
    model, result = fitted(StandardScaler(), training, x, rows)
    return result | {"center": model.mean_.tolist(), "scale": model.scale_.tolist()}


def robust(training, x, rows, lower, upper):
    model, result = fitted(RobustScaler(quantile_range=(100 * lower, 100 * upper)), training, x, rows)
    return result | {"center": model.center_.tolist(), "scale": model.scale_.tolist()}


def scalers(training, x, rows):
    return {
        "standard": standard(training, x, rows),
        "robust": robust(training, x, rows, 0.25, 0.75),
        "robust, deciles": robust(training, x, rows, 0.1, 0.9),
        "minMax": fitted(MinMaxScaler(), training, x, rows)[1],
        # Of the first half of the rows, so that the others lie beyond the range.
        "minMax, clipped": fitted(
            MinMaxScaler(feature_range=(-1, 2), clip=True), x[: len(x) // 2], x, rows
        )[1],
        "maxAbs": fitted(MaxAbsScaler(), training, x, rows)[1],
    }


def results(x):
    rows = list(range(0, len(x), len(x) // 8))
    repetitions = 1 + numpy.arange(len(x)) % 3
    return {
        "rows": rows,
        "scalers": {
            "plain": scalers(x, x, rows),
            "weighted": scalers(numpy.repeat(x, repetitions, axis=0), x, rows),
        },
    }


document = {
    "made by": f"make_preprocessing.py, scikit-learn {sklearn.__version__}, numpy {numpy.__version__}",
    "sets": {
        "wine": results(load_wine().data),
        "breast cancer": results(load_breast_cancer().data),
        "diabetes": results(load_diabetes(scaled=False).data),
    },
}
(folder / "preprocessing.json").write_text(json.dumps(document, indent=1) + "\n")
