extension VectorMath {
  /// A kernel that turns `count` elements of its input into as many of its output.
  typealias Kernel = (
    _ input: UnsafePointer<Double>, _ output: UnsafeMutablePointer<Double>, _ count: Int
  ) -> Void

  /// Runs `kernel` over the two buffers, which have to be of one length.
  @inline(__always)
  static func map(
    _ input: UnsafeBufferPointer<Double>, into output: UnsafeMutableBufferPointer<Double>, _ kernel: Kernel
  ) {
    precondition(
      input.count == output.count,
      "The output must have as many elements as the input: it has \(output.count), the input has \(input.count).")
    guard let source = input.baseAddress, let target = output.baseAddress else { return }
    requireSameOrDisjoint(input, output)
    kernel(source, target, input.count)
  }

  /// A new array of the length of `input`, filled by `body`.
  @inline(__always)
  static func array(
    count: Int, from input: [Double],
    _ body: (UnsafeBufferPointer<Double>, UnsafeMutableBufferPointer<Double>) -> Void
  ) -> [Double] {
    input.withUnsafeBufferPointer { source in
      [Double](unsafeUninitializedCapacity: count) { target, initializedCount in
        // The capacity may exceed what was asked for, and Double needs no initialisation before it is written.
        body(source, UnsafeMutableBufferPointer(rebasing: target[..<count]))
        initializedCount = count
      }
    }
  }

  /// The number of rows in a row-major block of `count` elements.
  static func rowCount(_ count: Int, columns: Int) -> Int {
    precondition(columns >= 1, "A row needs at least one column, but columns is \(columns) (for \(count) elements).")
    precondition(
      count.isMultiple(of: columns),
      "A block of rows must fill its last row: \(count) elements are not a multiple of \(columns) columns.")
    return count / columns
  }

  /// Memory that overlaps elsewhere than at its beginning would be read after it was overwritten.
  @inline(__always)
  static func requireSameOrDisjoint(
    _ input: UnsafeBufferPointer<Double>, _ output: UnsafeMutableBufferPointer<Double>
  ) {
    guard let source = input.baseAddress, let target = output.baseAddress else { return }
    let writable = UnsafePointer(target)
    precondition(
      source == writable || source + input.count <= writable || writable + output.count <= source,
      "Input and output must begin at the same address or not overlap: the output of \(output.count) elements begins "
        + "\(writable - source) elements after the beginning of the input of \(input.count).")
  }
}
