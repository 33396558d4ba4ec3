extension UnsafeBufferPointer {
  /// The same elements where they are of this type; nil where they are of another.
  ///
  /// A caller's module cannot specialise what is not inlinable. The standard types have a kernel each, compiled here,
  /// and this finds the one for the caller's.
  func identified<Other>(as type: Other.Type) -> UnsafeBufferPointer<Other>? {
    guard Element.self == type else { return nil }
    return UnsafeBufferPointer<Other>(
      start: UnsafeRawPointer(baseAddress)?.assumingMemoryBound(to: type), count: count)
  }
}

/// Whether the elements of this type are 1, 2, 4 or 8 bytes in the machine's own order.
func isStandardInteger<Count: FixedWidthInteger>(_ type: Count.Type) -> Bool {
  let standard: [any FixedWidthInteger.Type] = [
    Int.self, Int8.self, Int16.self, Int32.self, Int64.self, UInt.self, UInt8.self, UInt16.self, UInt32.self,
    UInt64.self,
  ]
  return standard.contains { $0 == type }
}
