import Learning
import LinearAlgebra

extension LearningError {
  /// The error of a part that works on what steps made of the samples, in terms of the samples: no user knows the
  /// columns in between.
  func traced(through steps: some Transformer, to x: Matrix) -> LearningError {
    guard case .notFinite(let row, let column, let value) = self else { return self }
    if let source = steps.sourceColumn(ofOutput: column), !x[row, source].isFinite {
      return .notFinite(row: row, column: source, value: x[row, source])
    }
    return .undefined(
      "finite feature \(column) of row \(row) after the steps of the pipeline",
      reason: "they make \(value) of it; look at that row of the samples, and at each step's transform of it")
  }

  /// The error of a part that got some columns of the samples only, with their places among all.
  func renumbered(by columns: [Int]) -> LearningError {
    guard case .notFinite(let row, let column, let value) = self else { return self }
    return .notFinite(row: row, column: columns[column], value: value)
  }

  /// What two parts give for the same samples. Where both refuse a feature, the error is about the first of the two in
  /// the order of rows, as if one had looked at all columns.
  static func both<First, Second>(
    _ first: () throws(LearningError) -> First, _ second: () throws(LearningError) -> Second
  ) throws(LearningError) -> (First, Second) {
    let one: First
    do {
      one = try first()
    } catch {
      guard case .notFinite(let row, let column, _) = error else { throw error }
      do { _ = try second() } catch let other {
        if case .notFinite(let otherRow, let otherColumn, _) = other, (otherRow, otherColumn) < (row, column) {
          throw other
        }
      }
      throw error
    }
    return (one, try second())
  }
}
