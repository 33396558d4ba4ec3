"""Measurements and a workload for the tests, without running anything."""
from peers.measurement import Measurement
from peers.workload import Verdict, Workload

WORKLOAD = Workload(
    name="w", make_data=dict, files=(), peers=(), judge=lambda data: None, quality_name="q", quality_tolerance=1e-3,
    limit=0.5, limit_estimate="guess")


def measured(name, *seconds, quality=1.0, defects=(), failure=None):
    lines = [
        {"seconds": [each], "peak_mb": 100 + each, "data_mb": 90, "method": "m", "blas": "b"}
        for each in seconds]
    return Measurement(name, lines, failure, None if failure else Verdict(quality, {}, defects))
