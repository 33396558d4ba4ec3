import json
import tempfile
import unittest
from pathlib import Path

from peers import results


class ResultsTests(unittest.TestCase):
    def test_workloads_that_were_not_run_keep_their_entries(self):
        old = [{"workload": "b", "ours": 1}, {"workload": "c", "ours": 2}]
        new = [{"workload": "c", "ours": 3}, {"workload": "a", "ours": 4}]
        self.assertEqual(
            results.merged(old, new),
            [{"workload": "a", "ours": 4}, {"workload": "b", "ours": 1}, {"workload": "c", "ours": 3}])

    def test_what_cannot_be_written_leaves_the_file_as_it_was(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "new" / "latest.json"
            results.update(path, [{"workload": "a", "ours": 1.5}])
            with self.assertRaises(ValueError):
                results.update(path, [{"workload": "b", "ours": float("nan")}])
            self.assertEqual(json.loads(path.read_text()), [{"workload": "a", "ours": 1.5}])


if __name__ == "__main__":
    unittest.main()
