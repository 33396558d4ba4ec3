"""Writes distributions_special.json: distributions that stand on the incomplete gamma and beta functions.

Usage: python3 make_distributions_special.py            (mpmath 1.3.0, 60 digits)

Each entry holds the parameters, [mean, variance, skewness, excess kurtosis, entropy] and rows
[x, log density, P(X <= x), P(X > x)]. Moments and entropies are the textbook's formulas at 60 digits, entropies of
discrete distributions sums. What no normal double holds is null.
"""

import json

from mpmath import digamma, exp, inf, log, log1p, loggamma, mp, mpf, nan, sqrt
from reference import beta_tails, beta_tails_of, gamma_tails


def number(value):
    value = mpf(value)
    if value == 0 or mpf(2.3e-308) < abs(value) < mpf(1.7e308):
        return float(value)
    return None


def entry(parameters, moments, rows):
    return {
        "parameters": parameters, "moments": [number(m) for m in moments],
        "rows": [[number(v) for v in row] for row in rows],
    }


def log_beta(a, b):
    return loggamma(a) + loggamma(b) - loggamma(a + b)


def gamma_entries():
    for shape, scale, xs in [
        (1e-3, 1.0, [1e-300, 1e-20, 0.5, 20.0, 600.0]), (0.5, 2.0, [1e-10, 1.0, 4.0, 1000.0]),
        (1.0, 0.7, [1e-3, 0.7, 300.0]), (3.0, 1.3, [1e-90, 0.1, 3.9, 50.0, 700.0]),
        (40.0, 0.1, [1e-4, 1.0, 4.0, 9.0, 50.0]), (1e8, 3.0, [2.989e8, 2.9997e8, 3e8, 3.0001e8, 3.011e8]),
    ]:
        k, s = mpf(shape), mpf(scale)
        rows = []
        for x in xs:
            z = mpf(x) / s
            rows.append([x, (k - 1) * log(z) - z - loggamma(k) - log(s), *gamma_tails(k, z)])
        moments = [k * s, k * s**2, 2 / sqrt(k), 6 / k, k + log(s) + loggamma(k) + (1 - k) * digamma(k)]
        yield entry([shape, scale], moments, rows)


def beta_entries():
    for alpha, beta, xs in [
        (1e-3, 1e-3, [1e-300, 1e-5, 0.5, 0.75]), (0.5, 0.5, [1e-100, 0.25, 0.9990234375]), (1.0, 3.0, [1e-10, 0.5, 0.875]),
        (2.5, 7.0, [1e-100, 1e-3, 0.25, 0.75, 1 - 2.0**-40]), (0.25, 1e5, [1e-20, 1e-7, 1e-5, 1e-3]),
        (30.0, 1e6, [1e-6, 2e-5, 3e-5, 1e-4]), (1e8, 3e8, [0.2495, 0.24999, 0.25, 0.2501, 0.2505]),
    ]:
        a, b = mpf(alpha), mpf(beta)
        n = a + b
        rows = []
        for x in xs:
            density = (a - 1) * log(mpf(x)) + (b - 1) * log1p(-mpf(x)) - log_beta(a, b)
            rows.append([x, density, *beta_tails(x, a, b)])
        skewness = 2 * (b - a) * sqrt(n + 1) / ((n + 2) * sqrt(a * b))
        kurtosis = 6 * ((a - b) ** 2 * (n + 1) - a * b * (n + 2)) / (a * b * (n + 2) * (n + 3))
        entropy = log_beta(a, b) - (a - 1) * digamma(a) - (b - 1) * digamma(b) + (n - 2) * digamma(n)
        yield entry([alpha, beta], [a / n, a * b / (n**2 * (n + 1)), skewness, kurtosis, entropy], rows)


