"""Reference values of what a logistic regression infers, to Tests/Fixtures/classic/logistic_inference.json.

    python make_logistic_inference.py RESOURCES > logistic_inference.json

RESOURCES is the folder Sources/CDatasets/Resources, whose saheart.csv and default.csv are read.

Tables by statsmodels (Logit, MNLogit). Profile intervals by Newton's method in numpy with one coefficient held, and
scipy's brentq. Firth's estimates are where mpmath's derivatives of l + log|I| / 2, in 40 digits, vanish: no formula of
the score is used. Weighted and one-vs-rest optima by Newton's method in numpy; the probabilities of the latter and the
balanced weights are scikit-learn's.
"""
import csv
import json
import sys
import warnings

import mpmath as mp
import numpy as np
import scipy
import sklearn
import statsmodels
import statsmodels.api as sm
from scipy.optimize import brentq, root
from scipy.stats import chi2, norm
from sklearn.datasets import load_digits, load_iris, load_wine, load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from sklearn.utils.class_weight import compute_class_weight

warnings.filterwarnings("ignore")
mp.mp.dps = 40


def read(name):
    with open(f"{sys.argv[1]}/{name}") as file:
        rows = list(csv.reader(file))
    values = np.array([[float(v) for v in row] for row in rows[1:]])
    return rows[0][:-1], values[:, :-1], values[:, -1].astype(int)


def ones(x):
    return np.hstack([np.ones((len(x), 1)), x])


def standardised(x):
    return (x - x.mean(0)) / x.std(0)


def newton(xt, y, l2=0.0, weights=None, fixed=None, start=None):
    """Binary optimum over a design whose first column is the intercept; `fixed` = (index, value) holds one."""
    w = np.ones(len(y)) if weights is None else weights
    penalty = np.r_[0.0, np.full(xt.shape[1] - 1, l2)]
    b = np.zeros(xt.shape[1]) if start is None else start.copy()
    free = np.arange(xt.shape[1])
    if fixed is not None:
        b[fixed[0]] = fixed[1]
        free = np.delete(free, fixed[0])

    def loss(b):
        z = xt @ b
        return np.sum(w * np.logaddexp(0, np.where(y == 1, -z, z))) + 0.5 * np.sum(penalty * b * b)

    for _ in range(100):
        p = 1 / (1 + np.exp(-xt @ b))
        g = (xt.T @ (w * (p - y)) + penalty * b)[free]
        h = ((xt * (w * p * (1 - p))[:, None]).T @ xt + np.diag(penalty))[np.ix_(free, free)]
        step = np.linalg.solve(h, g)
        size = 1.0
        while size > 1e-6:
            c = b.copy()
            c[free] -= size * step
            if loss(c) <= loss(b) + 1e-12 * abs(loss(b)):
                break
            size /= 2
        b = c
        if np.max(np.abs(step)) < 1e-14 * max(1, np.max(np.abs(b))):
            break
    return b, -loss(b)


def profile(deviance, estimate, error, level=0.95):
    """Ends of the profile interval of one coefficient."""
    z = norm.ppf((1 + level) / 2)
    ends = []
    for side in (-1, 1):
        f = lambda v: np.sqrt(max(0, deviance(v))) - z
        far = estimate + side * z * error
        while f(far) < 0:
            far += side * z * error
        ends.append(brentq(f, estimate, far, xtol=1e-13, rtol=1e-14))
    return ends


def table(fit, index=None):
    pick = (lambda a: np.asarray(a)) if index is None else (lambda a: np.asarray(a)[:, index])
    interval = fit.conf_int() if index is None else fit.conf_int()[index]
    return {
        "estimates": pick(fit.params).tolist(), "standardErrors": pick(fit.bse).tolist(),
        "z": pick(fit.tvalues).tolist(), "pValues": pick(fit.pvalues).tolist(), "intervals": np.asarray(interval).tolist(),
    }


def logit(x, y, names):
    fit = sm.Logit(y, ones(x)).fit(method="newton", tol=1e-14, maxiter=200, disp=0)
    return fit, {
        "names": names, **table(fit), "logLikelihood": fit.llf, "nullLogLikelihood": fit.llnull,
        "mcFadden": fit.prsquared, "aic": fit.aic, "bic": fit.bic, "llr": fit.llr, "llrPValue": fit.llr_pvalue,
        "llrFreedom": fit.df_model,
    }


