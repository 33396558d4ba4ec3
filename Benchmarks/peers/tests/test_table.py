import unittest

from peers.measurement import result
from peers.table import table
from peers.tests.fixtures import WORKLOAD, measured


class TableTests(unittest.TestCase):
    def setUp(self):
        peers = [
            measured("broken", failure="exit status 1: MemoryError"), measured("missing", failure="exit status 2"),
            measured("slow", 4.0), measured("fast", 2.0, 2.0)]
        entry = result(WORKLOAD, measured("ours", 1.0, 1.0), measured("same bits", 1.25, 1.25), peers, {"rounds": 2})
        self.lines = table([entry]).splitlines()

    def cells(self, row):
        return [cell.strip() for cell in self.lines[row].strip("|").split("|")]

    def test_ours_comes_first_with_its_ratios(self):
        self.assertEqual(
            self.cells(2),
            ["w", "ours", "1.000", "0.50", "2.00", "1.000000000", "101", "2", "limit 0.500 s; quality ok"])

    def test_the_cost_of_the_same_bits_stands_beside_it(self):
        self.assertEqual(self.cells(3)[-1], "the same bits cost +25 %")

    def test_peers_stand_by_their_seconds_and_the_failed_last_with_the_reason(self):
        self.assertEqual([self.cells(row)[1] for row in (4, 5, 6, 7)], ["fast", "slow", "broken", "missing"])
        self.assertEqual(self.cells(4)[-1], "best peer")
        self.assertEqual(self.cells(5)[-2:], ["1", "slow, so fewer rounds"])
        self.assertEqual(self.cells(6), ["", "broken", "failed", "", "", "", "", "0", "exit status 1: MemoryError"])

    def test_all_lines_are_as_long(self):
        self.assertEqual(len({len(line) for line in self.lines}), 1)


if __name__ == "__main__":
    unittest.main()
