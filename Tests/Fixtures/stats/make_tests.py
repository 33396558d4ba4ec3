"""Values of tests of fit and of resampling, from SciPy, statsmodels and exact arithmetic.

Run: python make_tests.py > tests.json
Made with the versions that the file names. Data: NIST's Michelson set, in ../nist, and what is written out below.
"""

import itertools
import json
import math
import warnings
from decimal import Decimal, getcontext
from fractions import Fraction
from pathlib import Path

import numpy as np
import scipy
import statsmodels
from scipy import special, stats
from statsmodels.stats.multitest import multipletests

getcontext().prec = 60
michelson = np.loadtxt(
    Path(__file__).parent / "../nist/univariate/Michelso.csv", skiprows=1)
ALTERNATIVES = {"two-sided": "two-sided", "greater": "greater", "less": "less"}

# Waiting times without ties, and two groups of other sizes.
waits = [0.31, 2.45, 0.07, 1.12, 0.88, 3.9, 0.54, 1.67, 0.23, 0.41, 5.2, 0.95]
first = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30]
second = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.061, 3.14, 1.291]
third = [2.2, 2.9, 3.3, 1.9, 2.75]
tied = ([1, 2, 2, 3, 5, 5], [2, 3, 4, 5, 6])


def exact_kolmogorov(n, d):
    """P(D >= d) by Durbin's matrix (Marsaglia, Tsang and Wang 2003), with 60 digits."""
    d = Fraction(d)
    k = math.ceil(n * d)
    m, h = 2 * k - 1, decimal(k - n * d)
    rows = [[1 / Decimal(math.factorial(i - j + 1)) if i - j + 1 >= 0 else Decimal(0) for j in range(m)]
            for i in range(m)]
    for i in range(m):
        rows[i][0] -= h ** (i + 1) / math.factorial(i + 1)
        rows[m - 1][m - 1 - i] -= h ** (i + 1) / math.factorial(i + 1)
    rows[m - 1][0] += max(Decimal(0), 2 * h - 1) ** m / math.factorial(m)
    vector = [Decimal(int(i == k - 1)) for i in range(m)]
    for step in range(1, n + 1):
        vector = [Decimal(step) / n * sum(a * b for a, b in zip(row, vector) if a) for row in rows]
    return float(1 - vector[k - 1])


def decimal(fraction):
    return Decimal(fraction.numerator) / fraction.denominator


def exact_smirnov(n, d):
    """P(D+ >= d) by the sum of Birnbaum and Tingey, with 60 digits."""
    last = math.floor(n * (1 - Fraction(d)))
    d = decimal(Fraction(d))
    total = (1 - d) ** n
    for j in range(1, last + 1):
        a = Decimal(j) / n
        total += math.comb(n, j) * d * (d + a) ** (j - 1) * (1 - d - a) ** (n - j)
    return float(total)


def split_share(x, y, alternative):
    """P(D >= observed) over all ways to divide the pooled values, ties and all."""
    pooled = np.array(x + y)
    def distance(chosen):
        grid = np.unique(pooled)
        a = pooled[list(chosen)]
        b = np.delete(pooled, list(chosen))
        above = [Fraction(int((a <= g).sum()), len(a)) - Fraction(int((b <= g).sum()), len(b)) for g in grid]
        top, bottom = max(above + [Fraction(0)]), max([-v for v in above] + [Fraction(0)])
        return {"two-sided": max(top, bottom), "greater": top, "less": bottom}[alternative]
    observed = distance(range(len(x)))
    splits = list(itertools.combinations(range(len(pooled)), len(x)))
    return float(observed), sum(distance(s) >= observed for s in splits) / len(splits)


