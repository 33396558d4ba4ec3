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

  /// Memory for `count` elements, not yet initialised: whoever calls this writes every element.
  init(uninitializedCount count: Int) {
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: max(count, 1) * MemoryLayout<Double>.stride, alignment: Self.alignment)
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
