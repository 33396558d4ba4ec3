import unittest

import numpy as np

from peers import accuracy
from peers.accuracy import Accuracy, exact_mean, exact_mean_and_variance


class AccuracyTests(unittest.TestCase):
    def test_the_largest_relative_error_counts(self):
        found = Accuracy((2.0, -4.0), tolerance=0.2)({"estimates": np.array([2.2, -4.0])})
        self.assertAlmostEqual(found.quality, 0.9, places=14)
        self.assertEqual(found.defects, ())

    def test_what_is_too_far_off_is_no_answer(self):
        found = Accuracy((2.0,), tolerance=1e-9)({"estimates": np.array([2.5])})
        self.assertEqual(found.defects, ("estimates off by 2.5e-01",))

    def test_what_is_not_finite_or_does_not_fit_has_no_quality(self):
        judge = Accuracy((2.0,), tolerance=1e-9)
        self.assertIsNone(judge({"estimates": np.array([np.nan])}).quality)
        self.assertIsNone(judge({"estimates": np.array([2.0, 2.0])}).quality)

    def test_references_do_not_depend_on_blocks(self):
        accuracy.BLOCK_ELEMENTS, whole = 2, accuracy.BLOCK_ELEMENTS
        try:
            self.assertEqual(exact_mean(np.array([200, 255, 1], dtype=np.uint8)), 152)
            self.assertEqual(exact_mean_and_variance(1e9 + np.arange(5.0)), (1e9 + 2, 2))
        finally:
            accuracy.BLOCK_ELEMENTS = whole


if __name__ == "__main__":
    unittest.main()
