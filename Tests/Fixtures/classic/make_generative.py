"""Writes generative.json: what scikit-learn's GaussianNB and LinearDiscriminantAnalysis find in iris, wine and breast
cancer, the data that scikit-learn ships.

    python make_generative.py

Scores of scikit-learn's solvers differ by what all classes have in common. Coefficients and intercepts of `lsqr` are
written less their means over the priors' centre, so that those of all solvers are comparable: from each row Σ⁻¹m, from
each intercept -m'Σ⁻¹m / 2, with m = Σ πₖ μₖ.
"""

import json
import pathlib
import warnings

import numpy
import scipy
import scipy.special
import sklearn
from sklearn.covariance import ledoit_wolf
from sklearn.datasets import load_breast_cancer, load_iris, load_wine
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.naive_bayes import GaussianNB
from sklearn.preprocessing import StandardScaler

folder = pathlib.Path(__file__).parent
warnings.simplefilter("error")


def given(count):
    """Priors that are neither equal nor the sample's, exact in binary."""
    return [0.25, 0.75] if count == 2 else [0.5, 0.125, 0.375]


def naive_bayes(x, y, rows, priors=None, weights=None, smoothing=1e-9):
    model = GaussianNB(priors=priors, var_smoothing=smoothing).fit(x, y, sample_weight=weights)
    return {
        "priors": model.class_prior_.tolist(),
        "means": model.theta_.tolist(),
        "variances": model.var_.tolist(),
        "smoothing": float(model.epsilon_),
        "probabilities": model.predict_proba(x[rows]).tolist(),
        "jointLogLikelihoods": model.predict_joint_log_proba(x[rows]).tolist(),
    }


def centred(coefficients, priors, means):
    """Coefficients and quadratic parts less those of the centre."""
    common = priors @ coefficients
    center = priors @ means
    intercepts = -0.5 * numpy.einsum("kj,kj->k", coefficients, means) + numpy.log(priors)
    return coefficients - common, intercepts + 0.5 * center @ common


def discriminants(x, y, rows, priors=None, shrinkage=None):
    model = LinearDiscriminantAnalysis(
        solver="eigen", priors=priors, shrinkage=shrinkage
    ).fit(x, y)
    # In the two-class case the public coefficients are the difference only; Σ⁻¹ gives those of each class.
    inverse = numpy.linalg.inv(model.covariance_)
    coefficients, intercepts = centred(model.means_ @ inverse, model.priors_, model.means_)
    public = model.coef_ - (0 if len(model.classes_) == 2 else model.priors_ @ model.coef_)
    ours = coefficients[1:] - coefficients[:1] if len(model.classes_) == 2 else coefficients
    assert numpy.allclose(public, ours, rtol=1e-9, atol=1e-9 * abs(ours).max())
    result = {
        "priors": model.priors_.tolist(),
        "means": model.means_.tolist(),
        "coefficients": coefficients.tolist(),
        "intercepts": intercepts.tolist(),
        "probabilities": model.predict_proba(x[rows]).tolist(),
    }
    if shrinkage == "auto":
        result["shrinkage"] = [
            float(ledoit_wolf(StandardScaler().fit_transform(x[y == k]))[1]) for k in model.classes_
        ]
    if shrinkage is None and priors is None:
        svd = LinearDiscriminantAnalysis(solver="svd").fit(x, y)
        result["explainedVarianceRatio"] = svd.explained_variance_ratio_.tolist()
        result["projection"] = numpy.abs(svd.transform(x[rows])).tolist()
    return result


def wide(x, y):
    """Nine rows of 13 columns: the pseudo-inverse on the scale of the correlation matrix, by numpy."""
    rows = [0, 1, 2, 60, 61, 62, 140, 141, 142]
    x, y = x[rows], y[rows]
    means = numpy.array([x[y == k].mean(axis=0) for k in range(3)])
    residuals = x - means[y]
    scale = residuals.std(axis=0)
    # Singular values of the residuals, whose squares are the eigenvalues: no digit is lost in a product.
    inverse = numpy.linalg.pinv(residuals / scale, rcond=1e-6)
    inverse = len(rows) * (inverse @ inverse.T) / numpy.outer(scale, scale)
    coefficients, intercepts = centred(means @ inverse, numpy.full(3, 1 / 3), means)
    scores = x @ coefficients.T + intercepts
    return {
        "rows": rows,
        "rank": int(numpy.linalg.matrix_rank(residuals / scale, tol=1e-6)),
        "coefficients": coefficients.tolist(),
        "probabilities": scipy.special.softmax(scores, axis=1).tolist(),
    }


def results(load):
    data = load()
    x, y = data.data, data.target
    count = len(data.target_names)
    rows = list(range(0, len(x), len(x) // 10))
    weights = (1 + numpy.arange(len(x)) % 3).astype(float)
    return {
        "rows": rows,
        "given": given(count),
        "naiveBayes": {
            "empirical": naive_bayes(x, y, rows),
            "given": naive_bayes(x, y, rows, priors=given(count)),
            # The smoothing follows the unweighted variance there, so it is left out.
            "weighted": naive_bayes(x, y, rows, weights=weights, smoothing=0),
        },
        "discriminants": {
            "empirical": discriminants(x, y, rows),
            "given": discriminants(x, y, rows, priors=given(count)),
            "fixed": discriminants(x, y, rows, shrinkage=0.1),
            "ledoitWolf": discriminants(x, y, rows, shrinkage="auto"),
        },
    }


document = {
    "made by": f"make_generative.py, scikit-learn {sklearn.__version__}, numpy {numpy.__version__}, "
    f"scipy {scipy.__version__}",
    "sets": {
        "iris": results(load_iris),
        "wine": results(load_wine),
        "breast cancer": results(load_breast_cancer),
    },
    "wide": wide(load_wine().data, load_wine().target),
}
(folder / "generative.json").write_text(json.dumps(document, indent=1) + "\n")