def firth(x, y):
    """Estimates, standard errors and penalised profile intervals; the first column of x is the intercept."""
    xt, ym = ones(x), [int(v) for v in y]
    rows = [[mp.mpf(float(v)) for v in row] for row in xt]
    p = xt.shape[1]

    def penalised(*b):
        total, info = mp.mpf(0), mp.zeros(p)
        for row, label in zip(rows, ym):
            z = sum(u * v for u, v in zip(row, b))
            q = 1 / (1 + mp.exp(-z))
            total += label * z - mp.log(1 + mp.exp(z))
            for i in range(p):
                for j in range(p):
                    info[i, j] += q * (1 - q) * row[i] * row[j]
        return total + mp.log(mp.det(info)) / 2

    def score(b, w=1.0):
        q = 1 / (1 + np.exp(-xt @ b))
        info = (xt * (q * (1 - q))[:, None]).T @ xt
        h = q * (1 - q) * np.einsum("ij,jk,ik->i", xt, np.linalg.inv(info), xt)
        return xt.T @ (y - q + h * (0.5 - q)), info

    start = root(lambda b: score(b)[0], np.zeros(p), tol=1e-13).x
    slope = lambda *b: [mp.diff(penalised, tuple(b), tuple(1 if k == j else 0 for k in range(p))) for j in range(p)]
    found = mp.findroot(lambda *b: slope(*b), tuple(mp.mpf(float(v)) for v in start), tol=1e-36)
    b = np.array([float(v) for v in found])
    info = score(b)[1]
    errors = np.sqrt(np.diag(np.linalg.inv(info)))

    def value(b):
        z = xt @ b
        return np.sum(y * z - np.logaddexp(0, z)) + 0.5 * np.linalg.slogdet(score(b)[1])[1]

    top = value(b)
    intervals, statistics = [], []
    for j in range(p):
        free = [k for k in range(p) if k != j]

        def held(v, near):
            def whole(c):
                a = near.copy()
                a[j], a[free] = v, c
                return a
            c = root(lambda c: score(whole(c))[0][free], near[free], tol=1e-13)
            return whole(c.x)

        def deviance(v):
            near = b.copy()
            for u in np.linspace(b[j], v, 9)[1:]:
                near = held(u, near)
            return 2 * (top - value(near))

        intervals.append(profile(deviance, b[j], errors[j]))
        statistics.append(deviance(0.0))
    return {
        "x": np.asarray(x, float).tolist(), "y": ym, "estimates": b.tolist(), "standardErrors": errors.tolist(),
        "intervals": intervals, "statistics": statistics, "pValues": chi2.sf(statistics, 1).tolist(),
    }


def softmax(x, y, l2, k, weights=None):
    xt = ones(x)
    d = xt.shape[1]
    w = np.ones(len(y)) if weights is None else weights
    b = np.zeros((k, d))
    penalty = np.r_[0.0, np.full(d - 1, l2)]
    onehot = np.eye(k)[y]

    def loss(b):
        z = xt @ b.T
        return np.sum(w * (np.logaddexp.reduce(z, axis=1) - z[np.arange(len(y)), y])) + 0.5 * np.sum(penalty * b * b)

    for _ in range(100):
        z = xt @ b.T
        p = np.exp(z - z.max(1, keepdims=True))
        p /= p.sum(1, keepdims=True)
        g = (w[:, None] * (p - onehot)).T @ xt + penalty * b
        h = np.zeros((k * d, k * d))
        for a in range(k):
            for c in range(k):
                v = w * p[:, a] * ((a == c) - p[:, c])
                h[a * d:(a + 1) * d, c * d:(c + 1) * d] = (xt * v[:, None]).T @ xt
        h += np.kron(np.eye(k), np.diag(penalty))
        step = np.linalg.lstsq(h, g.ravel(), rcond=1e-13)[0].reshape(b.shape)
        size = 1.0
        while size > 1e-6 and loss(b - size * step) > loss(b) + 1e-12 * abs(loss(b)):
            size /= 2
        b = b - size * step
        b[:, 0] -= b[:, 0].mean()
        if np.abs(step).max() < 1e-13:
            break
    return b


result = {"versions": {m.__name__: m.__version__ for m in (np, scipy, sklearn, statsmodels, mp)}}

