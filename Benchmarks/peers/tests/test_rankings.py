import unittest

import numpy as np

from peers.rankings import exact_area, exact_average_precision
from peers.workloads.average_precision import cumulated
from peers.workloads.roc_auc import rank_sum


class RankingTests(unittest.TestCase):
    def test_ties_count_half(self):
        scores, labels = np.array([0.9, 0.4, 0.4, 0.1]), np.array([1, 1, 0, 0], dtype=np.uint8)
        self.assertEqual(exact_area(scores, labels), 0.875)
        self.assertAlmostEqual(exact_average_precision(scores, labels), (1 + 2 / 3) / 2, places=15)

    def test_every_pair_of_random_rows_is_counted(self):
        random = np.random.default_rng(1)
        scores, labels = random.integers(0, 20, 200).astype(float), (random.random(200) < 0.4).astype(np.uint8)
        own, others = scores[labels == 1][:, None], scores[labels == 0]
        pairs = (own > others).sum() + (own == others).sum() / 2
        self.assertAlmostEqual(exact_area(scores, labels), pairs / (own.size * others.size), places=15)

    def test_the_lines_of_numpy_agree_where_there_are_no_ties(self):
        random = np.random.default_rng(2)
        data = {"scores_s": random.random(300), "scores_y": (random.random(300) < 0.3).astype(np.uint8)}
        scores, labels = data["scores_s"], data["scores_y"]
        self.assertAlmostEqual(rank_sum(data), exact_area(scores, labels), places=14)
        self.assertAlmostEqual(cumulated(data), exact_average_precision(scores, labels), places=14)


if __name__ == "__main__":
    unittest.main()
