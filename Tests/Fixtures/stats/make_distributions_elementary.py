"""Writes distributions_elementary.json: distributions with closed forms, at arguments that are exact doubles.

Usage: python3 make_distributions_elementary.py            (mpmath 1.3.0, 50 digits and more where something cancels)

For each type a list of cases: the parameters; mean, variance, skewness, excess kurtosis and entropy; rows of x, log
density, P(X <= x), P(X > x); rows of p with the quantiles of p in the lower and in the upper tail. Values below the
smallest normal double are null.
"""

import json
import re

from mpmath import (erfc, euler, exp, expm1, findroot, gamma, log, log1p, matrix, mp, mpf, pi, sqrt)

mp.dps = 400
MINIMUM = mpf(2.3e-308)
PROBABILITIES = [1e-300, 1e-100, 1e-20, 1e-5, 0.01, 0.25, 0.3, 0.5, 0.75, 0.99, 1 - 2.0**-40]


def number(value):
    value = mpf(value)
    if value == 0 or MINIMUM < abs(value) < mpf(1.7e308):
        return float(value)
    return None


class Normal:
    def __init__(self, mean, deviation):
        self.m, self.s = mpf(mean), mpf(deviation)

    def moments(self):
        return [self.m, self.s**2, 0, 0, log(self.s * sqrt(2 * pi)) + mpf(1) / 2]

    def log_density(self, x):
        return -((x - self.m) / self.s) ** 2 / 2 - log(self.s * sqrt(2 * pi))

    def lower(self, x):
        return erfc(-(x - self.m) / self.s / sqrt(mpf(2))) / 2

    def upper(self, x):
        return erfc((x - self.m) / self.s / sqrt(mpf(2))) / 2

    def quantile(self, p):
        if p == mpf(1) / 2:
            return self.m
        tail = min(p, 1 - p)
        with mp.workdps(60):
            start = -sqrt(-2 * log(tail)) + (0 if tail < 1e-4 else mpf(0.5))
            z = findroot(lambda z: log(erfc(-z / sqrt(mpf(2))) / 2) - log(tail), start, tol=1e-90)
        return self.m + self.s * (z if p < 0.5 else -z)


class LogNormal(Normal):
    def moments(self):
        w = exp(self.s**2)
        return [exp(self.m + self.s**2 / 2), (w - 1) * exp(2 * self.m) * w, (w + 2) * sqrt(w - 1),
                w**4 + 2 * w**3 + 3 * w**2 - 6, self.m + log(self.s * sqrt(2 * pi)) + mpf(1) / 2]

    def log_density(self, x):
        return super().log_density(log(x)) - log(x)

    def lower(self, x):
        return super().lower(log(x))

    def upper(self, x):
        return super().upper(log(x))

    def quantile(self, p):
        return exp(super().quantile(p))


class Uniform:
    def __init__(self, lower, upper):
        self.a, self.b = mpf(lower), mpf(upper)

    def moments(self):
        w = self.b - self.a
        return [(self.a + self.b) / 2, w**2 / 12, 0, mpf(-6) / 5, log(w)]

    def log_density(self, x):
        return -log(self.b - self.a)

    def lower(self, x):
        return (x - self.a) / (self.b - self.a)

    def upper(self, x):
        return (self.b - x) / (self.b - self.a)

    def quantile(self, p):
        return self.a + p * (self.b - self.a)


class Exponential:
    def __init__(self, rate):
        self.r = mpf(rate)

    def moments(self):
        return [1 / self.r, 1 / self.r**2, 2, 6, 1 - log(self.r)]

    def log_density(self, x):
        return log(self.r) - self.r * x

    def lower(self, x):
        return -expm1(-self.r * x)

    def upper(self, x):
        return exp(-self.r * x)

    def quantile(self, p):
        return -log1p(-p) / self.r


class Laplace:
    def __init__(self, location, scale):
        self.m, self.s = mpf(location), mpf(scale)

    def moments(self):
        return [self.m, 2 * self.s**2, 0, 3, 1 + log(2 * self.s)]

    def log_density(self, x):
        return -abs(x - self.m) / self.s - log(2 * self.s)

    def lower(self, x):
        z = (x - self.m) / self.s
        return exp(z) / 2 if z < 0 else 1 - exp(-z) / 2

    def upper(self, x):
        return self.lower(2 * self.m - x)

    def quantile(self, p):
        return self.m + self.s * (log(2 * p) if p < 0.5 else -log(2 * (1 - p)))


class Logistic(Laplace):
    def moments(self):
        return [self.m, self.s**2 * pi**2 / 3, 0, mpf(6) / 5, log(self.s) + 2]

    def log_density(self, x):
        z = (x - self.m) / self.s
        return -z - log(self.s) - 2 * log1p(exp(-z))

    def lower(self, x):
        return 1 / (1 + exp(-(x - self.m) / self.s))

    def quantile(self, p):
        return self.m + self.s * log(p / (1 - p))


