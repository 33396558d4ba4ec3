import tempfile
import unittest
from pathlib import Path

import numpy as np

from peers import arrays
from peers.measurement import Measurement
from peers.processes import Processes, failure_reason, last_line
from peers.workloads import all_workloads


class ProcessesTests(unittest.TestCase):
    def test_the_last_line_is_the_one_that_counts(self):
        self.assertEqual(last_line('a library greets\n{"median": 1.5}\n'), {"median": 1.5})

    def test_a_failure_is_told_by_its_last_words(self):
        self.assertEqual(failure_reason(1, "Traceback\n  at\nMemoryError: 8 GB\n"), "exit status 1: MemoryError: 8 GB")
        self.assertEqual(failure_reason(-9, ""), "killed by signal 9")

    def test_a_program_that_fails_or_says_nothing_is_told_and_stops_nothing(self):
        workload = all_workloads()["pca-tall"]
        for program, reason in (("false", "exit status 1"), ("true", "its last line of output is no JSON")):
            measurement = Measurement("ours")
            processes = Processes(Path(program), Path("data"), Path("outputs"), threads=1)
            processes.run_ours(workload, "fastest", measurement)
            self.assertEqual((measurement.failure, measurement.median), (reason, None))

    def test_a_missing_program_is_told(self):
        measurement = Measurement("ours")
        processes = Processes(Path("/nowhere/bench"), Path("data"), Path("outputs"), threads=1)
        processes.run_ours(all_workloads()["pca-tall"], "fastest", measurement)
        self.assertIn("No such file", measurement.failure)


class ArraysTests(unittest.TestCase):
    def test_what_is_saved_is_loaded_by_name(self):
        with tempfile.TemporaryDirectory() as folder:
            arrays.save(Path(folder) / "made", {"x": np.eye(2)[:, :1], "y": np.arange(3.0)})
            loaded = arrays.load_all(Path(folder) / "made")
        self.assertEqual(sorted(loaded), ["x", "y"])
        np.testing.assert_array_equal(loaded["x"], [[1], [0]])


class WorkloadsTests(unittest.TestCase):
    def test_every_workload_states_its_peers_and_a_limit(self):
        for name, workload in all_workloads().items():
            with self.subTest(name):
                names = [peer.name for peer in workload.peers]
                self.assertEqual(len(names), len(set(names)))
                self.assertGreater(len(names), 0)
                self.assertGreater(workload.limit, 0)
                self.assertGreater(workload.quality_tolerance, 0)


if __name__ == "__main__":
    unittest.main()
