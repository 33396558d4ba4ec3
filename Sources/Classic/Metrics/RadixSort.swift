/// What can be sorted by a number of 64 bits.
protocol RadixSortable: BitwiseCopyable {
  var sortKey: UInt64 { get }
}

extension UInt64: RadixSortable {
  var sortKey: UInt64 { self }

  /// A number that is in the order of the given one among those of others; zeros of both signs are the same.
  ///
  /// - Parameter number: not NaN.
  init(ordering number: Double) {
    let bits = (number + 0).bitPattern
    // Negative numbers have their magnitudes the wrong way round.
    self = bits >> 63 == 1 ? ~bits : bits | 1 << 63
  }

  /// The number that ``init(ordering:)`` was given.
  var orderedNumber: Double { Double(bitPattern: self >> 63 == 1 ? self ^ (1 << 63) : ~self) }
}

extension Array where Element: RadixSortable {
  /// Sorts by the keys, ascending; elements of one key keep their order.
  ///
  /// By one digit of 11 bits after the other, from the last on: each pass counts out where the elements of a digit
  /// begin, and takes them there. Digits that are the same in all elements have none.
  ///
  /// - Complexity: O(n), with as much memory again.
  mutating func radixSort() {
    guard count > 1 else { return }
    let counts = digitCounts()
    var other = self
    for digit in 0..<Self.digits {
      var places = counts[digit * Self.digitValues..<(digit + 1) * Self.digitValues]
      guard !places.contains(count) else { continue }
      var sum = 0
      for value in places.indices {
        let next = sum + places[value]
        places[value] = sum
        sum = next
      }
      deal(into: &other, places: Array<Int>(places), shift: UInt64(digit * Self.digitBits))
      swap(&self, &other)
    }
  }

  private static var digitBits: Int { 11 }
  private static var digitValues: Int { 1 << digitBits }
  private static var digits: Int { (64 + digitBits - 1) / digitBits }

  /// How often each digit has each value.
  private func digitCounts() -> [Int] {
    var counts = [Int](repeating: 0, count: Self.digits * Self.digitValues)
    let mask = UInt64(Self.digitValues - 1)
    counts.withUnsafeMutableBufferPointer { counts in
      withUnsafeBufferPointer { elements in
        for element in elements {
          var key = element.sortKey
          for digit in 0..<Self.digits {
            counts[digit * Self.digitValues + Int(key & mask)] += 1
            key >>= UInt64(Self.digitBits)
          }
        }
      }
    }
    return counts
  }

  private func deal(into target: inout [Element], places: [Int], shift: UInt64) {
    let mask = UInt64(Self.digitValues - 1)
    var places = places
    places.withUnsafeMutableBufferPointer { places in
      target.withUnsafeMutableBufferPointer { target in
        withUnsafeBufferPointer { elements in
          for element in elements {
            let value = Int(element.sortKey >> shift & mask)
            target[places[value]] = element
            places[value] += 1
          }
        }
      }
    }
  }
}