class Weibull:
    def __init__(self, shape, scale):
        self.k, self.s = mpf(shape), mpf(scale)

    def moments(self):
        m1, m2, m3, m4 = (gamma(1 + n / self.k) for n in (1, 2, 3, 4))
        variance = m2 - m1**2
        third = m3 - 3 * m1 * m2 + 2 * m1**3
        fourth = m4 - 4 * m1 * m3 + 6 * m1**2 * m2 - 3 * m1**4
        return [self.s * m1, self.s**2 * variance, third / variance**1.5, fourth / variance**2 - 3,
                euler * (1 - 1 / self.k) + log(self.s / self.k) + 1]

    def log_density(self, x):
        return log(self.k / self.s) + (self.k - 1) * log(x / self.s) - (x / self.s) ** self.k

    def lower(self, x):
        return -expm1(-((x / self.s) ** self.k))

    def upper(self, x):
        return exp(-((x / self.s) ** self.k))

    def quantile(self, p):
        return self.s * (-log1p(-p)) ** (1 / self.k)


class Geometric:
    def __init__(self, probability):
        self.p = mpf(probability)
        self.q = 1 - self.p

    def moments(self):
        return [self.q / self.p, self.q / self.p**2, (2 - self.p) / sqrt(self.q), 6 + self.p**2 / self.q,
                -(self.q * log(self.q) + self.p * log(self.p)) / self.p]

    def log_density(self, k):
        return log(self.p) + k * log(self.q)

    def lower(self, k):
        return 1 - self.q ** (k + 1)

    def upper(self, k):
        return self.q ** (k + 1)


class Bernoulli(Geometric):
    def moments(self):
        p, q = self.p, self.q
        return [p, p * q, (1 - 2 * p) / sqrt(p * q), (1 - 6 * p * q) / (p * q), -(q * log(q) + p * log(p))]

    def log_density(self, k):
        return log(self.p if k == 1 else self.q)

    def lower(self, k):
        return self.q if k == 0 else 1

    def upper(self, k):
        return self.p if k == 0 else 0


def case(kind, parameters, xs, with_quantiles=True):
    distribution = kind(*parameters)
    result = {
        "parameters": parameters,
        "moments": [number(m) for m in distribution.moments()],
        "values": [
            [x, number(distribution.log_density(mpf(x))), number(distribution.lower(mpf(x))),
             number(distribution.upper(mpf(x)))] for x in xs],
    }
    if with_quantiles:
        result["quantiles"] = [
            [p, number(distribution.quantile(mpf(p))), number(distribution.quantile(1 - mpf(p)))]
            for p in PROBABILITIES]
    return result


STANDARD = [-37.5, -30.0, -29.9, -8.3, -1.5, -0.6745, -1e-3, 1e-20, 0.5, 3.0, 7.25, 8.5, 25.0, 37.25]
EXPONENTIAL = [1e-300, 1e-10, 0.125, 0.7, 3.1, 36.7, 300.3, 700.3]
CONTINUOUS = {
    "normal": (Normal, [([0.0, 1.0], STANDARD), ([-3.1, 0.013], [-3.5, -3.11, -3.1, -3.0, -2.7]),
                        ([1e6, 2.5], [999910.3, 999999.0, 1000001.7, 1000092.6]),
                        ([0.0, 1e-150], [-3.5e-149, -1e-151, 2e-150])]),
    "log-normal": (LogNormal, [([0.0, 1.0], [1e-16, 1e-5, 0.3, 0.999, 1.25, 7.0, 1e10, 5e15]),
                               ([-2.3, 5.0], [1e-80, 1e-30, 0.1, 17.0, 1e40, 1e78]),
                               ([3.0, 0.0125], [13.0, 19.7, 20.1, 21.0, 31.0])]),
    "uniform": (Uniform, [([0.0, 1.0], [1e-300, 0.3, 0.999]), ([-3.3, 1e5], [-3.25, 17.0, 99999.75])]),
    "exponential": (Exponential, [([1.0], EXPONENTIAL), ([0.3], EXPONENTIAL[:-1]),
                                  ([1e100], [1e-110, 3.3e-100, 6.9e-98])]),
    "Laplace": (Laplace, [([0.0, 1.0], [-700.3, -36.7, -1e-10, 0.5, 3.1, 700.3]),
                          ([-20.1, 0.123], [-105.3, -21.0, -20.1, -19.7, 64.9])]),
    "logistic": (Logistic, [([0.0, 1.0], [-700.0, -36.7, -1.5, 1e-10, 0.5, 40.0, 700.0]),
                            ([7.1, 101.3], [-70000.5, -3.0, 7.0, 1000.0, 70913.7])]),
    "Weibull": (Weibull, [([2.0, 1.0], [1e-150, 1e-5, 0.3, 0.9, 3.0, 26.3]), ([1.0, 3.0], [1e-300, 0.5, 2000.3]),
                          ([0.02, 1.0], [1e-300, 1e100, 1e130]), ([0.45, 2.0], [0.1, 30.0]), ([0.55, 2.0], [0.1, 30.0]),
                          ([0.1, 1.0], [1e-300, 1e-100, 1e-5, 0.7, 1e10, 1e28]),
                          ([50.0, 2.3], [1.5e-6, 0.1, 2.0, 2.29, 2.4, 2.61]),
                          ([4.9, 1.0], [0.5, 1.25]), ([5.1, 1.0], [0.5, 1.25]), ([3.4, 1e-5], [1e-6, 1.1e-5]),
                          ([1e4, 7.0], [6.5, 6.9993, 7.004])]),
}
DISCRETE = {
    "geometric": (Geometric, [([0.25], [0, 1, 5, 40, 2400]), ([0.999], [0, 1, 7, 100]), ([0.013], [0, 10, 2000, 52000]),
                              ([2.0**-52], [0, 10**6, 2**53, 3 * 10**18])]),
    "Bernoulli": (Bernoulli, [([0.3], [0, 1]), ([1e-20], [0, 1]), ([0.999], [0, 1])]),
}