def kolmogorov():
    grid = [(1, "3/4"), (2, "2/5"), (5, "1/8"), (5, "7/20"), (10, "1/10"), (10, "1/4"), (10, "37/100"), (10, "7/10"),
            (20, "1/5"), (50, "1/20"), (50, "13/100"), (50, "3/10"), (100, "1/20"), (100, "11/100"), (100, "2/9"),
            (150, "1/10"), (150, "9/50")]
    far = [(300, 0.12), (500, 0.3), (1000, 0.08), (1000, 0.5), (5000, 0.04)]
    return {
        "exact": [{"n": n, "d": float(Fraction(d)), "p": exact_kolmogorov(n, d), "oneSided": exact_smirnov(n, d)}
                  for n, d in grid],
        "tails": [{"n": n, "d": d, "p": 2 * exact_smirnov(n, d), "oneSided": exact_smirnov(n, d)} for n, d in far],
        "large": [{"n": n, "d": d, "p": stats.kstwo.sf(d, n), "oneSided": special.smirnov(n, d)}
                  for n, d in [(200_000, 0.001), (200_000, 0.0015), (200_000, 0.002), (200_000, 0.003)]],
        "michelson": {a: list(stats.kstest(michelson, stats.norm(299.85, 0.08).cdf, alternative=a))[:2]
                      for a in ALTERNATIVES},
        "waits": {a: list(stats.kstest(waits, stats.expon(scale=1.5).cdf, alternative=a))[:2] for a in ALTERNATIVES},
        "twoSample": [
            {"alternative": a, "first": x, "second": y, "result": list(stats.ks_2samp(x, y, a, method="exact"))[:2]}
            for x, y in [(first, second), (first, third), (waits, third)] for a in ALTERNATIVES],
        "tied": [{"alternative": a, "first": tied[0], "second": tied[1], "result": split_share(*tied, a)}
                 for a in ALTERNATIVES],
        "largeTwoSamples": {a: list(stats.ks_2samp(np.arange(2100) / 2100, np.arange(2000) / 1900, a,
                                                     method="asymp"))[:2] for a in ALTERNATIVES},
    }


def anderson():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        normal = {name: stats.anderson(np.array(x), "norm", method="interpolate").statistic
                  for name, x in [("michelson", michelson), ("waits", waits), ("first", first)]}
    from statsmodels.stats.diagnostic import normal_ad
    def known(x, law):
        x = np.sort(np.array(x))
        i = np.arange(1, len(x) + 1)
        return -len(x) - np.sum((2 * i - 1) * (law.logcdf(x) + law.logsf(x[::-1]))) / len(x)
    return {
        "normal": normal,
        "normalP": {name: normal_ad(np.array(x))[1] for name, x in
                    [("michelson", michelson), ("waits", waits), ("first", first)]},
        "known": {"michelson": known(michelson, stats.norm(299.85, 0.08)),
                  "waits": known(waits, stats.expon(scale=1.5)),
                  "far": known([-40.0, 0.0, 40.0], stats.norm())},
    }


def chi_squared():
    # Mendel's peas, 1866; Weldon's dice, 1894; aspirin and heart attacks (Agresti, Categorical Data Analysis, 2.1).
    peas = [315, 108, 101, 32]
    table = [[189, 10845], [104, 10933]]
    parties = [[762, 327, 468], [484, 239, 477]]
    return {
        "peas": list(stats.chisquare(peas, np.array([9, 3, 3, 1]) / 16 * 556)),
        "peasFitted": list(stats.chisquare(peas, np.array([9, 3, 3, 1]) / 16 * 556, ddof=1)),
        "aspirin": list(stats.chi2_contingency(table, correction=False)[:3]),
        "aspirinCorrected": list(stats.chi2_contingency(table, correction=True)[:3]),
        "parties": list(stats.chi2_contingency(parties)[:3]),
    }


def quantiles():
    methods = ["inverted_cdf", "averaged_inverted_cdf", "closest_observation", "interpolated_inverted_cdf", "hazen",
               "weibull", "linear", "median_unbiased", "normal_unbiased"]
    probabilities = [0, 0.05, 0.1, 0.25, 0.3, 0.5, 0.625, 0.7, 0.9, 0.975, 1]
    return {"probabilities": probabilities,
            "waits": [[float(np.quantile(waits, p, method=m)) for p in probabilities] for m in methods],
            "ten": [[float(np.quantile(np.arange(1.0, 11), p, method=m)) for p in probabilities] for m in methods]}


