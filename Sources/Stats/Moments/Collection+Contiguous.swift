public import Learning

extension Collection {
  /// Runs `body` on the elements where they stand, or on a copy of them where they are not in one piece of memory.
  ///
  /// Inlinable, and so are its callers, because only the caller's module can copy a collection of its own quickly.
  @inlinable
  func withContiguousStorage<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws(LearningError) -> Result
  ) throws(LearningError) -> Result {
    func outcome(_ elements: UnsafeBufferPointer<Element>) -> Swift.Result<Result, LearningError> {
      Swift.Result { () throws(LearningError) in try body(elements) }
    }
    if let outcome = withContiguousStorageIfAvailable(outcome) { return try outcome.get() }
    return try ContiguousArray(self).withUnsafeBufferPointer(outcome).get()
  }
}
