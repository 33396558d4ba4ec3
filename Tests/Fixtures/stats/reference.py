"""Incomplete gamma and beta functions with mpmath, by ways that the Swift sources do not go.

Every function takes numbers that are exact doubles and returns both tails.
"""

from mpmath import exp, expm1, loggamma, log, log1p, mp, mpf, quad, sqrt

mp.dps = 60


def tail_integral(log_integrand, width, limit=160):
    """The integral over s > 0 of exp(log_integrand(s)), in pieces of the given width that grow."""
    total, start, piece = mpf(0), mpf(0), mpf(width)
    while True:
        with mp.workdps(40):
            part = quad(lambda s: exp(log_integrand(s)), [start, start + piece], method="gauss-legendre")
        total += part
        if part < total * mpf(10) ** -28:
            return total
        start += piece
        limit -= 1
        if limit < 110:
            piece *= 2
        assert limit > 0


def gamma_tails(a, x):
    a, x = mpf(a), mpf(x)
    if a < 1000 and x < 3000:
        # The alternating-free series, with digits for what cancels in its complement.
        with mp.workdps(60 + 700 * (a < 1 or x > 2 * a)):
            term = total = mpf(1)
            n = 1
            while term > total * mp.eps:
                term *= x / (a + n)
                total += term
                n += 1
            lower = exp(a * log(x) - x - loggamma(a + 1)) * total
            return lower, 1 - lower
    density = exp(a * log(x) - x - loggamma(a))
    width = 1 / max(sqrt(a), abs(a - x))
    if x <= a:
        lower = density * tail_integral(lambda s: -a * s - x * expm1(-s), width)
        return lower, 1 - lower
    upper = density * tail_integral(lambda s: a * s - x * expm1(s), width)
    return 1 - upper, upper


def beta_tails(x, a, b):
    with mp.workdps(400):
        x = mpf(x)
        y = 1 - x
    return beta_tails_of(x, y, a, b)


def beta_tails_of(x, y, a, b):
    """Both tails at x = 1 - y."""
    a, b = mpf(a), mpf(b)
    if x > y if min(a, b) < 1 and max(a, b) < 2000 else x * (a + b) > a:
        return beta_tails_lower(y, x, b, a)[::-1]
    return beta_tails_lower(x, y, a, b)


def beta_tails_lower(x, y, a, b):
    logfactor = a * log(x) + (b - 1) * log(y) + loggamma(a + b) - loggamma(a) - loggamma(b)
    if max(a, b) < 2000 or x * b < 50 and a < 2000:
        with mp.workdps(60 + 700 * (min(a, b) < 1)):
            factor = exp(a * log(x) + b * log(y) + loggamma(a + b) - loggamma(a + 1) - loggamma(b))
            term = total = mpf(1)
            n = 0
            while n < b or term > total * mp.eps:
                term *= (a + b + n) / (a + 1 + n) * x
                total += term
                n += 1
                if term < total * mp.eps and n > 10:
                    break
            lower = factor * total
            return lower, 1 - lower
    width = 1 / max(sqrt(a), abs(a - (a + b) * x) / y, sqrt(b * x) / y, mpf("0.01"))
    lower = exp(logfactor) * tail_integral(lambda s: -a * s + (b - 1) * log1p(-x * expm1(-s) / y), width)
    return lower, 1 - lower


def solve(tails, density, side, probability, start):
    """The x > 0 where a tail (0 lower, 1 upper) is the probability.

    Newton's method on the logarithms of both, where the tails are concave.
    """
    u, target = log(mpf(start)), log(mpf(probability))
    for _ in range(400):
        x = exp(u)
        value = tails(x)[side]
        step = (log(value) - target) * value / (x * density(x)) * (1 if side == 0 else -1)
        # From where an upper tail's logarithm is flat to the right in strides only.
        u += min(-step, mpf("0.4")) if side == 1 else -step
        if abs(step) < mpf(10) ** -22:
            return exp(u)
    raise ArithmeticError(f"no convergence at {start}, {probability}")


def inverse_beta(p, a, b):
    """The x and 1 - x where the lower tail is p, by bisection and then the secant method in log(x / (1 - x))."""
    side, target = (0, mpf(p)) if p <= 0.5 else (1, 1 - mpf(p))

    def excess(u):
        # From whichever of x and y is small, so that it is exact.
        x = 1 / (1 + exp(-u))
        y = 1 / (1 + exp(u))
        tails = beta_tails_of(x, y, a, b)
        return (log(max(tails[side], mpf("1e-2000"))) - log(target)) * (1 if side == 0 else -1)

    low, high = mpf(-2000), mpf(2000)
    while high - low > min(mpf(1) / 1000, 1e-3 / sqrt(mpf(max(a, b)))):
        middle = (low + high) / 2
        low, high = (middle, high) if excess(middle) < 0 else (low, middle)
    f_low, f_high = excess(low), excess(high)
    for _ in range(12):
        u = high - f_high * (high - low) / (f_high - f_low)
        low, f_low, high, f_high = high, f_high, u, excess(u)
        if abs(high - low) < mpf(10) ** -18:
            break
    return 1 / (1 + exp(-high)), 1 / (1 + exp(high))