def t_entries():
    for df, location, scale, xs in [
        (1e-2, 0.0, 1.0, [-1e300, -1e3, -1e-5, 0.5, 1e100]), (1.0, 0.0, 1.0, [-1e20, -1.0, 0.25, 1e5]),
        (2.5, 1.0, 0.5, [-1e10, 0.5, 1.125, 40.0]), (3.5, 0.0, 1.0, [-30.0, 2.0]),
        (5.0, 0.0, 1.0, [-1e40, -2.0, 1e-10, 3.0, 1e3]), (30.0, -2.0, 3.0, [-100.0, -3.0, 1e5]),
        (1e10, 0.0, 1.0, [-37.0, -8.0, -0.5, 1e-3, 2.0, 36.5]),
    ]:
        v, s = mpf(df), mpf(scale)
        rows = []
        for x in xs:
            z = (mpf(x) - mpf(location)) / s
            density = -(v + 1) / 2 * log1p(z**2 / v) - log_beta(v / 2, mpf(1) / 2) - log(v) / 2 - log(s)
            outer = beta_tails_of(v / (v + z**2), z**2 / (v + z**2), v / 2, mpf(1) / 2)[0] / 2
            rows.append([x, density, *((outer, 1 - outer) if z < 0 else (1 - outer, outer))])
        variance = v / (v - 2) * s**2 if v > 2 else inf if v > 1 else nan
        kurtosis = 6 / (v - 4) if v > 4 else inf if v > 2 else nan
        entropy = (v + 1) / 2 * (digamma((v + 1) / 2) - digamma(v / 2)) + log(v) / 2 + log_beta(v / 2, mpf(1) / 2) + log(s)
        moments = [location if v > 1 else nan, variance, 0 if v > 3 else nan, kurtosis, entropy]
        yield entry([df, location, scale], moments, rows)


def f_entries():
    for numerator, denominator, xs in [
        (1e-2, 1e-2, [1e-300, 0.5, 1e20]), (1.0, 1.0, [1e-10, 1.0, 1e10]), (2.0, 5.0, [1e-3, 1.0, 50.0, 1e100]),
        (3.0, 7.0, [1e-50, 0.25, 4.0]), (5.0, 20.0, [0.1, 1.5, 1e5]), (1e8, 12.0, [0.125, 1.0, 30.0]),
        (1e6, 1e7, [0.95, 0.999, 1.0, 1.004, 1.05]),
    ]:
        d1, d2 = mpf(numerator), mpf(denominator)
        a, b = d1 / 2, d2 / 2
        rows = []
        for x in xs:
            odds = d1 * mpf(x) / d2
            density = a * log(odds) - (a + b) * log1p(odds) - log_beta(a, b) - log(mpf(x))
            rows.append([x, density, *beta_tails_of(odds / (1 + odds), 1 / (1 + odds), a, b)])
        mean = d2 / (d2 - 2) if d2 > 2 else inf
        variance = 2 * d2**2 * (d1 + d2 - 2) / (d1 * (d2 - 2) ** 2 * (d2 - 4)) if d2 > 4 else inf if d2 > 2 else nan
        skewness = ((2 * d1 + d2 - 2) * sqrt(8 * (d2 - 4)) / ((d2 - 6) * sqrt(d1 * (d1 + d2 - 2))) if d2 > 6
                    else inf if d2 > 4 else nan)
        kurtosis = (12 * (d1 * (5 * d2 - 22) * (d1 + d2 - 2) + (d2 - 4) * (d2 - 2) ** 2)
                    / (d1 * (d2 - 6) * (d2 - 8) * (d1 + d2 - 2)) if d2 > 8 else inf if d2 > 4 else nan)
        entropy = (log_beta(a, b) + log(d2 / d1) + (1 - a) * digamma(a) - (1 + b) * digamma(b)
                   + (a + b) * digamma(a + b))
        yield entry([numerator, denominator], [mean, variance, skewness, kurtosis, entropy], rows)


def summed_entropy(logpmf, mean, deviation, end=None):
    """The sum over all counts, or over a lattice of steps that a wide bell does not tell from it."""
    with mp.workdps(25):
        step = max(1, int(deviation / 4)) if mean > 20 * deviation else 1
        k = max(0, int(mean - 14 * deviation - 40))
        total = mpf(0)
        while end is None or k <= end:
            logarithm = logpmf(mpf(k))
            term = -logarithm * exp(logarithm) * step
            total += term
            if k > mean and term < total * mpf(10) ** -16:
                break
            k += step
        return total


