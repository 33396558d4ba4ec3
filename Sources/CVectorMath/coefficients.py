"""Print the polynomial coefficients of kernel_bodies.h and the error of each approximation.

Interpolation at Chebyshev nodes in 60 digits, coefficients then rounded to double. The
error printed is the largest relative error of the function built from the rounded
coefficients in exact arithmetic, as a power of two. Needs mpmath (1.3.0 was used).
"""

import mpmath as mp

mp.mp.dps = 60


def interpolate(f, low, high, degree):
    """Coefficients, constant first, of the interpolant of f at the Chebyshev nodes."""
    size = degree + 1
    nodes = [
        (low + high) / 2 + (high - low) / 2 * mp.cos(mp.pi * (2 * i + 1) / (2 * size))
        for i in range(size)
    ]
    powers = mp.matrix(size, size)
    for i, node in enumerate(nodes):
        for j in range(size):
            powers[i, j] = node**j
    return [float(c) for c in mp.lu_solve(powers, mp.matrix([f(node) for node in nodes]))]


def evaluate(coefficients, x):
    return mp.polyval([mp.mpf(c) for c in reversed(coefficients)], x)


def report(name, coefficients, error):
    print(f"{name}: relative error 2^{mp.nstr(mp.log(error, 2), 4)}, constant first")
    for c in coefficients:
        print("  " + c.hex())


def exponential():
    """e^r = 1 + r + r^2 p(r) for |r| <= log(2) / 2, and a little more for a rounded n."""
    bound = mp.log(2) / 2 * (1 + mp.mpf(2) ** -30)

    def rest(r):
        # The middle node is zero up to rounding, where the quotient would be noise.
        return (mp.exp(r) - 1 - r) / r**2 if abs(r) > 1e-15 else mp.mpf(1) / 2 + r / 6

    p = interpolate(rest, -bound, bound, 10)
    grid = [bound * i / 1000 for i in range(-1000, 1001)]
    error = max(abs((1 + r + r * r * evaluate(p, r)) / mp.exp(r) - 1) for r in grid)
    report("e^r", p, error)


def logarithm():
    """log((1 + s) / (1 - s)) = 2 s + s^3 p(s^2) for s in [-1/7, 1/5]."""

    def odd_part(z):
        s = mp.sqrt(z)
        return (mp.log((1 + s) / (1 - s)) - 2 * s) / (s * z)

    p = interpolate(odd_part, mp.mpf(0), mp.mpf(1) / 25, 7)
    grid = [mp.mpf(i) / 5000 for i in range(1, 1001)]
    error = max(
        abs((2 * s + s**3 * evaluate(p, s * s)) / mp.log((1 + s) / (1 - s)) - 1) for s in grid
    )
    report("log(1 + f)", p, error)


def constants():
    """log 2 as a head of 32 bits and the rest, and its inverse."""
    log2 = mp.log(2)
    head = mp.floor(log2 * 2**32) / 2**32
    print("log 2:", float(head).hex(), "+", float(log2 - head).hex())
    print("1 / log 2:", float(1 / log2).hex())


exponential()
logarithm()
constants()
