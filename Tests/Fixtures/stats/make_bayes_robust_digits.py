"""Prints the expected values of the tests of robust and Bayesian statistics that need more digits than a double has.

    python make_bayes_robust_digits.py

Needs mpmath.
"""

import mpmath as mp

print("mpmath", mp.__version__)
mp.mp.dps = 40

print("\n# Influence functions")
phi = lambda x: mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi)
Phi = mp.ncdf


def expectation(pdf, g, points):
    return mp.quad(lambda x: g(x) * pdf(x), points)


k = mp.mpf("1.345")
huber = lambda r: max(-k, min(k, r))
slope = 2 * Phi(k) - 1
square = expectation(phi, lambda x: huber(x) ** 2, [-mp.inf, -k, 0, k, mp.inf])
print("Huber at the normal: sensitivity", mp.nstr(k / slope, 20), "variance", mp.nstr(square / slope**2, 20))

c = mp.mpf("4.685")
psi = lambda r: r * (1 - (r / c) ** 2) ** 2 if abs(r) < c else mp.mpf(0)
dpsi = lambda r: (1 - (r / c) ** 2) * (1 - 5 * (r / c) ** 2) if abs(r) < c else mp.mpf(0)
square = expectation(phi, lambda x: psi(x) ** 2, [-c, 0, c])
slope = expectation(phi, dpsi, [-c, 0, c])
print("biweight at the normal: variance", mp.nstr(square / slope**2, 20), "IF(1)", mp.nstr(psi(1) / slope, 20))

nu = mp.mpf(4)
psi = lambda r: r / (1 + r * r / nu)
dpsi = lambda r: (1 - r * r / nu) / (1 + r * r / nu) ** 2
square = expectation(phi, lambda x: psi(x) ** 2, [-mp.inf, 0, mp.inf])
slope = expectation(phi, dpsi, [-mp.inf, 0, mp.inf])
print("t4 at the normal: variance", mp.nstr(square / slope**2, 20), "IF(3)", mp.nstr(psi(3) / slope, 20))

exponential = lambda x: mp.exp(-x)
eq = lambda t: expectation(exponential, lambda x: huber(x - t), [0, t, t + k, mp.inf])
t = mp.findroot(eq, 0.9)
slope = mp.exp(-max(0, t - k)) - mp.exp(-(t + k))
square = expectation(exponential, lambda x: huber(x - t) ** 2, [0, t, t + k, mp.inf])
print("Huber, scale 1, at exponential 1:", mp.nstr(t, 20), "variance", mp.nstr(square / slope**2, 20),
      "IF(0)", mp.nstr(huber(-t) / slope, 20))

a = mp.mpf("0.1")
lo, hi = -mp.log(1 - a), -mp.log(a)
w = a * lo + a * hi + expectation(exponential, lambda x: x, [lo, hi])
tm = expectation(exponential, lambda x: x, [lo, hi]) / (1 - 2 * a)
v = (a * (lo - w) ** 2 + a * (hi - w) ** 2 + expectation(exponential, lambda x: (x - w) ** 2, [lo, hi])) / (1 - 2 * a) ** 2
print("trimmed 0.1 at exponential 1:", mp.nstr(tm, 20), "variance", mp.nstr(v, 20), "IF(0)", mp.nstr((lo - w) / (1 - 2 * a), 20))

print("\n# Highest-density intervals of 95 %: equal densities at both ends")


def highest(pdf, peak, start):
    """The ends where the densities are equal and the mass between is 0.95."""
    equations = lambda a, b: [mp.log(pdf(a)) - mp.log(pdf(b)), mp.quad(pdf, [a, peak, b]) - mp.mpf("0.95")]
    return [mp.nstr(v, 18) for v in mp.findroot(equations, start, tol=1e-25)]


gamma = lambda k: (lambda x: x ** (k - 1) * mp.exp(-x) / mp.gamma(k))
beta = lambda a, b: (lambda x: x ** (a - 1) * (1 - x) ** (b - 1) / mp.beta(a, b))
print("gamma(2)", highest(gamma(2), 1, (mp.mpf("0.04"), mp.mpf("4.7"))))
print("beta(9, 5)", highest(beta(9, 5), mp.mpf(2) / 3, (mp.mpf("0.4"), mp.mpf("0.87"))))

print("\n# Evidence, by integrating likelihood times prior")
like = lambda l: l**3 * mp.exp(-l * mp.mpf("4.5"))
prior = lambda l: gamma(mp.mpf("2.5"))(l / mp.mpf("0.8")) / mp.mpf("0.8")
print("exponential 1, 0.5, 3, gamma(2.5, 0.8):", mp.nstr(mp.log(mp.quad(lambda l: like(l) * prior(l), [0, 1, 5, mp.inf])), 18))
sample = [mp.mpf(v) for v in ("1.5", "2", "4.25")]
pn = lambda x, m, v: mp.exp(-((x - m) ** 2) / (2 * v)) / mp.sqrt(2 * mp.pi * v)
known = mp.quad(lambda m: pn(m, 1, 4) * mp.fprod(pn(x, m, mp.mpf("2.25")) for x in sample), [-mp.inf, 0, 2, 4, mp.inf])
print("normal 1.5, 2, 4.25, sigma 1.5, prior N(1, 2):", mp.nstr(mp.log(known), 18))
a, b, kappa, m0 = mp.mpf(3), mp.mpf(4), mp.mpf(2), mp.mpf(1)
ig = lambda v: b**a / mp.gamma(a) * v ** (-a - 1) * mp.exp(-b / v)
mp.mp.dps = 20


def given(v):
    """The integral over the mean, within 30 standard deviations of about its peak."""
    spread = mp.sqrt(v)
    ends = [2 - 30 * spread, 2 - 6 * spread, 2, 2 + 6 * spread, 2 + 30 * spread]
    return mp.quad(lambda m: pn(m, m0, v / kappa) * mp.fprod(pn(x, m, v) for x in sample), ends)


# Over u = log v: from v = 1e-3 to 1e9, outside of which less than 1e-20 is missing.
joint = mp.quad(lambda u: mp.exp(u) * ig(mp.exp(u)) * given(mp.exp(u)), [mp.log(mp.mpf(10)) * p for p in (-3, -1, 0, 1, 3, 9)])
print("normal, normal-inverse-gamma(1, 2, 3, 4):", mp.nstr(mp.log(joint), 14))
