extension Array<Double> {
  /// The indices of the largest numbers, in ascending order; of equal ones the first are taken.
  func indicesOfLargest(_ count: Int) -> [Int] {
    indices.sorted { self[$0] > self[$1] || (self[$0] == self[$1] && $0 < $1) }.prefix(count).sorted()
  }
}
