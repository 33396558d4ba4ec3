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