columns, x, chd = read("saheart.csv")
names = ["sbp", "tobacco", "ldl", "famhist", "obesity", "alcohol", "age"]
heart = x[:, [columns.index(n) for n in names]]
fit, result["heart"] = logit(heart, chd, names)
xt = ones(heart)
intervals, statistics = [], []
for j in range(xt.shape[1]):
    deviance = lambda v: 2 * (fit.llf - newton(xt, chd, fixed=(j, v), start=fit.params)[1])
    intervals.append(profile(deviance, fit.params[j], fit.bse[j]))
    statistics.append(deviance(0.0))
result["heart"] |= {"profileIntervals": intervals, "profileStatistics": statistics}
small = ["tobacco", "ldl", "famhist", "age"]
result["heart small"] = logit(x[:, [columns.index(n) for n in small]], chd, small)[1]

columns, x, default = read("default.csv")
x[:, 2] /= 1000
result["default"] = logit(x, default, columns)[1]

wine = load_wine()
fit = sm.MNLogit(wine.target, ones(wine.data[:, [1, 2, 4]])).fit(method="newton", tol=1e-14, maxiter=200, disp=0)
# statsmodels fits its null model to five digits only; the shares of the classes are the maximum.
counts = np.bincount(wine.target)
null = float(np.sum(counts * np.log(counts / counts.sum())))
llr = 2 * (fit.llf - null)
result["multinomial"] = {
    "columns": [1, 2, 4], "classes": [table(fit, k) for k in range(2)], "logLikelihood": fit.llf,
    "nullLogLikelihood": null, "aic": fit.aic, "bic": fit.bic, "llr": llr, "llrPValue": chi2.sf(llr, 6),
}

columns, x, chd = read("saheart.csv")
rng = np.random.default_rng(3)
quasi = np.column_stack([rng.integers(0, 2, 24), rng.normal(size=24).round(2)])
labels = np.where(quasi[:, 0] == 1, 1, (rng.random(24) < 0.5).astype(int))
result["firth"] = {
    "overlapping": firth(x[:40][:, [1, 2, 4]].round(2), chd[:40]),
    "separated": firth(np.array([[0.5], [1.0], [1.5], [2.5], [3.0], [4.5]]), np.array([0, 0, 0, 1, 1, 1])),
    "quasi": firth(quasi, labels),
}

cancer = load_breast_cancer()
x = standardised(cancer.data)
balanced = compute_class_weight("balanced", classes=np.unique(cancer.target), y=cancer.target)
result["weights"] = {
    "balanced": balanced.tolist(),
    "cancer balanced": newton(ones(x), cancer.target, 1.0, balanced[cancer.target])[0].tolist(),
    "cancer given": newton(ones(x), cancer.target, 1.0, np.array([3.0, 0.5])[cancer.target])[0].tolist(),
}
iris = load_iris()
unbalanced = np.r_[0:50, 50:80, 100:110]
xi, yi = iris.data[unbalanced], iris.target[unbalanced]
weights = compute_class_weight("balanced", classes=np.unique(yi), y=yi)
result["weights"]["iris rows"] = unbalanced.tolist()
result["weights"]["iris balanced"] = softmax(xi, yi, 1.0, 3, weights[yi]).tolist()
rest = []
for k in range(3):
    yk = (yi == k).astype(int)
    wk = compute_class_weight("balanced", classes=np.array([0, 1]), y=yk)
    rest.append(newton(ones(xi), yk, 1.0, wk[yk])[0].tolist())
result["weights"]["iris rest balanced"] = rest

model = OneVsRestClassifier(LogisticRegression(C=1.0, solver="newton-cholesky", tol=1e-14, max_iter=1000))
model.fit(iris.data, iris.target)
result["one-vs-rest"] = {
    "coefficients": [newton(ones(iris.data), (iris.target == k).astype(int), 1.0)[0].tolist() for k in range(3)],
    "rows": [0, 60, 77, 133], "probabilities": model.predict_proba(iris.data[[0, 60, 77, 133]]).tolist(),
    "errors": int((model.predict(iris.data) != iris.target).sum()),
}

digits = load_digits()
pixels = [2, 10, 20, 26, 34, 42, 53, 60]
result["digits"] = {
    "rows": 400, "columns": pixels,
    "coefficients": softmax(digits.data[:400][:, pixels] / 16, digits.target[:400], 1.0, 10).tolist(),
}
columns, x, chd = read("saheart.csv")
result["heart l2=1"] = newton(ones(standardised(x)), chd, 1.0)[0].tolist()
json.dump(result, sys.stdout)
