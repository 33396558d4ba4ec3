"""Writes preprocessing.json: what scikit-learn's preprocessing makes of wine, breast cancer and diabetes, the data that
scikit-learn ships.

    python make_preprocessing.py

Imputers see the data with holes, encoders the whole numbers below the first three columns, polynomial features the
first four columns. Weights are 1, 2, 3, 1, ... and go to scikit-learn as repeated rows.
"""

import json
import pathlib
import warnings

import numpy
import sklearn
from sklearn.datasets import load_breast_cancer, load_diabetes, load_wine
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import (
    MaxAbsScaler,
    MinMaxScaler,
    OneHotEncoder,
    PolynomialFeatures,
    RobustScaler,
    StandardScaler,
)

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


def with_holes(x):
    """NaN in a part of the even columns."""
    row, column = numpy.indices(x.shape)
    return numpy.where((column % 2 == 0) & ((7 * row + 3 * column) % 11 == 0), numpy.nan, x)


def imputers(training, x, rows):
    results = {}
    for strategy in ["mean", "median", "most_frequent"]:
        model = SimpleImputer(strategy=strategy, add_indicator=True).fit(training)
        results[strategy] = {"values": model.statistics_.tolist(), "transformed": model.transform(x[rows]).tolist()}
    return results


def encoders(training, x, rows, repetitions):
    half = len(x) // 2
    settings = {
        "plain": (training, {}),
        "dropping the first": (training, {"drop": "first"}),
        "dropping of two": (training, {"drop": "if_binary"}),
        "infrequent": (training, {"min_frequency": 20}),
        "infrequent, dropping the first": (training, {"min_frequency": 20, "drop": "first"}),
        # Fitted on the first half of the rows, so that the others hold unknown categories.
        "unknown as zeros": (numpy.repeat(x[:half], repetitions[:half], axis=0), {"handle_unknown": "ignore"}),
        "unknown as infrequent": (
            numpy.repeat(x[:half], repetitions[:half], axis=0),
            {"handle_unknown": "infrequent_if_exist", "min_frequency": 20},
        ),
    }
    results = {}
    for name, (samples, options) in settings.items():
        model = OneHotEncoder(sparse_output=False, **options).fit(samples)
        # Without the warning that unknown categories come: they are meant to.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            transformed = model.transform(x[rows])
        results[name] = {
            "categories": [column.tolist() for column in model.categories_],
            "outputCount": transformed.shape[1],
            "ones": [numpy.flatnonzero(row).tolist() for row in transformed],
        }
    return results


def polynomials(x, rows):
    settings = {
        "degree 2": {"degree": 2, "include_bias": False},
        "degree 3": {"degree": 3, "include_bias": True},
        "interactions": {"degree": 3, "interaction_only": True, "include_bias": False},
    }
    results = {}
    for name, options in settings.items():
        model = PolynomialFeatures(**options).fit(x)
        results[name] = {
            "powers": model.powers_.tolist(),
            "names": model.get_feature_names_out(["a", "b", "c", "d"]).tolist(),
            "transformed": model.transform(x[rows]).tolist(),
        }
    return results


def results(x):
    rows = list(range(0, len(x), len(x) // 8))
    repetitions = 1 + numpy.arange(len(x)) % 3
    return {
        "rows": rows,
        "scalers": {
            "plain": scalers(x, x, rows),
            "weighted": scalers(numpy.repeat(x, repetitions, axis=0), x, rows),
        },
        "imputers": {
            "plain": imputers(with_holes(x), with_holes(x), rows),
            "weighted": imputers(numpy.repeat(with_holes(x), repetitions, axis=0), with_holes(x), rows),
        },
        "encoders": {
            "plain": encoders(numpy.floor(x[:, :3]), numpy.floor(x[:, :3]), rows, numpy.ones(len(x), dtype=int)),
            "weighted": encoders(
                numpy.repeat(numpy.floor(x[:, :3]), repetitions, axis=0), numpy.floor(x[:, :3]), rows, repetitions
            ),
        },
        "polynomials": polynomials(x[:, :4], rows),
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
