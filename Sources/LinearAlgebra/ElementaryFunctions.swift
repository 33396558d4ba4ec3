#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The C library's functions of one number, so that no other room has to import it. For arrays there is `VectorMath`.
extension Double {
  /// log x.
  package var logarithm: Double { log(self) }
}