def quantile_quantile():
    """Points at R's ppoints, and the line of R's qqline."""
    def plot(x, law):
        x, n = np.sort(np.array(x)), len(x)
        a = 3 / 8 if n <= 10 else 1 / 2
        theory = law.ppf((np.arange(1, n + 1) - a) / (n + 1 - 2 * a))
        x1, x3 = law.ppf([0.25, 0.75])
        y1, y3 = np.quantile(x, [0.25, 0.75])
        slope = (y3 - y1) / (x3 - x1)
        return {"theoretical": list(theory), "slope": slope, "intercept": y1 - slope * x1,
                "correlation": np.corrcoef(theory, x)[0, 1]}
    return {"first": plot(first, stats.norm()), "waits": plot(waits, stats.expon())}


def bootstrap():
    """Intervals from given replicates, by the formulas of scipy.stats.bootstrap and R's boot."""
    x = np.array(first)
    indices = np.random.default_rng(3).integers(0, len(x), (60, len(x)))
    replicates = x[indices].var(axis=1)
    estimate = x.var()
    jackknife = np.array([np.delete(x, i).var() for i in range(len(x))])
    level, alpha = 0.9, 0.05
    low, high = np.quantile(replicates, [alpha, 1 - alpha])
    below = ((replicates < estimate).mean() + (replicates <= estimate).mean()) / 2
    z0 = special.ndtri(below)
    gaps = jackknife.mean() - jackknife
    a = (gaps ** 3).sum() / (6 * (gaps ** 2).sum() ** 1.5)
    adjusted = [float(special.ndtr(z0 + (z0 + z) / (1 - a * (z0 + z)))) for z in special.ndtri([alpha, 1 - alpha])]
    bias = replicates.mean() - estimate
    error = replicates.std(ddof=1)
    z = special.ndtri(1 - alpha)
    n = len(x)
    jack = {"bias": (n - 1) * (jackknife.mean() - estimate),
            "standardError": math.sqrt((n - 1) / n * ((jackknife - jackknife.mean()) ** 2).sum()),
            "pseudoValues": list(n * estimate - (n - 1) * jackknife)}
    return {"sample": first, "level": level, "replicates": list(replicates), "estimate": estimate, "bias": bias,
            "standardError": error, "acceleration": a, "percentile": [low, high],
            "basic": [2 * estimate - high, 2 * estimate - low],
            "normal": [estimate - bias - z * error, estimate - bias + z * error],
            "bca": list(np.quantile(replicates, adjusted)), "jackknife": jack}


def permutation():
    def difference(a, b, axis):
        return a.mean(axis=axis) - b.mean(axis=axis)
    def mean(d, axis):
        return d.mean(axis=axis)
    pairs = np.array(first) - np.array(second)
    def run(data, statistic, kind, alternative):
        result = stats.permutation_test(data, statistic, permutation_type=kind, n_resamples=np.inf,
                                        alternative=alternative, vectorized=True)
        return [float(result.statistic), float(result.pvalue)]
    return {"first": first, "second": second, "third": third,
            "independent": {a: run((first, third), difference, "independent", a) for a in ALTERNATIVES},
            "paired": {a: run((pairs,), mean, "samples", a) for a in ALTERNATIVES}}


def corrections():
    p = [0.01, 0.02, 0.03, 0.04, 0.05, 0.0005, 0.2, 0.9, 0.03]
    return {"p": p, **{name: list(multipletests(p, method=method)[1]) for name, method in
                       [("bonferroni", "bonferroni"), ("holm", "holm"), ("benjaminiHochberg", "fdr_bh"),
                        ("benjaminiYekutieli", "fdr_by")]}}


print(json.dumps({
    "versions": {"numpy": np.__version__, "scipy": scipy.__version__, "statsmodels": statsmodels.__version__},
    "waits": waits, "first": first, "kolmogorov": kolmogorov(), "anderson": anderson(), "chiSquared": chi_squared(),
    "quantiles": quantiles(), "quantileQuantile": quantile_quantile(), "bootstrap": bootstrap(),
    "permutation": permutation(), "corrections": corrections(),
}, indent=1, default=float))
