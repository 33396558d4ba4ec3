import Classic
import LinearAlgebra
import Notebook

extension RegularizationPath {
  /// The features in the order in which they come in as the penalty is relaxed, those that never do left out.
  var orderOfEntry: [Int] {
    let entries = (0..<coefficients.columnCount).compactMap { feature in
      coefficients.column(feature).firstIndex { $0 != 0 }.map { (feature, $0) }
    }
    return entries.sorted { $0.1 < $1.1 }.map(\.0)
  }

  func figure(title: String, xLabel: String, names: [String], legend: Figure.Legend) -> Figure {
    Figure(
      title: title, xLabel: xLabel, yLabel: "coefficient", yRange: -0.4...0.8, xScale: .logarithmic, legend: legend,
      layers: names.indices.map { .line(x: strengths, y: Array(coefficients.column($0)), label: names[$0]) })
  }
}
