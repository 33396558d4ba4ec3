internal import Learning

extension UnsafeMutableBufferPointer {
  /// Rearranges the elements of a range: first those whose key is below that of a pivot among them, then those equal to
  /// it, then those above.
  ///
  /// The pivot is the middle of three drawn at random, so that no order of the data makes selection slow.
  ///
  /// - Returns: where the equal ones are; never empty.
  func partition(
    _ range: Range<Int>, using generator: inout SeededGenerator, by key: (Element) -> Double
  ) -> Range<Int> {
    let (a, b, c) = (
      draw(from: range, using: &generator, by: key), draw(from: range, using: &generator, by: key),
      draw(from: range, using: &generator, by: key)
    )
    let pivot = Swift.max(Swift.min(a, b), Swift.min(Swift.max(a, b), c))
    var (below, next, above) = (range.lowerBound, range.lowerBound, range.upperBound)
    while next < above {
      let value = key(self[next])
      if value < pivot {
        swapAt(below, next)
        below += 1
        next += 1
      } else if value > pivot {
        above -= 1
        swapAt(next, above)
      } else {
        next += 1
      }
    }
    return below..<above
  }

  private func draw(
    from range: Range<Int>, using generator: inout SeededGenerator, by key: (Element) -> Double
  ) -> Double {
    key(self[range.lowerBound + generator.nextIndex(below: range.count)])
  }
}

extension [Double] {
  /// Rearranges the elements so that the one at `index` is where sorting would put it, none before it larger and none
  /// behind it smaller.
  ///
  /// - Parameters:
  ///   - index: of the order statistic, from 0.
  ///   - bounds: the elements that may take that place, where earlier selections have put the others in theirs.
  /// - Returns: the element at `index`.
  /// - Complexity: O(n) expected.
  @discardableResult
  mutating func select(_ index: Int, in bounds: Range<Int>? = nil) -> Double {
    var range = bounds ?? indices
    precondition(range.contains(index), "There is no order statistic \(index) in \(range)")
    // The seed decides how long it takes, and nothing else.
    var generator = SeededGenerator(seed: UInt64(count))
    withUnsafeMutableBufferPointer { elements in
      while true {
        let equal = elements.partition(range, using: &generator) { $0 }
        if index < equal.lowerBound {
          range = range.lowerBound..<equal.lowerBound
        } else if index >= equal.upperBound {
          range = equal.upperBound..<range.upperBound
        } else {
          return
        }
      }
    }
    return self[index]
  }

  /// The order statistic at `index` and, unless it is the last, the next one.
  ///
  /// - Complexity: O(n) expected.
  mutating func selectPair(_ index: Int) -> (Double, Double) {
    let lower = select(index)
    let upper = self[(index + 1)...].min() ?? lower
    return (lower, upper)
  }
}
