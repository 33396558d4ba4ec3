"""Random data that several workloads share. Every workload has a stream of its own from one seed."""
from __future__ import annotations

import numpy as np

SEED = 20261124
BLOCK = 50_000
"""Rows that are drawn at a time; part of the recipe, for the borders of products show in their last bits."""


def generator(stream: int) -> np.random.Generator:
    return np.random.default_rng([SEED, stream])


def factor_mix(random: np.random.Generator, columns: int, factors: int = 10) -> np.ndarray:
    """(factors + columns) x columns: what turns independent normal numbers into correlated columns with noise."""
    shared = random.standard_normal((factors, columns)) / np.sqrt(factors) * 2
    return np.vstack([shared, np.eye(columns) * 0.7])


def mixed_normal(random: np.random.Generator, rows: int, mix: np.ndarray) -> np.ndarray:
    """rows x columns of the mix: independent normal numbers times the mix."""
    x = np.empty((rows, mix.shape[1]))
    for start in range(0, rows, BLOCK):
        z = random.standard_normal((min(BLOCK, rows - start), mix.shape[0]))
        x[start:start + BLOCK] = z @ mix
    return x