def log_tails():
    """[x, log P(X <= x), log P(X > x)] of the standard normal distribution."""
    normal = Normal(0, 1)
    rows = []
    for x in [-1e8, -1e6, -12345.678, -100.0, -38.5, -30.001, -30.0, -29.999, -10.0, -1.0, 0.0, 2.5, 9.0,
              30.5, 45.0, 1e6]:
        lower, upper = (normal.lower(mpf(x)), normal.upper(mpf(x)))
        if abs(x) < 1000:
            rows.append([x, number(log(lower)), number(log(upper))])
        else:
            # Digits for exp(-x^2/2) beside 1 there are not; the fraction 1/(z + 1/(z + 2/(z + ...))) has the tail.
            z = abs(mpf(x))
            fraction = mpf(0)
            for n in range(400, 0, -1):
                fraction = n / (z + fraction)
            tail = -z * z / 2 - log(sqrt(2 * pi)) - log(z + fraction)
            rows.append([x, number(tail), 0.0] if x < 0 else [x, 0.0, number(tail)])
    return [[x, value if x < 8 else None, other if x > -8 else None] for x, value, other in rows] + small_logs()


def small_logs():
    """The logarithm of the larger tail: minus the smaller one, nearly."""
    normal = Normal(0, 1)
    return [[x, number(log1p(-normal.upper(mpf(x)))), None] for x in [9.0, 20.0, 37.0]]


def multivariate():
    mean = [1.5, -2.0, 0.25]
    covariance = [[4.0, 1.25, -0.5], [1.25, 2.0, 0.75], [-0.5, 0.75, 1.0]]
    points = [[1.5, -2.0, 0.25], [0.0, 0.0, 0.0], [10.0, -7.0, 3.0], [-100.5, 40.25, 17.0]]
    with mp.workdps(50):
        sigma, mu = matrix(covariance), matrix(mean)
        inverse, determinant = sigma**-1, mp.det(sigma)
        log_normalization = (3 * log(2 * pi) + log(determinant)) / 2
        distances = [((matrix(x) - mu).T * inverse * (matrix(x) - mu))[0] for x in points]

        def part(rows, columns):
            return matrix([[sigma[i, j] for j in columns] for i in rows])

        def conditional(known, values):
            others = [i for i in range(3) if i not in known]
            gain = part(others, known) * part(known, known) ** -1
            shift = gain * matrix([mpf(v) - mu[i] for i, v in zip(known, values)])
            rest = part(others, others) - gain * part(known, others)
            return {"indices": known, "given": values,
                    "mean": [number(mu[i] + shift[n]) for n, i in enumerate(others)],
                    "covariance": [[number(rest[i, j]) for j in range(len(others))] for i in range(len(others))]}

        return {
            "mean": mean, "covariance": covariance, "entropy": number(log_normalization + mpf(3) / 2), "points": points,
            "distances": [number(d) for d in distances],
            "logDensities": [number(-d / 2 - log_normalization) for d in distances],
            "conditionals": [conditional([1], [0.5]), conditional([0, 2], [3.0, -1.0]), conditional([2], [8.0])],
        }


if __name__ == "__main__":
    content = {
        "continuous": {name: [case(kind, *c) for c in cases] for name, (kind, cases) in CONTINUOUS.items()},
        "discrete": {name: [case(kind, *c, with_quantiles=False) for c in cases]
                     for name, (kind, cases) in DISCRETE.items()},
        "normalLogTails": log_tails(),
        "multivariateNormal": multivariate(),
    }
    text = json.dumps(content, indent=1)
    # One row of numbers a line.
    text = re.sub(r"\[\s+([^\[\]{}]*?)\s+\]", lambda m: "[" + re.sub(r"\s+", " ", m.group(1)) + "]", text)
    with open("distributions_elementary.json", "w") as file:
        file.write(text + "\n")
