/// What can be sorted by a number of 64 bits.
protocol RadixSortable: BitwiseCopyable, Sendable {
  var sortKey: UInt64 { get }
}

extension UInt64: RadixSortable {
  var sortKey: UInt64 { self }
}

extension Array where Element: RadixSortable {
  /// Sorts by the keys, ascending; elements of one key keep their order.
  ///
  /// By one digit of 11 bits after the other, from the last of the first three on: in most samples of numbers few
  /// elements agree in these 33 bits, and a pass over neighbours settles them. Where many do, all six digits are
  /// sorted by.
  ///
  /// - Complexity: O(n), with as much memory again.
  mutating func radixSort() {
    guard count > 1 else { return }
    // Any bits are such an element, and each pass writes to all of them before they are read.
    var other = [Element](unsafeUninitializedCapacity: count) { $1 = count }
    sort(by: Self.digitCount / 2..<Self.digitCount, with: &other)
    guard !settle(moves: count) else { return }
    sort(by: 0..<Self.digitCount, with: &other)
  }

  private static var digitBits: Int { 11 }
  private static var digitCount: Int { 6 }
  private static var digitMask: UInt64 { 1 << UInt64(digitBits) - 1 }

  /// How far right a digit is in a key: the last ends with it, and the first begins with two bits of the next again.
  private static func shift(of digit: Int) -> UInt64 { UInt64(Swift.max(0, 64 - digitBits * (digitCount - digit))) }

  /// Takes every element to the place that the counts of its digit give, for one digit after the other. One that is
  /// the same in all elements needs no pass.
  private mutating func sort(by digits: Range<Int>, with other: inout [Element]) {
    for digit in digits {
      let shift = Self.shift(of: digit)
      var places = digitCounts(shift)
      guard !places.contains(count) else { continue }
      var sum = 0
      for value in places.indices { (places[value], sum) = (sum, sum + places[value]) }
      deal(into: &other, places: &places, shift: shift)
      swap(&self, &other)
    }
  }

  /// How often a digit has each value.
  private func digitCounts(_ shift: UInt64) -> [Int] {
    var counts = [Int](repeating: 0, count: 1 << Self.digitBits)
    counts.withUnsafeMutableBufferPointer { counts in
      withUnsafeBufferPointer { elements in
        for element in elements { counts[Int(truncatingIfNeeded: element.sortKey &>> shift & Self.digitMask)] &+= 1 }
      }
    }
    return counts
  }

  private func deal(into target: inout [Element], places: inout [Int], shift: UInt64) {
    places.withUnsafeMutableBufferPointer { places in
      target.withUnsafeMutableBufferPointer { target in
        withUnsafeBufferPointer { elements in
          for element in elements {
            let value = Int(truncatingIfNeeded: element.sortKey &>> shift & Self.digitMask)
            let place = places[value]
            target[place] = element
            places[value] = place &+ 1
          }
        }
      }
    }
  }

  /// Sorts what is all but sorted by insertion.
  ///
  /// - Returns: whether it was sorted before elements had been moved by more than `moves` places.
  private mutating func settle(moves: Int) -> Bool {
    withUnsafeMutableBufferPointer { elements in
      var moves = moves
      for index in 1..<elements.count where elements[index].sortKey < elements[index - 1].sortKey {
        let element = elements[index]
        var place = index
        repeat {
          elements[place] = elements[place - 1]
          place -= 1
        } while place > 0 && elements[place - 1].sortKey > element.sortKey
        elements[place] = element
        moves -= index - place
        if moves < 0 { return false }
      }
      return true
    }
  }
}
