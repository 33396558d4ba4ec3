"""Runs one peer on one workload in this process, as `bench` runs ours, and prints the same line of JSON."""
from __future__ import annotations

import argparse
import json
import statistics
import time
import warnings
from importlib.metadata import version
from pathlib import Path

from . import arrays
from .workload import Peer
from .workloads import all_workloads


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m peers.runner", description=__doc__)
    parser.add_argument("workload")
    parser.add_argument("--peer", required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--warmups", type=int, default=1)
    parser.add_argument("--threads", type=int, required=True)
    options = parser.parse_args()
    warnings.simplefilter("ignore")

    workload = all_workloads()[options.workload]
    peer = next(peer for peer in workload.peers if peer.name == options.peer)
    limit_threads(peer, options.threads)
    data = arrays.load(options.data, workload.files)
    loaded = memory("VmRSS")

    for _ in range(options.warmups):
        peer.fit(data)
    seconds = []
    for _ in range(options.repetitions):
        fitted = None  # As in bench, the memory of the last fit is free before the next begins.
        start = time.perf_counter()
        fitted = peer.fit(data)
        seconds.append(time.perf_counter() - start)

    peak = memory("VmHWM")
    arrays.save(options.output, peer.output(fitted))
    print(json.dumps({
        "workload": workload.name,
        "implementation": peer.name,
        "seconds": seconds,
        "median": statistics.median(seconds),
        "peak_mb": peak,
        "data_mb": loaded,
        "mode": "fastest",
        "threads": options.threads,
        "instruction_set": None,
        "blas": blas(),
        "method": ", ".join(f"{package} {version(package)}" for package in peer.packages),
    }))


def limit_threads(peer: Peer, threads: int) -> None:
    """oneDAL takes all processors whatever the environment says; the others listen to it."""
    if "daal" in peer.packages:
        import daal4py
        daal4py.daalinit(threads)


def memory(key: str) -> float:
    """Of this process, in MB of 2^20 bytes: VmRSS now, VmHWM at most until now."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(f"{key}:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError(f"/proc/self/status has no {key}")


def blas() -> str:
    """Which of its kernels each loaded OpenBLAS chose: numpy and scipy bring one each."""
    from threadpoolctl import threadpool_info
    found = (f"OpenBLAS {pool['version']} {pool['architecture']}"
             for pool in threadpool_info() if pool["internal_api"] == "openblas")
    return ", ".join(sorted(set(found)))


if __name__ == "__main__":
    main()
