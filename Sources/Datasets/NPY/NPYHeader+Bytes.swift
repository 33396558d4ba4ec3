extension NPYHeader {
  /// The bytes of a file of version 1.0 before the array, just as NumPy writes them.
  ///
  /// Spaces leave room for a first dimension of 21 characters, so the count of bytes does not depend on the number of
  /// rows, and more of them and a line end fill the last 64 bytes, so that a mapped array is aligned.
  static func bytes(shape: [Int]) -> [UInt8] {
    let lengths = shape.map(String.init)
    let tuple = lengths.count == 1 ? "(\(lengths[0]),)" : "(\(lengths.joined(separator: ", ")))"
    var text = "{'descr': '\(nativeByteOrder)f8', 'fortran_order': False, 'shape': \(tuple), }"
    text += String(repeating: " ", count: max(0, 21 - (lengths.first?.count ?? 0)))
    let prefixCount = magic.count + 4
    text += String(repeating: " ", count: 64 - (prefixCount + text.utf8.count + 1) % 64) + "\n"
    let count = text.utf8.count
    return magic + [1, 0, UInt8(truncatingIfNeeded: count), UInt8(truncatingIfNeeded: count >> 8)] + Array(text.utf8)
  }

  /// NumPy's sign for the order in which this machine has the bytes of a number.
  static var nativeByteOrder: Character { 1.littleEndian == 1 ? "<" : ">" }
}
