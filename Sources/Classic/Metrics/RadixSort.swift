/// What can be sorted by a number of 64 bits.
protocol RadixSortable: BitwiseCopyable, Sendable {
  var sortKey: UInt64 { get }
}

extension UInt64: RadixSortable {
  var sortKey: UInt64 { self }
}

extension UnsafeMutableBufferPointer where Element: RadixSortable {
  /// Sorts by the keys, ascending; elements of one key keep their order.
  ///
  /// By one digit of 11 bits after the other, from the last of the first few on, these being as many as tell most
  /// elements apart in a sample of numbers; a pass over neighbours settles the rest. Where many elements agree in them,
  /// all digits are sorted by.
  ///
  /// - Parameter other: as much memory again; what it holds does not matter.
  /// - Complexity: O(n).
  func radixSort(beside other: Self) {
    guard let first, count > 1 else { return }
    // The bits that are not the same in all keys.
    let varying = reduce(0 as UInt64) { $0 | ($1.sortKey ^ first.sortKey) }
    let top = UInt64.bitWidth - varying.leadingZeroBitCount
    guard top > 0 else { return }
    let telling = UInt64.bitWidth - UInt64(count).leadingZeroBitCount + Self.spareBits
    let digitCount = (Swift.min(telling, top) + Self.digitBits - 1) / Self.digitBits
    let lowest = Swift.max(0, top - digitCount * Self.digitBits)
    sort(from: lowest, upTo: top, beside: other)
    guard lowest > 0, !settle(moves: count) else { return }
    sort(from: 0, upTo: top, beside: other)
  }

  private static var digitBits: Int { 11 }
  /// How many more bits than count the elements are sorted by.
  private static var spareBits: Int { 5 }

  /// Takes every element to the place that the counts of its digit give, for one digit of the bits after the other.
  private func sort(from lowest: Int, upTo top: Int, beside other: Self) {
    var (source, target) = (self, Self(rebasing: other[..<count]))
    for shift in stride(from: lowest, to: top, by: Self.digitBits) {
      source.deal(into: target, shift: UInt64(shift))
      swap(&source, &target)
    }
    if source.baseAddress != baseAddress { _ = update(fromContentsOf: source) }
  }

  private func deal(into target: Self, shift: UInt64) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 1 << Self.digitBits) { places in
      places.initialize(repeating: 0)
      for index in indices { places[Self.digit(self[index], shift)] &+= 1 }
      var sum = 0
      for value in places.indices { (places[value], sum) = (sum, sum + places[value]) }
      for index in indices {
        let value = Self.digit(self[index], shift)
        let place = places[value]
        target[place] = self[index]
        places[value] = place &+ 1
      }
    }
  }

  @inline(__always)
  private static func digit(_ element: Element, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: element.sortKey &>> shift & (1 << UInt64(digitBits) - 1))
  }

  /// Sorts what is all but sorted by insertion.
  ///
  /// - Returns: whether it was sorted before elements had been moved by more than `moves` places.
  private func settle(moves: Int) -> Bool {
    var moves = moves
    for index in 1..<count where self[index].sortKey < self[index - 1].sortKey {
      let element = self[index]
      var place = index
      repeat {
        self[place] = self[place - 1]
        place -= 1
      } while place > 0 && self[place - 1].sortKey > element.sortKey
      self[place] = element
      moves -= index - place
      if moves < 0 { return false }
    }
    return true
  }
}
