import LinearAlgebra

extension ConfusionMatrix {
  /// The weight of each class's rows: how often it is the label.
  public var supports: [Double] { classes.indices.map { row in counts.row(row).reduce(0, +) } }
  /// How often each class was predicted.
  public var predictedCounts: [Double] {
    classes.indices.map { column in classes.indices.reduce(0) { $0 + counts[$1, column] } }
  }
  /// How often each class was predicted and is the label.
  public var correctCounts: [Double] { classes.indices.map { counts[$0, $0] } }
  /// The weight of all rows.
  public var total: Double { supports.reduce(0, +) }

  /// One number of a quotient for each class, and 0 where a denominator is 0.
  func average(
    _ average: ClassAverage, numerators: [Double], denominators: [Double]
  ) -> Double {
    let values = zip(numerators, denominators).map(Self.quotient)
    switch average {
    case .macro: return values.reduce(0, +) / Double(values.count)
    case .micro: return Self.quotient(numerators.reduce(0, +), denominators.reduce(0, +))
    case .weighted:
      let total = total
      return zip(values, supports).reduce(0) { $0 + $1.0 * ($1.1 / total) }
    }
  }

  static func quotient(_ numerator: Double, _ denominator: Double) -> Double {
    denominator > 0 ? numerator / denominator : 0
  }
}
