"""Writes elastic_net.json: a small regression problem and the coefficients that scikit-learn's Lasso and ElasticNet
find in it.

    python elastic_net.py

scikit-learn minimises |y - Xw - w0|²/(2n) + alpha (r |w|_1 + (1 - r)/2 |w|²); the l1 and l2 of the file are those of
|y - Xw - w0|²/2 + l1 |w|_1 + l2/2 |w|², that is n alpha r and n alpha (1 - r).
"""

import json
import pathlib

import numpy
import sklearn
from sklearn.linear_model import ElasticNet, Lasso

random = numpy.random.default_rng(20)
n, d = 24, 6
mixing = random.normal(size=(d, d))
x = numpy.round(random.normal(size=(n, d)) @ mixing, 2)
y = numpy.round(x @ [1.5, 0, -2, 0, 0, 0.5] + 3 + random.normal(size=n), 2)


def case(name, alpha, ratio):
    options = dict(alpha=alpha, tol=1e-15, max_iter=1_000_000)
    model = Lasso(**options) if ratio == 1 else ElasticNet(l1_ratio=ratio, **options)
    model.fit(x, y)
    return {
        "name": name,
        "l1": n * alpha * ratio,
        "l2": n * alpha * (1 - ratio),
        "intercept": float(model.intercept_),
        "coefficients": model.coef_.tolist(),
    }


document = {
    "made by": f"elastic_net.py, scikit-learn {sklearn.__version__}, numpy {numpy.__version__}",
    "x": x.tolist(),
    "y": y.tolist(),
    "cases": [
        case("lasso", 0.25, 1),
        case("strong lasso", 2.0, 1),
        case("elastic net", 0.5, 0.5),
    ],
}
(pathlib.Path(__file__).parent / "elastic_net.json").write_text(json.dumps(document, indent=1) + "\n")
