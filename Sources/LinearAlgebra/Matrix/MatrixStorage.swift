#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The one type that owns the memory of matrices.
///
/// `@unchecked` because the compiler cannot see the discipline: the memory is written only while it is being
/// initialised, or through a `Matrix` that has just made sure that nobody else refers to this storage.
@usableFromInline
final class MatrixStorage: @unchecked Sendable {
  @usableFromInline let base: UnsafeMutablePointer<Double>
  @usableFromInline let count: Int

  /// A cache line, so that no two threads write to the same line of neighbouring matrices, and vector loads are
  /// aligned.
  private static let alignment = 64
  /// A huge page. Memory of several is aligned to it and asks the system for such pages, which spares a thousand faults
  /// for every four megabytes that are touched first.
  private static let hugePage = 1 << 21

  /// Memory for `count` elements, not yet initialised: whoever calls this writes every element.
  init(uninitializedCount count: Int) {
    let byteCount = max(count, 1) * MemoryLayout<Double>.stride
    let isLarge = byteCount >= 2 * Self.hugePage
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: byteCount, alignment: isLarge ? Self.hugePage : Self.alignment)
    #if os(Linux)
      if isLarge { madvise(bytes, byteCount, Int32(MADV_HUGEPAGE)) }
    #endif
    base = bytes.bindMemory(to: Double.self, capacity: max(count, 1))
    self.count = count
  }

  convenience init(copying other: MatrixStorage) {
    self.init(uninitializedCount: other.count)
    base.initialize(from: other.base, count: count)
  }

  deinit {
    UnsafeMutableRawPointer(base).deallocate()
  }
}
