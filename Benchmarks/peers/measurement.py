"""What was measured of one implementation, and what follows from it for a workload."""
from __future__ import annotations

import statistics
from dataclasses import dataclass, field
from typing import Any

from .workload import Verdict, Workload

OURS = "swift-classic"
REPRODUCIBLE = "swift-classic, reproducible"


@dataclass
class Measurement:
    """All rounds of one implementation on one workload."""

    name: str
    lines: list[dict[str, Any]] = field(default_factory=list)
    """What its processes printed, one a round."""
    failure: str | None = None
    """Why a round failed, in a sentence; the others are then not run."""
    verdict: Verdict | None = None
    """On the output of the last round."""

    @property
    def is_answer(self) -> bool:
        """Whether it ran, and gave what was asked for."""
        return self.failure is None and self.verdict is not None and not self.verdict.defects

    @property
    def seconds(self) -> list[float]:
        return [seconds for line in self.lines for seconds in line["seconds"]]

    @property
    def median(self) -> float | None:
        return statistics.median(self.seconds) if self.seconds and self.failure is None else None

    @property
    def quality(self) -> float | None:
        return self.verdict.quality if self.verdict else None

    @property
    def peak_mb(self) -> float | None:
        return max((line["peak_mb"] for line in self.lines), default=None)

    @property
    def data_mb(self) -> float | None:
        return max((line["data_mb"] for line in self.lines), default=None)

    @property
    def remark(self) -> str:
        """What the reader has to know of it: a failure, or why it is no answer."""
        return self.failure or "; ".join(self.verdict.defects if self.verdict else ())


def best_peer(peers: list[Measurement], tolerance: float) -> Measurement | None:
    """The fastest of the peers whose quality is within the tolerance of the best peer's; nil where none answers."""
    answers = [peer for peer in peers if peer.is_answer]
    if not answers:
        return None
    enough = max(peer.quality for peer in answers) - tolerance
    return min((peer for peer in answers if peer.quality >= enough), key=lambda peer: peer.median)


def is_quality_ok(ours: Measurement, peers: list[Measurement], tolerance: float) -> bool:
    """Whether ours answers, and no peer's answer is better by more than the tolerance."""
    return ours.is_answer and all(ours.quality >= peer.quality - tolerance for peer in peers if peer.is_answer)


def ratio(dividend: float | None, divisor: float | None) -> float | None:
    return dividend / divisor if dividend is not None and divisor else None


def result(
    workload: Workload, ours: Measurement, reproducible: Measurement, peers: list[Measurement], context: dict[str, Any]
) -> dict[str, Any]:
    """The workload's entry in the file of results."""
    tolerance = workload.quality_tolerance
    best = best_peer(peers, tolerance)
    return {
        "workload": workload.name,
        "ours": ours.median,
        "best_peer": best.median if best else None,
        "best_peer_name": best.name if best else None,
        "ratio": ratio(ours.median, best.median if best else None),
        "ours_quality": ours.quality,
        "peer_quality": best.quality if best else None,
        "quality_name": workload.quality_name,
        "quality_tolerance": tolerance,
        "quality_ok": is_quality_ok(ours, peers, tolerance) and is_quality_ok(reproducible, peers, tolerance),
        "limit": workload.limit,
        "limit_estimate": workload.limit_estimate,
        "ours_peak_mb": ours.peak_mb,
        "data_mb": ours.data_mb,
        "details": _details(ours),
        "reproducible": {"cost": ratio(reproducible.median, ours.median), **_details(reproducible)},
        "peers": [_details(peer) for peer in peers],
        **context,
    }


def _details(measurement: Measurement) -> dict[str, Any]:
    last = measurement.lines[-1] if measurement.lines else {}
    return {
        "name": measurement.name,
        "median": measurement.median,
        "seconds": measurement.seconds,
        "quality": measurement.quality,
        "facts": measurement.verdict.facts if measurement.verdict else {},
        "peak_mb": measurement.peak_mb,
        "data_mb": measurement.data_mb,
        "instruction_set": last.get("instruction_set"),
        "blas": last.get("blas"),
        "method": last.get("method"),
        "remark": measurement.remark,
    }
