"""What a workload's file in `workloads/` has to say."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np

Arrays = dict[str, np.ndarray]
"""Data or output by name: `{"big100_X": array}` stands in the file `big100_X.npy`."""


@dataclass(frozen=True)
class Verdict:
    """How good one written output is: higher is better, and the same formula for everybody."""

    quality: float | None
    """None where the formula cannot be applied; there is a defect then."""
    facts: dict[str, float] = field(default_factory=dict)
    """Further numbers for the results, by name."""
    defects: tuple[str, ...] = ()
    """Sentences that say why the output is not an answer to the question, whatever its quality."""


class Judge(Protocol):
    """Computes the verdict on an output; made once a workload, with the data."""

    def __call__(self, output: Arrays) -> Verdict: ...


@dataclass(frozen=True)
class Peer:
    name: str
    fit: Callable[[Arrays], Any]
    """The timed call."""
    output: Callable[[Any], Arrays]
    """What the fitted object is written as; not timed."""
    packages: tuple[str, ...]
    """The packages whose versions are told."""
    is_slow: bool = False
    """Whether a fit takes many times what the best peer's does; it then has one round, and none in a quick run."""


@dataclass(frozen=True)
class Workload:
    name: str
    make_data: Callable[[], Arrays]
    """All arrays of the data, from a fixed seed."""
    files: tuple[str, ...]
    """The names of the arrays that `make_data` makes."""
    peers: tuple[Peer, ...]
    judge: Callable[[Arrays], Judge]
    quality_name: str
    quality_tolerance: float
    limit: float
    """Seconds that the physics of the machine allow, estimated."""
    limit_estimate: str