def poisson_entries():
    for mean, xs in [
        (1e-10, [0, 1, 20]), (0.7, [0, 1, 3, 100]), (12.5, [0, 5, 12, 30, 200]), (500.0, [10, 400, 500, 700, 2000]),
        (1200.0, [500, 1200]), (1e9, [998900000, 999900000, 1000000000, 1000200000, 1001100000]),
    ]:
        m = mpf(mean)

        def logpmf(k):
            return k * log(m) - m - loggamma(k + 1)
        rows = [[k, logpmf(mpf(k)), *gamma_tails(k + 1, m)[::-1]] for k in xs]
        entropy = summed_entropy(logpmf, m, sqrt(m))
        yield entry([mean], [m, m, 1 / sqrt(m), 1 / m, entropy], rows)


def binomial_entries():
    for n, p, xs in [
        (1, 0.25, [0]), (10, 0.3, [0, 3, 7, 9]), (50, 0.984375, [10, 40, 49]), (1000, 1e-10, [0, 1, 10]),
        (100000, 0.37, [30000, 36900, 37000, 38000, 60000]), (10**9, 0.25, [249500000, 249990000, 250000000, 250500000]),
        (10**9, 1e-8, [0, 10, 300]),
    ]:
        q = 1 - mpf(p)
        p_, count = mpf(p), mpf(n)

        def logpmf(k):
            return (loggamma(count + 1) - loggamma(k + 1) - loggamma(count - k + 1) + k * log(p_) + (count - k) * log(q))
        rows = [[k, logpmf(mpf(k)), *beta_tails_of(p_, q, k + 1, n - k)[::-1]] for k in xs]
        variance = count * p_ * q
        entropy = summed_entropy(logpmf, count * p_, sqrt(variance), n)
        moments = [count * p_, variance, (q - p_) / sqrt(variance), (1 - 6 * p_ * q) / variance, entropy]
        yield entry([n, p], moments, rows)


def negative_binomial_entries():
    for size, p, xs in [
        (1e-3, 0.5, [0, 1, 10, 500]), (1.0, 0.25, [0, 3, 1000]), (2.5, 0.001953125, [0, 100, 1000, 100000]),
        (0.5, 0.00390625, [0, 50, 20000]), (300.0, 0.75, [10, 100, 400]), (1e6, 0.5, [990000, 999000, 1000000, 1002000]),
        (20.0, 1 - 2.0**-40, [0, 1, 5]),
    ]:
        r, p_ = mpf(size), mpf(p)
        q = 1 - p_

        def logpmf(k):
            return loggamma(k + r) - loggamma(k + 1) - loggamma(r) + r * log(p_) + k * log(q)
        rows = [[k, logpmf(mpf(k)), *beta_tails_of(p_, q, r, k + 1)] for k in xs]
        mean, variance = r * q / p_, r * q / p_**2
        moments = [mean, variance, (1 + q) / sqrt(r * q), 6 / r + p_**2 / (r * q),
                   summed_entropy(logpmf, mean, sqrt(variance))]
        yield entry([size, p], moments, rows)


PARTS = {
    "gamma": gamma_entries, "beta": beta_entries, "studentT": t_entries, "f": f_entries, "poisson": poisson_entries,
    "binomial": binomial_entries, "negativeBinomial": negative_binomial_entries,
}

if __name__ == "__main__":
    content = {}
    for name, entries in PARTS.items():
        content[name] = list(entries())
        print(name, len(content[name]), flush=True)
    with open("distributions_special.json", "w") as file:
        parts = (f'"{name}": [\n' + ",\n".join(map(json.dumps, entries)) + "\n]" for name, entries in content.items())
        file.write("{\n" + ",\n".join(parts) + "\n}\n")
