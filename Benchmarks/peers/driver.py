"""Measures ours beside the peers, in rounds, and judges all by one formula. Started by scripts/benchmark."""
from __future__ import annotations

import argparse
import datetime
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from . import arrays, results
from .measurement import OURS, REPRODUCIBLE, Measurement, result
from .processes import BENCHMARKS, KERNEL_CHOICES, Processes
from .table import table
from .workload import Workload
from .workloads import all_workloads

RESULTS = BENCHMARKS / "results" / "latest.json"


def main() -> int:
    known = all_workloads()
    options = parse(known)
    workloads = [known[name] for name in options.workloads or known]
    for workload in workloads:
        make_data_if_missing(workload, options.data)
    bench = build()
    rounds = 1 if options.quick else options.rounds
    entries = []
    for workload in workloads:
        with tempfile.TemporaryDirectory() as outputs:
            processes = Processes(bench, options.data, Path(outputs), options.threads)
            entries.append(measure(workload, processes, rounds, leave_out_slow=options.quick))
        results.update(RESULTS, entries[-1:])
    print(f"\n{table(entries)}\n")
    print(f"Medians of the rounds, on {processor()}, {options.threads} threads. Written to {RESULTS}.")
    choices = " ".join(f"{name}={os.environ[name]}" for name in KERNEL_CHOICES if name in os.environ)
    if choices:
        print(f"All ran without {choices} of this environment: each chose its kernels for the processor.")
    failed = [entry["workload"] for entry in entries if None in (entry["ours"], entry["reproducible"]["median"])]
    for name in failed:
        print(f"benchmark: swift-classic failed on {name}.", file=sys.stderr)
    return 1 if failed else 0


def parse(known: dict[str, Workload]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/benchmark", description=__doc__)
    parser.add_argument("workloads", nargs="*", metavar="WORKLOAD", help=f"all if none: {', '.join(known)}")
    parser.add_argument("--quick", action="store_true", help="one round, and without the slow peers")
    parser.add_argument("--data", type=Path, default=BENCHMARKS / "data", help="where the data are, and are made")
    parser.add_argument("--rounds", type=positive, default=5, help="timed runs of each, in turns (default 5)")
    parser.add_argument(
        "--threads", type=positive, default=len(os.sched_getaffinity(0)), help="of each (default all processors)")
    options = parser.parse_args()
    for name in options.workloads:
        if name not in known:
            parser.error(f"there is no workload “{name}”; there are {', '.join(known)}")
    return options


def positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is not 1 or more")
    return number


def make_data_if_missing(workload: Workload, folder: Path) -> None:
    if not all((folder / f"{name}.npy").exists() for name in workload.files):
        print(f"benchmark: making the data of {workload.name} in {folder}", flush=True)
        arrays.save(folder, workload.make_data())


def build() -> Path:
    print("benchmark: building bench", flush=True)
    # The package manager remembers the files of a package beside it, and looks for new ones only when a manifest changed.
    (BENCHMARKS / "Package.swift").touch()
    command = ["swift", "build", "--package-path", str(BENCHMARKS), "--configuration", "release"]
    if subprocess.run(command, stdout=sys.stderr).returncode != 0:
        sys.exit("benchmark: bench does not build; the compiler's messages stand above.")
    folder = subprocess.run([*command, "--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip()
    return Path(folder) / "bench"


def measure(workload: Workload, processes: Processes, rounds: int, leave_out_slow: bool) -> dict[str, Any]:
    """Everybody once, then everybody again: what disturbs the machine for a while disturbs all of them."""
    ours, reproducible = Measurement(OURS), Measurement(REPRODUCIBLE)
    peers = {peer: Measurement(peer.name) for peer in workload.peers if not (peer.is_slow and leave_out_slow)}
    for index in range(rounds):
        say(workload, index, rounds, ours, lambda: processes.run_ours(workload, "fastest", ours))
        say(workload, index, rounds, reproducible, lambda: processes.run_ours(workload, "reproducible", reproducible))
        for peer, measurement in peers.items():
            if index == 0 or not peer.is_slow:
                say(workload, index, rounds, measurement, lambda: processes.run_peer(workload, peer, measurement))
    everybody = [ours, reproducible, *peers.values()]
    judge = workload.judge(arrays.load(processes.data, workload.files, mapped=True))
    for measurement in everybody:
        if measurement.failure is None:
            measurement.verdict = judge(processes.output(measurement))
    context = {
        "rounds": rounds,
        "threads": processes.threads,
        "processor": processor(),
        "date": datetime.date.today().isoformat(),
    }
    return result(workload, ours, reproducible, list(peers.values()), context)


def say(workload: Workload, index: int, rounds: int, measurement: Measurement, run) -> None:
    """Runs, and says how it went, as it goes. A failure is not tried again."""
    if measurement.failure is not None:
        return
    run()
    if measurement.failure is not None:
        outcome = measurement.failure
    else:
        line = measurement.lines[-1]
        outcome = f"{line['median']:.4f} s ({line['blas']})"
    print(f"{workload.name}, round {index + 1} of {rounds}, {measurement.name}: {outcome}", flush=True)


def processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return f"{line.partition(':')[2].strip()} ({os.cpu_count()} processors)"
    return f"{os.uname().machine} ({os.cpu_count()} processors)"


if __name__ == "__main__":
    sys.exit(main())
