"""Maximum likelihood by another road: starts from scipy and statsmodels, polished with 40 digits by mpmath.

The log-densities are written out here once more; gradients and Hessians are mpmath's numerical derivatives of them, so
that nothing is shared with the formulas under test. Run from this folder; needs numpy, scipy, statsmodels and mpmath.
Writes likelihood.json.
"""
import csv
import json
import pathlib
import sys
import warnings

import mpmath as mp
import numpy as np
import scipy
import scipy.optimize
import scipy.stats as st
import statsmodels
import statsmodels.api as sm

mp.mp.dps = 40
warnings.filterwarnings("ignore")
RESOURCES = pathlib.Path("../../../Sources/CDatasets/Resources")


def column(name, index, convert=float):
    with open(RESOURCES / name) as file:
        return [convert(row[index]) for row in list(csv.reader(file))[1:]]


eruptions = column("faithful.csv", 0)
waiting = column("faithful.csv", 1)
magnesium = column("wine.csv", 4)
kicks = column("horse_kicks.csv", 2, int)


def lognormal(x, mu, sigma):
    return -mp.log(x) - mp.log(sigma) - mp.log(2 * mp.pi) / 2 - ((mp.log(x) - mu) / sigma) ** 2 / 2


def logistic(x, mu, s):
    z = (x - mu) / s
    return -z - mp.log(s) - 2 * mp.log(1 + mp.exp(-z))


def weibull(x, k, scale):
    return mp.log(k / scale) + (k - 1) * mp.log(x / scale) - (x / scale) ** k


def gamma(x, shape, scale):
    return -shape * mp.log(scale) - mp.loggamma(shape) + (shape - 1) * mp.log(x) - x / scale


def beta(x, a, b):
    return (a - 1) * mp.log(x) + (b - 1) * mp.log(1 - x) + mp.loggamma(a + b) - mp.loggamma(a) - mp.loggamma(b)


def chi_squared(x, k):
    return (k / 2 - 1) * mp.log(x) - x / 2 - k / 2 * mp.log(2) - mp.loggamma(k / 2)


def student_t(x, mu, sigma, nu):
    z = (x - mu) / sigma
    return (mp.loggamma((nu + 1) / 2) - mp.loggamma(nu / 2) - mp.log(nu * mp.pi) / 2 - mp.log(sigma)
            - (nu + 1) / 2 * mp.log(1 + z * z / nu))


def negative_binomial(k, mu, size):
    return (mp.loggamma(k + size) - mp.loggamma(size) - mp.loggamma(k + 1)
            + size * mp.log(size / (size + mu)) + k * mp.log(mu / (size + mu)))


class Sample:
    def __init__(self, density, data):
        self.density = density
        values, counts = np.unique(data, return_counts=True)
        self.rows = [(mp.mpf(float(v)) if not isinstance(data[0], int) else mp.mpf(int(v)), int(c))
                     for v, c in zip(values, counts)]

    def value(self, *point):
        return mp.fsum(c * self.density(x, *point) for x, c in self.rows)

    def gradient(self, point):
        d = len(point)
        return [mp.diff(self.value, tuple(point), tuple(int(i == j) for j in range(d))) for i in range(d)]

    def hessian(self, point):
        d = len(point)
        def order(i, j):
            return tuple(int(k == i) + int(k == j) for k in range(d))
        return mp.matrix([[mp.diff(self.value, tuple(point), order(i, j)) for j in range(d)] for i in range(d)])

    def maximum(self, start):
        point = [mp.mpf(float(p)) for p in start]
        for _ in range(30):
            step = mp.lu_solve(self.hessian(point), mp.matrix(self.gradient(point)))
            point = [p - s for p, s in zip(point, step)]
            if max(abs(s / p) for s, p in zip(step, point)) < mp.mpf(10) ** -15:
                return point
        raise SystemExit(f"{self.density.__name__}: Newton's method does not converge from {start}, is at {point}")

    def ratio_interval(self, point, covariance, index):
        """The ends of the profile's interval: the other scores are zero and the fall is half a quantile."""
        target = self.value(*point) - mp.mpf(float(st.chi2.ppf(0.95, 1))) / 2
        ends = []
        for side in (-1, 1):
            # Along the ridge, on which the others are best to first order.
            step = side * mp.mpf("1.96") / mp.sqrt(covariance[index, index])
            start = [p + step * covariance[i, index] for i, p in enumerate(point)]
            def equations(*p):
                score = self.gradient(p)
                return [self.value(*p) - target if i == index else score[i] for i in range(len(p))]
            end = mp.findroot(equations, start, tol=1e-20)[index]
            if (end > point[index]) != (side > 0):
                raise SystemExit(f"{self.density.__name__}: an end on the wrong side")
            ends.append(end)
        return ends

    def summary(self, start, intervals=0):
        """With the likelihood-ratio intervals of the first so many parameters."""
        point = self.maximum(start)
        if max(abs(float(p) / float(s) - 1) for p, s in zip(point, start)) > 1e-3:
            print("far from its start:", self.density.__name__, start, [float(p) for p in point], file=sys.stderr)
        covariance = (-self.hessian(point)) ** -1
        errors = [mp.sqrt(covariance[i, i]) for i in range(len(point))]
        result = {
            "estimates": [float(p) for p in point],
            "standardErrors": [float(e) for e in errors],
            "logLikelihood": float(self.value(*point)),
        }
        if intervals > 0:
            result["intervals"] = [
                [float(e) for e in self.ratio_interval(point, covariance, i)] for i in range(intervals)]
        return result


