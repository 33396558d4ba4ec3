/// The checks: what ties a number to a claim. Each prints the measured value and its bound, passed or not, and one
/// failed check makes the exit status 1. None takes a Boolean: a reader could not see how near it was.
extension Notebook {
  /// Checks that a count is exactly the expected one.
  ///
  /// - Parameters:
  ///   - label: The claim or question that the check gives evidence for; several checks may share it.
  ///   - name: What is measured.
  ///   - measured: The value found.
  ///   - expected: The value it has to be.
  ///   - filePath: The file of the call.
  ///   - line: The line of the call, which decides the cell that the output belongs to.
  public func check(
    _ label: String, _ name: String, measured: Int, expected: Int, filePath: String = #filePath, line: Int = #line
  ) {
    record(label, name, .equal(measured: measured, expected: expected), filePath, line)
  }

  /// Checks that a value lies within `tolerance` of the expected one: |measured - expected| <= tolerance.
  ///
  /// - Parameters:
  ///   - label: The claim or question that the check gives evidence for; several checks may share it.
  ///   - name: What is measured.
  ///   - measured: The value found; NaN fails.
  ///   - expected: The value it should have.
  ///   - tolerance: The largest absolute difference allowed, in the units of the value. It has no default, because no
  ///     default suits every unit. One that is negative or not finite fails the check.
  ///   - filePath: The file of the call.
  ///   - line: The line of the call, which decides the cell that the output belongs to.
  public func check(
    _ label: String, _ name: String, measured: Double, expected: Double, tolerance: Double,
    filePath: String = #filePath, line: Int = #line
  ) {
    record(label, name, .near(measured: measured, expected: expected, tolerance: tolerance), filePath, line)
  }

  /// Checks that a count is not below a bound.
  ///
  /// - Parameters:
  ///   - label: The claim or question that the check gives evidence for; several checks may share it.
  ///   - name: What is measured.
  ///   - measured: The value found.
  ///   - bound: The smallest value that passes.
  ///   - filePath: The file of the call.
  ///   - line: The line of the call, which decides the cell that the output belongs to.
  public func check(
    _ label: String, _ name: String, measured: Int, atLeast bound: Int, filePath: String = #filePath, line: Int = #line
  ) {
    record(label, name, .countAtLeast(measured: measured, bound: bound), filePath, line)
  }

  /// Checks that a count is not above a bound.
  ///
  /// - Parameters:
  ///   - label: The claim or question that the check gives evidence for; several checks may share it.
  ///   - name: What is measured.
  ///   - measured: The value found.
  ///   - bound: The largest value that passes.
  ///   - filePath: The file of the call.
  ///   - line: The line of the call, which decides the cell that the output belongs to.
  public func check(
    _ label: String, _ name: String, measured: Int, atMost bound: Int, filePath: String = #filePath, line: Int = #line
  ) {
    record(label, name, .countAtMost(measured: measured, bound: bound), filePath, line)
  }

  /// Checks that a value is not below a bound.
  ///
  /// - Parameters:
  ///   - label: The claim or question that the check gives evidence for; several checks may share it.
  ///   - name: What is measured.
  ///   - measured: The value found; NaN fails.
  ///   - bound: The smallest value that passes. One that is not finite fails the check.
  ///   - filePath: The file of the call.
  ///   - line: The line of the call, which decides the cell that the output belongs to.
  public func check(
    _ label: String, _ name: String, measured: Double, atLeast bound: Double,
    filePath: String = #filePath, line: Int = #line
  ) {
    record(label, name, .atLeast(measured: measured, bound: bound), filePath, line)
  }

  /// Checks that a value is not above a bound.
  ///
  /// - Parameters:
  ///   - label: The claim or question that the check gives evidence for; several checks may share it.
  ///   - name: What is measured.
  ///   - measured: The value found; NaN fails.
  ///   - bound: The largest value that passes. One that is not finite fails the check.
  ///   - filePath: The file of the call.
  ///   - line: The line of the call, which decides the cell that the output belongs to.
  public func check(
    _ label: String, _ name: String, measured: Double, atMost bound: Double,
    filePath: String = #filePath, line: Int = #line
  ) {
    record(label, name, .atMost(measured: measured, bound: bound), filePath, line)
  }
}
