#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension Double {
  /// The number to `digits` significant digits, as C's `%g` writes it: "0.5", "1.25e-07", "nan".
  package func formatted(digits: Int) -> String { formatted("%.\(digits)g") }

  /// The number with `places` digits behind the point: "0.950".
  package func formatted(places: Int) -> String { formatted("%.\(places)f") }

  private func formatted(_ format: String) -> String {
    withVaList([self]) { arguments in
      // The longest finite Double in %f has 309 digits before the point.
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { buffer in
        guard let start = buffer.baseAddress else { return description }
        vsnprintf(start, buffer.count, format, arguments)
        return String(cString: start)
      }
    }
  }
}

extension String {
  /// The text with spaces before it, up to `width` characters.
  package func padded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
