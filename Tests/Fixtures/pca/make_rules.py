"""Reference values for the rules of component selection and for probabilistic PCA.

    python make_rules.py

Prints scikit-learn's evidence for each number of components (Minka), its noise variance and mean log-likelihood, and
the 95 % quantiles of random correlation matrices by plain simulation. The printed numbers stand in
ComponentSelectionTests.swift and PCALikelihoodTests.swift.
"""

import numpy as np
import sklearn
from sklearn.datasets import load_breast_cancer, load_iris, load_wine
from sklearn.decomposition import PCA
from sklearn.decomposition._pca import _assess_dimension

print("scikit-learn", sklearn.__version__, "numpy", np.__version__)
for name, load in [("iris", load_iris), ("wine", load_wine), ("breast cancer", load_breast_cancer)]:
    x = load().data
    spectrum = PCA(svd_solver="full").fit(x).explained_variance_
    evidence = [_assess_dimension(spectrum, k, len(x)) for k in range(1, len(spectrum))]
    print(name, "minka", 1 + int(np.argmax(evidence)), [repr(float(e)) for e in evidence[:4]])
    for k in [1, 2, 4]:
        model = PCA(k, svd_solver="full").fit(x)
        print(name, k, "noise", repr(float(model.noise_variance_)), "mean log-likelihood", repr(float(model.score(x))),
              "first", repr(float(model.score_samples(x)[0])))

generator = np.random.default_rng(0)
for n, p in [(178, 13), (10, 4)]:
    draws = [np.linalg.eigvalsh(np.corrcoef(generator.standard_normal((n, p)).T))[::-1] for _ in range(20000)]
    print("parallel", n, p, np.round(np.quantile(draws, 0.95, axis=0), 4), "mean", np.round(np.mean(draws, axis=0), 4))
