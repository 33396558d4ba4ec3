"""Reference optima of L1 and elastic-net logistic regressions, to tests/Fixtures/classic/coordinate.json.

    python make_coordinate.py > coordinate.json

The signs are found by the accelerated proximal gradient method, and the coefficients of that support by Newton's method
to the last digits; the conditions of the optimum are then asserted, on all columns. The South African heart disease
data are read from the file that the program holds.
"""
import json
import sys
from pathlib import Path

import numpy as np
import sklearn
from sklearn.datasets import load_breast_cancer


def gradient(x, y, w, b, beta):
    r = w * (1 / (1 + np.exp(-(x @ beta + b))) - y)
    return r.sum(), x.T @ r


def signs(x, y, w, l1, l2, intercept):
    """FISTA with restarts, from zero."""
    n, d = x.shape
    xt = np.hstack([x, np.ones((n, 1)) * intercept])
    step = 1 / (0.25 * np.linalg.norm(xt * np.sqrt(w)[:, None], 2) ** 2 + l2)
    point = ahead = np.zeros(d + 1)
    t = 1.0
    for _ in range(400_000):
        g0, g = gradient(x, y, w, ahead[d] * intercept, ahead[:d])
        new = ahead - step * np.r_[g + l2 * ahead[:d], g0 * intercept]
        new[:d] = np.sign(new[:d]) * np.maximum(np.abs(new[:d]) - step * l1, 0)
        if (ahead - new) @ (new - point) > 0:
            t, ahead, point = 1.0, new, new
            continue
        t_next = (1 + np.sqrt(1 + 4 * t * t)) / 2
        ahead, change = new + (t - 1) / t_next * (new - point), np.abs(new - point).max()
        point, t = new, t_next
        if change < 1e-13:
            break
    return point


def optimum(x, y, l1, l2=0.0, w=None, intercept=True):
    w = np.ones(len(x)) if w is None else np.asarray(w, float)
    start = signs(x, y, w, l1, l2, float(intercept))
    support = np.flatnonzero(start[:-1])
    sign = np.sign(start[support])
    beta, b = start[:-1].copy(), start[-1]
    for _ in range(30):
        g0, g = gradient(x, y, w, b, beta)
        p = 1 / (1 + np.exp(-(x @ beta + b)))
        a = np.hstack([x[:, support], np.ones((len(x), 1))])
        h = (a * (w * p * (1 - p))[:, None]).T @ a + np.diag(np.r_[np.full(len(support), l2), 0.0])
        slope = np.r_[g[support] + l2 * beta[support] + l1 * sign, g0]
        if not intercept:
            h, slope = h[:-1, :-1], slope[:-1]
        move = np.linalg.solve(h, slope)
        beta[support] -= move[:len(support)]
        b -= move[len(support)] if intercept else 0.0
    g0, g = gradient(x, y, w, b, beta)
    rest = np.setdiff1d(np.arange(x.shape[1]), support)
    assert np.all(np.sign(beta[support]) == sign)
    assert np.all(np.abs(g[rest]) < l1 * (1 - 1e-6))
    assert np.abs(g[support] + l2 * beta[support] + l1 * sign).max(initial=0) < 1e-10 * len(x)
    z = x @ beta + b
    loss = w @ np.logaddexp(0, np.where(y == 1, -z, z))
    return {
        "l1": l1, "l2": l2, "hasIntercept": bool(intercept), "intercept": float(b), "coefficients": beta.tolist(),
        "objective": float(loss + l1 * np.abs(beta).sum() + l2 / 2 * beta @ beta),
    }


def standardised(x):
    return (x - x.mean(0)) / x.std(0)


cancer = load_breast_cancer()
cancer_x = standardised(cancer.data)
heart_file = Path(__file__).parents[3] / "Sources/CDatasets/Resources/saheart.csv"
heart = np.genfromtxt(heart_file, delimiter=",", names=True)
heart_names = ["sbp", "tobacco", "ldl", "famhist", "obesity", "alcohol", "age"]
heart_x, heart_y = standardised(np.column_stack([heart[name] for name in heart_names])), heart["chd"]
random = np.random.default_rng(20261124)
wide_x = np.round(random.standard_normal((24, 60)) + random.standard_normal((24, 1)), 2)
wide_y = (random.random(24) < 1 / (1 + np.exp(-wide_x[:, :3].sum(1)))).astype(int)
weights = [1.0, 2.0, 0.5, 3.0] * 6

result = {
    "versions": {"numpy": np.__version__, "scikit-learn": sklearn.__version__},
    "cancer": [
        optimum(cancer_x, cancer.target, 20.0), optimum(cancer_x, cancer.target, 5.0),
        optimum(cancer_x, cancer.target, 0.5), optimum(cancer_x, cancer.target, 3.0, 2.0),
        optimum(cancer_x, cancer.target, 5.0, intercept=False),
    ],
    "heart": [
        optimum(heart_x, heart_y, 20.0), optimum(heart_x, heart_y, 2.0), optimum(heart_x, heart_y, 5.0, 10.0),
    ],
    "wide": {
        "x": wide_x.tolist(), "y": wide_y.tolist(), "weights": weights,
        "plain": [optimum(wide_x, wide_y, 2.0), optimum(wide_x, wide_y, 0.5), optimum(wide_x, wide_y, 1.0, 1.0)],
        "weighted": [optimum(wide_x, wide_y, 2.0, w=weights), optimum(wide_x, wide_y, 1.0, 0.5, w=weights)],
    },
}
json.dump(result, sys.stdout)
