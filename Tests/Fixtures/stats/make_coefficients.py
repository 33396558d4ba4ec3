"""Prints the coefficient tables of Sources/Stats/SpecialFunctions, computed with mpmath at 60 digits.

Usage: python3 make_coefficients.py
"""

from mpmath import digamma, findroot, mp, mpf, polygamma, factorial, zeta

mp.dps = 60


def temme(count):
    """Coefficients of eta / (lambda - 1) in powers of eta, where eta^2 / 2 = lambda - 1 - log(lambda).

    With mu = lambda - 1 = sum a_k eta^k, mu mu' = eta (1 + mu) gives a_1 = 1 and the others in turn.
    """
    a = [mpf(0), mpf(1)]
    for n in range(2, count + 2):
        # The coefficient of eta^n in mu mu' is that of eta^(n - 1) in mu.
        rest = sum(a[i] * a[n + 1 - i] * (n + 1 - i) for i in range(2, n))
        a.append((a[n - 1] - rest) / (n + 1))
    reciprocal = []
    for n in range(count):
        total = mpf(1) if n == 0 else mpf(0)
        reciprocal.append(total - sum(reciprocal[i] * a[n - i + 1] for i in range(n)))
    return reciprocal


def show(name, values):
    print(name)
    for value in values:
        print("    " + mp.nstr(value, 19) + ",")


show("eta / (lambda - 1)", temme(40))
show("(-1)^n (zeta(n) - 1) / n, from n = 2", [(-1) ** n * (zeta(n) - 1) / n for n in range(2, 34)])
root = findroot(digamma, mpf("1.4616321449683623"))
print("root of digamma: ", float(root), float(root - mpf(float(root))))
show("digamma about its root", [polygamma(n, root) / factorial(n) for n in range(1, 28)])