def scipy_start(distribution, data, pick, **fixed):
    return pick(distribution.fit(data, **fixed))


def hard_cases():
    """Samples that are hard on an optimiser, with the densities and float versions of them to start with."""
    rng = np.random.default_rng(1)
    positive = lambda x: [float(v) for v in x if v > 1e-300]
    return {
        "gammaNarrow": (gamma, positive(rng.gamma(1e6, 2.0, 30)), st.gamma, (1e6, 2),
                        lambda p: dict(a=p[0], scale=p[1])),
        "gammaWide": (gamma, positive(rng.gamma(1e-3, 1, 60)), st.gamma, (2e-3, 1), lambda p: dict(a=p[0], scale=p[1])),
        "weibullWide": (weibull, positive(rng.weibull(0.05, 30)), st.weibull_min, (0.05, 1),
                        lambda p: dict(c=p[0], scale=p[1])),
        "betaSkewed": (beta, positive(rng.beta(0.01, 100, 60)), st.beta, (0.02, 100), lambda p: dict(a=p[0], b=p[1])),
        "studentTOutliers": (student_t, [float(v) for v in rng.normal(size=30)] + [1e6, -1e7, 1e8], st.t, (0, 0.7, 0.7),
                             lambda p: dict(loc=p[0], scale=p[1], df=p[2])),
    }


def hard_fit(density, data, distribution, start, keywords):
    def loss(p):
        return -distribution(**keywords(p)).logpdf(data).sum() if min(p[-2:]) > 0 else np.inf
    options = dict(xatol=1e-9, fatol=1e-9, maxiter=10000)
    best = scipy.optimize.minimize(loss, start, method="Nelder-Mead", options=options)
    return Sample(density, data).summary(best.x) | {"data": data}


def main():
    shares = [e / 6 for e in eruptions]
    nb = sm.NegativeBinomial(np.array(kicks), np.ones(len(kicks))).fit(disp=0)
    results = {
        "logNormal": Sample(lognormal, eruptions).summary(
            scipy_start(st.lognorm, eruptions, lambda f: (np.log(f[2]), f[0]), floc=0)),
        "logistic": Sample(logistic, waiting).summary(st.logistic.fit(waiting), intervals=2),
        "weibull": Sample(weibull, waiting).summary(
            scipy_start(st.weibull_min, waiting, lambda f: (f[0], f[2]), floc=0), intervals=2),
        "gamma": Sample(gamma, waiting).summary(
            scipy_start(st.gamma, waiting, lambda f: (f[0], f[2]), floc=0), intervals=2),
        "beta": Sample(beta, shares).summary(
            scipy_start(st.beta, shares, lambda f: f[:2], floc=0, fscale=1)),
        "chiSquared": Sample(chi_squared, eruptions).summary(
            scipy_start(st.chi2, eruptions, lambda f: f[:1], floc=0, fscale=1)),
        "studentT": Sample(student_t, magnesium).summary(
            scipy_start(st.t, magnesium, lambda f: (f[1], f[2], f[0])), intervals=1),
        "studentT4": Sample(lambda x, mu, sigma: student_t(x, mu, sigma, mp.mpf(4)), magnesium).summary(
            scipy_start(st.t, magnesium, lambda f: (f[1], f[2]), f0=4)),
        "negativeBinomial": Sample(negative_binomial, kicks).summary(
            (np.exp(nb.params[0]), 1 / nb.params[1]), intervals=1),
    }
    median = float(np.median(waiting))
    scale = float(np.mean(np.abs(np.array(waiting) - median)))
    results["laplace"] = {
        "estimates": [median, scale],
        "standardErrors": [scale / len(waiting) ** 0.5] * 2,
        "logLikelihood": float(st.laplace(median, scale).logpdf(waiting).sum()),
    }
    p = 1 / (1 + np.mean(kicks))
    results["geometric"] = {
        "estimates": [float(p)],
        "standardErrors": [float(p * np.sqrt((1 - p) / len(kicks)))],
        "logLikelihood": float(st.geom(p, loc=-1).logpmf(kicks).sum()),
    }
    both = np.column_stack([eruptions, waiting])
    covariance = np.cov(both.T, bias=True)
    normal = st.multivariate_normal(both.mean(axis=0), covariance)
    results["multivariateNormal"] = {
        "estimates": both.mean(axis=0).tolist() + covariance.ravel().tolist(),
        "standardErrors": np.sqrt(np.diag(covariance) / len(both)).tolist(),
        "logLikelihood": float(normal.logpdf(both).sum()),
    }
    for name, case in hard_cases().items():
        results[name] = hard_fit(*case)
    versions = {"numpy": np.__version__, "scipy": scipy.__version__, "statsmodels": statsmodels.__version__,
                "mpmath": mp.__version__}
    with open("likelihood.json", "w") as file:
        json.dump({"versions": versions, "fits": results}, file, indent=1)
        file.write("\n")


main()
