import unittest

import numpy as np

from peers.variance_share import VarianceShare

# Centred at (1, 2, 3); uncorrelated columns, whose sums of squares are 32, 8 and 2.
X = np.array([[4, 0, 0], [-4, 0, 0], [0, 2, 0], [0, -2, 0], [0, 0, 1], [0, 0, -1]], dtype=float) + [1, 2, 3]
VARIANCES = np.array([32, 8, 2]) / 5


def verdict(components, variances, *, expected=2, exact=True):
    judge = VarianceShare(X, components=expected, tolerance=1e-6, is_exact=exact)
    return judge({"components": np.array(components, dtype=float), "variances": np.array(variances)})


class VarianceShareTests(unittest.TestCase):
    def test_leading_axes_capture_their_share(self):
        found = verdict([[1, 0, 0], [0, 1, 0]], VARIANCES[:2])
        self.assertAlmostEqual(found.quality, 40 / 42, places=14)
        self.assertEqual(found.defects, ())

    def test_a_turned_basis_of_the_plane_captures_the_same_but_its_scores_are_correlated(self):
        turned = np.array([[1, 1, 0], [1, -1, 0]]) / np.sqrt(2)
        found = verdict(turned, [4.0, 4.0])
        self.assertAlmostEqual(found.quality, 40 / 42, places=14)
        self.assertEqual(found.defects, ("scores correlated: off by 6.0e-01",))
        self.assertEqual(verdict(turned, [4.0, 4.0], exact=False).defects, ())

    def test_smaller_axes_capture_less(self):
        self.assertAlmostEqual(verdict([[0, 1, 0], [0, 0, 1]], VARIANCES[1:]).quality, 10 / 42, places=14)

    def test_length_does_not_buy_quality(self):
        found = verdict([[2, 0, 0], [0, 1, 0]], VARIANCES[:2])
        self.assertAlmostEqual(found.quality, 40 / 42, places=14)
        self.assertIn("components not orthonormal: off by 3.0e+00", found.defects)

    def test_variances_that_were_not_found_are_told(self):
        found = verdict([[1, 0, 0], [0, 1, 0]], [6.4, 3.2])
        self.assertEqual(found.defects, ("variances not those found: off by 2.5e-01",))

    def test_another_number_of_components_is_no_answer(self):
        self.assertEqual(
            verdict([[1, 0, 0]], VARIANCES[:1]).defects, ("1 components, and 2 are the answer",))

    def test_what_is_not_finite_or_does_not_fit_has_no_quality(self):
        self.assertIsNone(verdict([[np.nan, 0, 0], [0, 1, 0]], VARIANCES[:2]).quality)
        self.assertIsNone(verdict([[1, 0], [0, 1]], VARIANCES[:2]).quality)

    def test_blocks_of_rows_do_not_change_the_share(self):
        judge = VarianceShare(X, components=2, tolerance=1e-6, is_exact=True)
        judge.rows_at_a_time = 4
        found = judge({"components": np.eye(3)[:2], "variances": VARIANCES[:2]})
        self.assertAlmostEqual(found.quality, 40 / 42, places=14)


if __name__ == "__main__":
    unittest.main()
