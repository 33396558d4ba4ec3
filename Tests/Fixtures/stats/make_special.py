"""Writes special.json: values of the special functions at arguments that are exact doubles.

Usage: python3 make_special.py [part ...]            (mpmath 1.3.0, 60 digits)

Values below the smallest normal double are left out, and so are arguments at which the value is no finite number.
"""

import json
import sys

from mpmath import digamma, erf, erfc, erfinv, exp, findroot, log, loggamma, mp, mpf, pi, polygamma, sqrt
from reference import beta_tails, gamma_tails, inverse_beta, solve

MINIMUM = 2.3e-308


def table(rows):
    """Rows of doubles; those with a value out of the normal range hold null there."""
    def entry(value):
        value = mpf(value)
        return float(value) if value == 0 or MINIMUM < abs(value) < mpf(1.7e308) else None
    return [[entry(value) for value in row] for row in rows]


def inverse_erfc(y):
    t = sqrt(-log(mpf(y))) if y < 0.5 else mpf(1) - mpf(y)
    return findroot(lambda x: log(erfc(x)) - log(mpf(y)), t, tol=1e-45, maxsteps=200)


def error_functions():
    erf_rows = [[y, erfinv(mpf(y))] for y in
                [1e-300, 1e-20, 1e-8, 1e-3, 0.1, 0.25, 0.5, 0.5000001, 0.75, 0.9, 0.99, 0.9999, 1 - 2.0**-30, 1 - 2.0**-53]]
    erfc_rows = [[y, inverse_erfc(y)] for y in
                 [1e-300, 1e-250, 1e-100, 1e-50, 1e-20, 1e-10, 1e-5, 0.001, 0.1, 0.3, 0.5, 0.7, 0.9, 1.1, 1.3, 1.7,
                  1.99, 2 - 2.0**-30, 2 - 2.0**-52]]
    return table(erf_rows), table(erfc_rows)


def polygammas():
    xs = [1e-300, 1e-10, 1e-3, 0.1, 0.5, 1.0, 1.16, 1.17, 1.4, 1.46, 1.4616, 1.4616321449683622, 1.4616321449683625,
          1.4617, 1.5, 1.75, 1.77, 2.0, 3.7, 5.0, 9.99, 10.0, 25.5, 1e3, 1e10, 1e100, 1e300,
          -1e-10, -0.1, -0.25, -0.75, -1.25, -2.75, -10.25, -100.5, -1000.125, -0.9990234375]
    return table([[x, digamma(mpf(x)), polygamma(1, mpf(x))] for x in xs])


def log_betas():
    values = [1e-300, 1e-20, 1e-5, 0.1, 0.5, 1.0, 1.5, 3.25, 7.99, 8.0, 12.5, 100.0, 1e4, 1e7, 1e10, 1e15, 1e100, 1e300]
    rows = []
    for a in values:
        for b in values:
            if a <= b:
                with mp.workdps(700):
                    rows.append([a, b, loggamma(mpf(a)) + loggamma(mpf(b)) - loggamma(mpf(a) + mpf(b))])
    return table(rows)


def gamma_arguments():
    for a in [1e-300, 1e-100, 1e-20, 1e-8, 1e-3, 0.1, 0.5, 0.9375]:
        for x in [1e-300, 1e-50, 1e-5, 0.1, 0.5, 1.0, 1.2, 1.3, 2.0, 5.0, 30.0, 200.0, 700.0]:
            yield a, x
    for a in [1.0, 1.0625, 1.5, 3.0, 7.5, 7.99, 8.0, 12.25, 19.5]:
        for x in [1e-300, 1e-100, 1e-20, 1e-3, 0.25, 1.0, 1.6, 3.0, 3.6, 6.0, 8.0, 12.0, 13.5, 20.0, 25.0, 60.0, 200.0, 690.0]:
            yield a, x
    for a in [20.0, 35.5, 100.0, 1000.0, 12345.6789, 1e6, 1e8, 1e10, 1e13, 1e16]:
        s = a ** 0.5
        for z in [-37, -30, -20, -10, -3, -1, -0.1, -1e-6, 0, 1e-6, 0.1, 1, 3, 10, 20, 30, 37]:
            x = a + z * s
            if x > 0:
                yield a, x
        for r in [0.3, 0.59, 0.61, 1.39, 1.41, 2.0]:
            if a <= 1000:
                yield a, a * r


