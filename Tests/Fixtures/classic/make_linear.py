"""Writes linear.json: linear and Poisson regressions by statsmodels and scikit-learn, on the data sets of
Sources/CDatasets/Resources.

    python make_linear.py

Least squares and Poisson fits are statsmodels'; ridge is numpy's least squares of the augmented rows, compared with
scikit-learn's, and its degrees of freedom come from the singular values; lasso and elastic net are scikit-learn's
coordinate descent until nothing changes; the ridge of the Poisson fit is scikit-learn's PoissonRegressor, improved by
Newton steps in numpy until the gradient is rounding. l1 and l2 are those of sums, not means, of losses.
"""

import json
import pathlib

import numpy as np
import pandas as pd
import sklearn
import statsmodels
import statsmodels.api as sm
from sklearn.linear_model import ElasticNet, PoissonRegressor, Ridge

folder = pathlib.Path(__file__).parent
resources = folder.parents[2] / "Sources" / "CDatasets" / "Resources"


def table(result):
    return {
        "estimates": result.params.tolist(),
        "standardErrors": result.bse.tolist(),
        "statistics": result.tvalues.tolist(),
        "pValues": result.pvalues.tolist(),
        "intervals": result.conf_int().tolist(),
        "logLikelihood": float(result.llf),
    }


def least_squares(x, y):
    result = sm.OLS(y, sm.add_constant(x)).fit()
    return table(result) | {
        "residualSumOfSquares": float(result.ssr),
        "residualStandardError": float(np.sqrt(result.scale)),
        "r2": float(result.rsquared),
        "adjustedR2": float(result.rsquared_adj),
        "fStatistic": float(result.fvalue),
        "fPValue": float(result.f_pvalue),
        # The variance counts as a parameter, as in R.
        "aic": float(result.aic + 2),
        "bic": float(result.bic + np.log(len(y))),
    }


def ridge(x, y, l2):
    center = x.mean(0)
    augmented = np.vstack([x - center, np.sqrt(l2) * np.eye(x.shape[1])])
    right = np.r_[y - y.mean(), np.zeros(x.shape[1])]
    coefficients = np.linalg.lstsq(augmented, right, rcond=None)[0]
    peer = Ridge(alpha=l2, solver="svd").fit(x, y)
    assert np.allclose(coefficients, peer.coef_, rtol=1e-9, atol=1e-9 * abs(peer.coef_).max())
    squares = np.linalg.svd(x - center, compute_uv=False) ** 2
    return {
        "l2": l2,
        "coefficients": coefficients.tolist(),
        "intercept": float(y.mean() - center @ coefficients),
        "effectiveParameters": float(1 + np.sum(squares / (squares + l2))),
    }


def elastic_net(x, y, l1, l2):
    n = len(y)
    model = ElasticNet(alpha=(l1 + l2) / n, l1_ratio=l1 / (l1 + l2), tol=1e-15, max_iter=10**6).fit(x, y)
    return {"l1": l1, "l2": l2, "coefficients": model.coef_.tolist(), "intercept": float(model.intercept_)}


def dummies(data, columns):
    return np.column_stack([data[c] == level for c, levels in columns for level in levels[1:]]).astype(float)


def polynomial(data, columns):
    """R's contr.poly for four ordered levels."""
    contrasts = np.linalg.qr(np.vander(np.arange(1, 5) - 2.5, 4, increasing=True))[0][:, 1:]
    contrasts *= np.sign(contrasts[-1])
    return np.hstack([contrasts[[levels.index(v) for v in data[c]]] for c, levels in columns])


def poisson(x, y, offset=None, intercept=True):
    result = sm.GLM(y, sm.add_constant(x) if intercept else x, family=sm.families.Poisson(), offset=offset)
    result = result.fit(tol=1e-14, maxiter=100)
    return table(result) | {
        "deviance": float(result.deviance),
        "nullDeviance": float(result.null_deviance),
        "pearsonChiSquared": float(result.pearson_chi2),
        "aic": float(result.aic),
        "bic": float(result.bic_llf),
        "means": result.mu.tolist(),
    }


def poisson_ridge(x, y, l2):
    peer = PoissonRegressor(alpha=l2 / len(y), tol=1e-10, max_iter=10**5, solver="newton-cholesky").fit(x, y)
    b = np.r_[peer.intercept_, peer.coef_]
    rows = np.column_stack([np.ones(len(y)), x])
    penalty = np.r_[0, np.full(x.shape[1], l2)]
    for _ in range(10):
        mean = np.exp(rows @ b)
        gradient = rows.T @ (mean - y) + penalty * b
        b -= np.linalg.solve((rows * mean[:, None]).T @ rows + np.diag(penalty), gradient)
    assert np.allclose(b[1:], peer.coef_, rtol=1e-5, atol=1e-8)
    return {"l2": l2, "coefficients": b[1:].tolist(), "intercept": float(b[0])}


def main():
    diabetes = pd.read_csv(resources / "diabetes.csv")
    y = diabetes.pop("target").to_numpy()
    x = diabetes.to_numpy()
    standardised = (x - x.mean(0)) / x.std(0)
    counts = 1 + np.arange(len(y)) % 3

    insurance = pd.read_csv(resources / "insurance.csv", dtype={"District": str})
    claims = insurance["Claims"].to_numpy(float)
    exposure = np.log(insurance["Holders"].to_numpy(float))
    district = ("District", ["1", "2", "3", "4"])
    group = ("Group", ["<1l", "1-1.5l", "1.5-2l", ">2l"])
    age = ("Age", ["<25", "25-29", "30-35", ">35"])
    treatment = dummies(insurance, [district, group, age])
    contrasts = np.hstack([dummies(insurance, [district]), polynomial(insurance, [group, age])])

    result = {
        "versions": {"statsmodels": statsmodels.__version__, "scikit-learn": sklearn.__version__},
        "diabetes": least_squares(x, y),
        # Row i stands 1 + i mod 3 times.
        "diabetes repeated": least_squares(np.repeat(x, counts, axis=0), np.repeat(y, counts)),
        "ridge": [ridge(x, y, l2) for l2 in [0.1, 10.0, 1e4]],
        # More columns than rows: the first eight patients.
        "wide ridge": ridge(x[:8], y[:8], 5.0),
        "elastic net, standardised": [
            elastic_net(standardised, y, *p) for p in [(442.0, 0.0), (4420.0, 0.0), (1000.0, 500.0)]
        ],
        "insurance": poisson(treatment, claims, exposure),
        "insurance, contrasts": poisson(contrasts, claims, exposure),
        "insurance, no offset, no intercept": poisson(treatment, claims, intercept=False),
        "insurance, ridge": poisson_ridge(treatment, claims, 3.0),
    }
    (folder / "linear.json").write_text(json.dumps(result, indent=1) + "\n")


main()
