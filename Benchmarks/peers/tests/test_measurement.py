import unittest

from peers.measurement import best_peer, is_quality_ok, result
from peers.tests.fixtures import WORKLOAD, measured


class BestPeerTests(unittest.TestCase):
    def test_the_fastest_within_the_tolerance_of_the_best_quality(self):
        slow_best = measured("slow", 3.0, quality=0.9)
        close = measured("close", 2.0, quality=0.8995)
        hasty = measured("hasty", 1.0, quality=0.89)
        self.assertIs(best_peer([slow_best, close, hasty], 1e-3), close)
        self.assertIs(best_peer([slow_best, close, hasty], 1e-5), slow_best)
        self.assertIs(best_peer([slow_best, close, hasty], 0.1), hasty)

    def test_a_failed_peer_and_one_with_a_defect_do_not_count(self):
        broken = measured("broken", failure="killed by signal 9")
        wrong = measured("wrong", 0.1, quality=2.0, defects=("21 components, and 20 are the answer",))
        good = measured("good", 5.0)
        self.assertIs(best_peer([broken, wrong, good], 1e-6), good)
        self.assertIsNone(best_peer([broken, wrong], 1e-6))

    def test_a_failure_after_some_rounds_leaves_no_median(self):
        self.assertIsNone(measured("broken", 1.0, failure="exit status 1").median)

    def test_the_median_is_over_all_rounds(self):
        self.assertEqual(measured("peer", 1.0, 9.0, 2.0).median, 2.0)
        self.assertEqual(measured("peer", 1.0, 2.0).median, 1.5)


class QualityTests(unittest.TestCase):
    def test_ours_must_be_within_the_tolerance_of_every_answer(self):
        peers = [measured("a", 1.0, quality=0.5), measured("b", 9.0, quality=0.9)]
        self.assertTrue(is_quality_ok(measured("ours", 1.0, quality=0.8995), peers, 1e-3))
        self.assertFalse(is_quality_ok(measured("ours", 1.0, quality=0.898), peers, 1e-3))

    def test_a_defect_or_a_failure_of_ours_is_not_ok(self):
        self.assertFalse(is_quality_ok(measured("ours", 1.0, defects=("off",)), [], 1e-3))
        self.assertFalse(is_quality_ok(measured("ours", failure="exit status 1"), [], 1e-3))


class ResultTests(unittest.TestCase):
    def entry(self, ours, reproducible, peers):
        return result(WORKLOAD, ours, reproducible, peers, {"rounds": 1})

    def test_the_entry_has_ours_the_best_peer_and_their_ratio(self):
        entry = self.entry(
            measured("ours", 1.0, 3.0), measured("same bits", 3.0), [measured("a", 4.0), measured("b", 5.0)])
        self.assertEqual(entry["ours"], 2.0)
        self.assertEqual((entry["best_peer_name"], entry["best_peer"], entry["ratio"]), ("a", 4.0, 0.5))
        self.assertEqual((entry["ours_peak_mb"], entry["data_mb"], entry["quality_ok"]), (103, 90, True))
        self.assertEqual(entry["reproducible"]["cost"], 1.5)

    def test_without_an_answer_of_a_peer_there_is_no_ratio(self):
        entry = self.entry(measured("ours", 1.0), measured("same bits", 1.0), [measured("a", failure="exit status 1")])
        self.assertEqual((entry["best_peer_name"], entry["best_peer"], entry["ratio"]), (None, None, None))
        self.assertEqual(entry["peers"][0]["remark"], "exit status 1")

    def test_a_wrong_answer_in_the_reproducible_mode_is_not_ok(self):
        wrong = measured("same bits", 1.0, quality=0.5)
        self.assertFalse(self.entry(measured("ours", 1.0), wrong, [measured("a", 1.0)])["quality_ok"])


if __name__ == "__main__":
    unittest.main()