def gammas():
    rows = []
    for a, x in gamma_arguments():
        rows.append([a, x, *gamma_tails(a, x)])
    return table(rows)


def gamma_inverses():
    """[a, probability, x of the lower tail, x of the upper tail]."""
    rows = []
    for a in [1e-3, 0.1, 0.5, 1.0, 2.5, 10.0, 25.0, 1000.0, 1e6, 1e10]:
        for p in [1e-300, 1e-20, 1e-5, 0.01, 0.3, 0.5, 0.7, 0.99]:
            def density(x):
                return exp((mpf(a) - 1) * log(x) - x - loggamma(mpf(a)))
            rows.append([a, p, *(solve(lambda x: gamma_tails(a, x), density, side, p, a) for side in (0, 1))])
    return table(rows)


def beta_arguments():
    for a, b in [(1e-300, 1e-300), (1e-300, 0.5), (1e-20, 3.0), (1e-3, 1e-3), (1e-3, 0.5), (1e-3, 1e3), (0.1, 0.7),
                 (0.5, 0.5), (0.5, 1.0), (0.25, 25.0), (0.5, 1e6), (1.0, 1.0), (1.0, 3.0), (1.5, 2.5), (3.0, 1e4),
                 (7.5, 8.25), (10.0, 0.5), (20.0, 20.0), (30.0, 400.0), (300.0, 1.0)]:
        for x in [1e-300, 1e-100, 1e-20, 1e-6, 1e-3, 0.1, 0.3, 0.5]:
            yield x, a, b
            yield x, b, a
    for a, b in [(100.0, 100.0), (390.0, 390.0), (410.0, 410.0), (395.0, 1e6), (405.0, 1e6), (1000.0, 30.0),
                 (1e4, 1e4), (1e4, 1e9), (1e6, 2e6), (1e10, 1e10), (1e10, 25.0), (1e10, 4e12), (1.0, 1e10), (3e5, 1e15)]:
        mean, s = mpf(a) / (mpf(a) + b), sqrt(mpf(a) * b / (mpf(a) + b) ** 3)
        for z in [-36, -20, -8, -3, -1, -0.01, 0, 0.01, 1, 3, 8, 20, 36]:
            x = float(mean + z * s)
            if 0 < x < 1:
                yield x, a, b


def betas():
    return table([[x, a, b, *beta_tails(x, a, b)] for x, a, b in beta_arguments()])


def beta_inverses():
    """[p, a, b, x, y] with the lower tail p at x = 1 - y."""
    rows = []
    for a, b in [(1e-2, 1e-2), (0.1, 0.7), (0.5, 0.5), (1.0, 1.0), (1.5, 2.5), (0.5, 25.0), (20.0, 3.0), (1000.0, 1000.0),
                 (1e6, 2e6), (1e10, 25.0), (2.0, 1e10)]:
        for p in [1e-300, 1e-20, 1e-5, 0.01, 0.3, 0.5, 0.7, 0.99]:
            x, y = inverse_beta(p, a, b)
            rows.append([p, a, b, x, y])
    return table(rows)


PARTS = {
    "inverseErf": lambda: error_functions()[0], "inverseErfc": lambda: error_functions()[1], "polygamma": polygammas,
    "logBeta": log_betas, "gamma": gammas, "beta": betas, "inverseGamma": gamma_inverses, "inverseBeta": beta_inverses,
}

if __name__ == "__main__":
    try:
        with open("special.json") as file:
            content = json.load(file)
    except FileNotFoundError:
        content = {}
    for name in sys.argv[1:] or PARTS:
        content[name] = PARTS[name]()
        print(name, len(content[name]), flush=True)
        with open("special.json", "w") as file:
            file.write("{\n")
            file.write(",\n".join(
                f'"{name}": [\n' + ",\n".join(json.dumps(row) for row in rows) + "\n]"
                for name, rows in content.items()))
            file.write("\n}\n")
