"""Writes nearest_centroid.json: what scikit-learn's NearestCentroid finds in iris.csv and wine.csv, and the
probabilities of the first row of each class from their formula, in 40 digits.

    python nearest_centroid.py
"""

import decimal
import json
import pathlib
from decimal import Decimal

import numpy
import sklearn
from sklearn.neighbors import NearestCentroid

decimal.getcontext().prec = 40
folder = pathlib.Path(__file__).parent


def probabilities(x, y, row):
    exact = [[Decimal(float(v)) for v in r] for r in x]
    classes = sorted(set(y))
    means, squares = [], Decimal(0)
    for k in classes:
        members = [r for r, label in zip(exact, y) if label == k]
        mean = [sum(column) / len(members) for column in zip(*members)]
        squares += sum((v - m) ** 2 for r in members for v, m in zip(r, mean))
        means.append(mean)
    variance = squares / (len(exact) * len(exact[0]))
    distances = [sum((v - m) ** 2 for v, m in zip(exact[row], mean)) for mean in means]
    densities = [(-d / (2 * variance)).exp() for d in distances]
    return {
        "row": row,
        "variance": float(variance),
        "probabilities": [float(p / sum(densities)) for p in densities],
    }


def results(name):
    table = numpy.loadtxt(folder / f"{name}.csv", delimiter=",", skiprows=1)
    x, y = table[:, :-1], table[:, -1].astype(int)
    model = NearestCentroid().fit(x, y)
    first = [int(numpy.argmax(y == k)) for k in model.classes_]
    return {
        "centroids": model.centroids_.tolist(),
        "predictions": "".join(str(label) for label in model.predict(x)),
        "rows": [probabilities(x, y.tolist(), row) for row in first],
    }


document = {
    "made by": f"nearest_centroid.py, scikit-learn {sklearn.__version__}, numpy {numpy.__version__}",
    "sets": {name: results(name) for name in ("iris", "wine")},
}
(folder / "nearest_centroid.json").write_text(json.dumps(document, indent=1) + "\n")
