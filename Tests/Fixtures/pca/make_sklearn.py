"""Writes the principal components that scikit-learn finds of four data sets: iris.json, wine.json, ...

    python make_sklearn.py DIRECTORY_OF_CSV_FILES

The CSV files have a header and the class in the last column. The correlation matrix is analysed by PCA of columns
divided by their standard deviations with n - 1, as in R: StandardScaler divides by those with n. A constant column is
divided by 1.
"""

import json
import pathlib
import sys

import numpy as np
import scipy
import sklearn
from sklearn.decomposition import PCA

SETS = ["iris", "wine", "breast_cancer", "digits"]
SHARES = [0.8, 0.9, 0.95, 0.99]


def with_signs_fixed(components):
    """Each row times 1 or -1, so that its largest element in magnitude (the first to 1e-8) is positive."""
    magnitudes = np.abs(components)
    decisive = np.argmax(magnitudes >= magnitudes.max(axis=1, keepdims=True) * (1 - 1e-8), axis=1)
    return components * np.sign(components[np.arange(len(components)), decisive])[:, None]


def analysis(x, scale):
    z = x / scale
    model = PCA(svd_solver="full").fit(z)
    rank = int(np.sum(model.singular_values_ > model.singular_values_[0] * max(x.shape) * np.finfo(float).eps))
    components = with_signs_fixed(model.components_[:rank])
    return {
        "mean": x.mean(axis=0).tolist(),
        "scale": scale.tolist(),
        "eigenvalues": model.explained_variance_.tolist(),
        "ratios": model.explained_variance_ratio_.tolist(),
        "singularValues": model.singular_values_[:rank].tolist(),
        "components": components.tolist(),
        "scores": ((z[:5] - z.mean(axis=0)) @ components.T).tolist(),
        "countsForShares": [
            {"share": share, "count": int(PCA(n_components=share, svd_solver="full").fit(z).n_components_)}
            for share in SHARES
        ],
        "aboveOne": int(np.sum(model.explained_variance_ > 1)),
    }


def main(directory):
    versions = {"scikit-learn": sklearn.__version__, "numpy": np.__version__, "scipy": scipy.__version__}
    print(versions)
    for name in SETS:
        x = np.loadtxt(directory / f"{name}.csv", delimiter=",", skiprows=1)[:, :-1]
        deviations = x.std(axis=0, ddof=1)
        deviations[np.ptp(x, axis=0) == 0] = 1
        result = {
            "versions": versions,
            "covariance": analysis(x, np.ones(x.shape[1])),
            "correlation": analysis(x, deviations),
        }
        # The same eigenvalues by another way: a reference that disagrees with itself is none.
        kept = np.ptp(x, axis=0) > 0
        by_eigh = np.linalg.eigvalsh(np.corrcoef(x[:, kept], rowvar=False))[::-1]
        found = np.array(result["correlation"]["eigenvalues"])[: len(by_eigh)]
        assert np.allclose(found, by_eigh, rtol=0, atol=1e-12 * by_eigh[0]), name
        target = pathlib.Path(__file__).with_name(f"{name}.json")
        target.write_text(json.dumps(result, separators=(",", ":")) + "\n")


main(pathlib.Path(sys.argv[1]))
