import unittest

import numpy as np

from peers.share_right import ShareRight


class ShareRightTests(unittest.TestCase):
    judge = ShareRight(np.array([[1.0, 0.0], [-1.0, 0.0], [0.0, 2.0], [0.0, -2.0]]), np.array([1.0, 0.0, 0.0, 0.0]))

    def test_the_share_of_right_rows_is_the_quality(self):
        self.assertEqual(self.judge({"coefficients": np.array([1.0, 0.0])}).quality, 1)
        self.assertEqual(self.judge({"coefficients": np.array([1.0, 1.0])}).quality, 0.75)
        self.assertEqual(self.judge({"coefficients": np.array([-1.0, 0.0])}).quality, 0.5)

    def test_what_is_not_finite_or_does_not_fit_has_no_quality(self):
        self.assertIsNone(self.judge({"coefficients": np.array([1.0, np.nan])}).quality)
        self.assertIsNone(self.judge({"coefficients": np.array([1.0])}).quality)


if __name__ == "__main__":
    unittest.main()
