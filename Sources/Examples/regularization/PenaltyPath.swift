import Classic
import Notebook

/// Fits of one sample along strengths of a penalty.
struct PenaltyPath {
  let strengths: [Double]
  let models: [FittedRegression]

  init(_ sample: BinarySample, strengths: [Double], penalty: (Double) -> CoefficientPenalty) throws {
    self.strengths = strengths
    models = try strengths.map { try LogisticRegression(penalty: penalty($0)).fit(sample) }
  }

  /// The coefficient of one feature along the path.
  func coefficients(of feature: Int) -> [Double] { models.map { $0.weights[feature] } }

  /// The features in the order in which they come in as the penalty is relaxed, those that never do left out.
  var orderOfEntry: [Int] {
    guard let count = models.first?.weights.count else { return [] }
    let entries = (0..<count).compactMap { feature in
      zip(strengths, models).filter { $1.weights[feature] != 0 }.map(\.0).max().map { (feature, $0) }
    }
    return entries.sorted { $0.1 > $1.1 }.map(\.0)
  }

  func figure(title: String, xLabel: String, names: [String], legend: Figure.Legend) -> Figure {
    Figure(
      title: title, xLabel: xLabel, yLabel: "coefficient", yRange: -0.4...0.8, xScale: .logarithmic, legend: legend,
      layers: names.indices.map { .line(x: strengths, y: coefficients(of: $0), label: names[$0]) })
  }
}
