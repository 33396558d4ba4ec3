"""Prints the expected values of the tests of robust and Bayesian statistics.

    python make_bayes_robust.py

Needs numpy, scipy and statsmodels.
"""

import numpy as np
import scipy
import statsmodels
import statsmodels.api as sm
from scipy import optimize, stats
from statsmodels.robust import norms, scale

print("numpy", np.__version__, "scipy", scipy.__version__, "statsmodels", statsmodels.__version__)
# A small sample with two outliers.
sample = np.array([5.13, 4.92, 5.61, 5.34, 4.7, 5.02, 5.27, 9.8, 4.4, 5.58, 12.6, 5.45])


def show(name, value):
    print(f"{name:40s}", np.array2string(np.atleast_1d(np.asarray(value, dtype=float)), precision=17, separator=", "))


print("\n# Scales and trimmed means")
show("MAD, normal", stats.median_abs_deviation(sample, scale="normal"))
show("MAD, raw", stats.median_abs_deviation(sample))
show("IQR", stats.iqr(sample))
show("quantiles 0.1, 0.37, 0.9", np.quantile(sample, [0.1, 0.37, 0.9]))
show("trimmed 0.1, 0.2, 0.3", [stats.trim_mean(sample, p) for p in (0.1, 0.2, 0.3)])
winsorized = np.asarray(stats.mstats.winsorize(sample, limits=(0.2, 0.2)))
show("winsorized 0.2 mean, variance", [winsorized.mean(), winsorized.var(ddof=1)])
# Yuen's test with trim against a sample of no variance isolates the standard error of one trimmed mean.
yuen = stats.ttest_ind(sample, [0.0, 0.0], equal_var=False, trim=0.2)
show("trimmed 0.2 standard error, df", [stats.trim_mean(sample, 0.2) / yuen.statistic, yuen.df])
error = stats.trim_mean(sample, 0.2) / yuen.statistic
show("  interval of 90 %", stats.t.interval(0.9, yuen.df, stats.trim_mean(sample, 0.2), error))

print("\n# M-estimates: location and, by RLM with the scale held, standard error")


def location(norm, s):
    psi = lambda m: norm.psi((sample - m) / s).sum()
    m = np.median(sample)
    return optimize.brentq(psi, m - s, m + s, xtol=1e-15, rtol=1e-15)


mad = stats.median_abs_deviation(sample, scale="normal")
for name, norm in [
    ("Huber 1.345", norms.HuberT(1.345)), ("Huber 1.5", norms.HuberT(1.5)), ("biweight 4.685", norms.TukeyBiweight(4.685)),
]:
    m = location(norm, mad)
    show(name + ", scale MAD", m)
    iterated = norms.estimate_location(sample, mad, norm=norm, tol=1e-14, maxiter=1000)
    assert abs(iterated - m) < 1e-12, (name, iterated, m)


class Fixed(scale.HuberScale):
    """A scale that stays."""

    def __init__(self, value):
        self.value = value

    def __call__(self, df_resid, nobs, resid):
        return self.value


for name, norm in [("Huber 1.345", norms.HuberT(1.345)), ("biweight 4.685", norms.TukeyBiweight(4.685))]:
    model = sm.RLM(sample, np.ones_like(sample), M=norm)
    fit = model.fit(
        scale_est=Fixed(0.5), tol=1e-14, maxiter=1000, cov="H1", start_params=[np.median(sample)], update_scale=True
    )
    show(name + ", scale 0.5, error", [fit.params[0], fit.bse[0]])
    show("  weights", fit.weights)

for k in (1.345, 1.5):
    both = scale.Huber(c=k, tol=1e-14, maxiter=10000)(sample)
    show(f"Proposal 2, {k}", [float(np.squeeze(v)) for v in both])

print("\n# Distributions of conjugate priors")
show("betabinom(12, 2.5, 4) logpmf 0 5 12", stats.betabinom.logpmf([0, 5, 12], 12, 2.5, 4))
show("betabinom(12, 2.5, 4) sf 9, stats", [stats.betabinom.sf(9, 12, 2.5, 4), *stats.betabinom.stats(12, 2.5, 4, moments="mvsk")])
show("lomax(5.5, scale 2) logpdf 3, stats", [stats.lomax.logpdf(3, 5.5, scale=2), *stats.lomax.stats(5.5, scale=2, moments="mvsk")])
show("invgamma(6, scale 3) logpdf .7, stats", [stats.invgamma.logpdf(0.7, 6, scale=3), *stats.invgamma.stats(6, scale=3, moments="mvsk")])
show("invgamma(6, scale 3) cdf .2, ppf .3", [stats.invgamma.cdf(0.2, 6, scale=3), stats.invgamma.ppf(0.3, 6, scale=3)])
show("dirichlet(.5, 2, 3.5) logpdf, entropy",
     [stats.dirichlet.logpdf([0.2, 0.3, 0.5], [0.5, 2, 3.5]), stats.dirichlet.entropy([0.5, 2, 3.5])])
show("normal_inverse_gamma logpdf", stats.normal_inverse_gamma.logpdf(1.3, 0.6, mu=1, lmbda=2, a=3, b=4))
