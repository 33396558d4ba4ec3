"""One measurement is one process: its memory is its own, and nothing of another implementation is loaded."""
from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from . import arrays
from .measurement import Measurement
from .workload import Peer, Workload

BENCHMARKS = Path(__file__).resolve().parent.parent
TIME_LIMIT = 300
"""Seconds that one process may take."""


KERNEL_CHOICES = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
"""Choices that an environment may make for one OpenBLAS. Ours, numpy's and scipy's each choose for the processor."""


class Processes:
    """Starts the processes of one workload, all with the same data and number of threads."""

    def __init__(self, bench: Path, data: Path, outputs: Path, threads: int):
        self.bench, self.data, self.outputs = bench, data, outputs
        self.threads = threads

    def run_ours(self, workload: Workload, mode: str, measurement: Measurement) -> None:
        command = [str(self.bench), workload.name, "--mode", mode]
        self._run(command, self._environment(), measurement)

    def run_peer(self, workload: Workload, peer: Peer, measurement: Measurement) -> None:
        command = [sys.executable, "-m", "peers.runner", workload.name, "--peer", peer.name]
        self._run(command, {**self._environment(), "PYTHONPATH": str(BENCHMARKS)}, measurement)

    def output(self, measurement: Measurement) -> arrays.Arrays:
        return arrays.load_all(self._output_folder(measurement))

    def _output_folder(self, measurement: Measurement) -> Path:
        return self.outputs / "".join(c if c.isalnum() else "-" for c in measurement.name)

    def _environment(self) -> dict[str, str]:
        threads = str(self.threads)
        inherited = {name: value for name, value in os.environ.items() if name not in KERNEL_CHOICES}
        return {**inherited, "OMP_NUM_THREADS": threads, "OPENBLAS_NUM_THREADS": threads, "MKL_NUM_THREADS": threads}

    def _run(self, command: list[str], environment: dict[str, str], measurement: Measurement) -> None:
        """Adds a line to the measurement, or says in it why there is none."""
        command += [
            "--data", str(self.data), "--output", str(self._output_folder(measurement)), "--warmups", "1",
            "--repetitions", "1", "--threads", str(self.threads)]
        try:
            process = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=TIME_LIMIT)
        except subprocess.TimeoutExpired:
            measurement.failure = f"took more than {TIME_LIMIT} s with its warm-up, and was stopped"
            return
        except OSError as error:
            measurement.failure = str(error)
            return
        if process.returncode != 0:
            measurement.failure = failure_reason(process.returncode, process.stderr)
            return
        try:
            measurement.lines.append(last_line(process.stdout))
        except (IndexError, ValueError):
            measurement.failure = "its last line of output is no JSON"


def failure_reason(status: int, errors: str) -> str:
    """Python's last line is the error itself, and so is that of `bench`."""
    lines = [line.strip() for line in errors.splitlines() if line.strip()]
    how = f"killed by signal {-status}" if status < 0 else f"exit status {status}"
    return f"{how}: {lines[-1]}" if lines else how


def last_line(text: str) -> dict[str, Any]:
    """The line of JSON; libraries may have said something before it."""
    return json.loads(text.strip().splitlines()[-1])
