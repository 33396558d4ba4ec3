public import Learning
public import LinearAlgebra

/// A fitted selection of columns: a transformer that gives some of the features as they are.
///
/// Missing values are for those to refuse that learn from the columns; here the whole row is checked, so that a sample
/// is either good for every model or for none.
public protocol FeatureSelection: Transformer {
  /// The columns kept, in ascending order.
  var selectedColumns: [Int] { get }
}

extension FeatureSelection {
  public var outputCount: Int { selectedColumns.count }

  /// The columns kept, n x ``Transformer/outputCount``.
  ///
  /// - Throws: `.featureCountMismatch`, `.notFinite`.
  public func transform(_ x: Matrix) throws(LearningError) -> Matrix {
    try requireFitting(x)
    return x.selectingColumns(selectedColumns)
  }

  public func sourceColumn(ofOutput output: Int) -> Int? { selectedColumns[output] }

  /// Whether each of the columns is kept.
  public var isSelected: [Bool] {
    let selected = Set(selectedColumns)
    return (0..<featureCount).map(selected.contains)
  }
}
