"""Reference optima of logistic regressions, to Tests/Fixtures/classic/logistic.json.

    python make_logistic.py > logistic.json

L2 and unpenalised optima by Newton's method in numpy, started at scikit-learn's solution and run until the gradient
is rounding; L1 and elastic net by scikit-learn's saga to 1e-13.
"""
import json
import sys
import warnings

import numpy as np
import sklearn
from sklearn.datasets import load_breast_cancer, load_iris, load_wine
from sklearn.linear_model import LogisticRegression

warnings.filterwarnings("ignore")


def newton(x, y, l2):
    """Binary optimum: intercept first."""
    xt = np.hstack([np.ones((len(x), 1)), x])
    penalty = np.r_[0.0, np.full(x.shape[1], l2)]
    start = LogisticRegression(C=1 / l2 if l2 else np.inf, solver="newton-cholesky", tol=1e-12, max_iter=1000).fit(x, y)
    b = np.r_[start.intercept_, start.coef_[0]]
    for _ in range(20):
        p = 1 / (1 + np.exp(-xt @ b))
        g = xt.T @ (p - y) + penalty * b
        h = (xt * (p * (1 - p))[:, None]).T @ xt + np.diag(penalty)
        b = b - np.linalg.solve(h, g)
    z = xt @ b
    return b, -np.sum(np.logaddexp(0, np.where(y == 1, -z, z)))


def softmax(x, y, l2, k):
    """K x (1 + d), intercepts summing to zero."""
    xt = np.hstack([np.ones((len(x), 1)), x])
    d = xt.shape[1]
    start = LogisticRegression(C=1 / l2, solver="lbfgs", tol=1e-10, max_iter=20000).fit(x, y)
    b = np.hstack([start.intercept_[:, None], start.coef_])
    penalty = np.r_[0.0, np.full(d - 1, l2)]
    onehot = np.eye(k)[y]
    for _ in range(30):
        z = xt @ b.T
        p = np.exp(z - z.max(1, keepdims=True))
        p /= p.sum(1, keepdims=True)
        g = (p - onehot).T @ xt + penalty * b
        h = np.zeros((k * d, k * d))
        for a in range(k):
            for c in range(k):
                w = p[:, a] * ((a == c) - p[:, c])
                h[a * d:(a + 1) * d, c * d:(c + 1) * d] = (xt * w[:, None]).T @ xt
        h += np.kron(np.eye(k), np.diag(penalty))
        b = b - np.linalg.lstsq(h, g.ravel(), rcond=1e-13)[0].reshape(b.shape)
        b[:, 0] -= b[:, 0].mean()
    return b


def standardised(x):
    return (x - x.mean(0)) / x.std(0)


result = {"versions": {"scikit-learn": sklearn.__version__}}

cancer = load_breast_cancer()
x = standardised(cancer.data)
for l2 in (1.0, 0.01):
    b, ll = newton(x, cancer.target, l2)
    result[f"cancer l2={l2}"] = {"intercept": b[0], "coefficients": b[1:].tolist(), "logLikelihood": ll}
for name, l1, l2 in (("l1", 5.0, 0.0), ("elastic", 3.0, 2.0)):
    model = LogisticRegression(
        C=1 / (l1 + l2), l1_ratio=l1 / (l1 + l2), solver="saga", tol=1e-13, max_iter=200000).fit(x, cancer.target)
    result[f"cancer {name}"] = {"l1": l1, "l2": l2, "intercept": model.intercept_[0], "coefficients": model.coef_[0].tolist()}

iris, wine = load_iris(), load_wine()
result["iris l2=1"] = softmax(iris.data, iris.target, 1.0, 3).tolist()
result["wine l2=0.5"] = softmax(standardised(wine.data), wine.target, 0.5, 3).tolist()
json.dump(result, sys.stdout)
