import LinearAlgebra

extension PCA.Model {
  /// The table that R prints for `summary(prcomp(x))`, one component a line: standard deviation, share of the
  /// variance, and the share of all components so far.
  public var summary: String {
    let header = ["", "standard deviation", "proportion of variance", "cumulative proportion"]
    let rows = zip(explainedVariance, zip(explainedVarianceRatio, cumulativeExplainedVarianceRatio)).enumerated().map {
      ["PC\($0 + 1)", $1.0.squareRoot().formatted(digits: 5), $1.1.0.formatted(places: 4), $1.1.1.formatted(places: 4)]
    }
    let widths = header.indices.map { column in ([header] + rows).map { $0[column].count }.max() ?? 0 }
    let lines = ([header] + rows).map { row in
      zip(row, widths).map { $0.padded(to: $1) }.joined(separator: "  ")
    }
    let title = "PCA on the \(matrix.rawValue) matrix: \(componentCount) of \(featureCount) components"
    return ([title] + lines + report.warnings.map(\.description)).joined(separator: "\n")
  }
}

extension PCA.Model: CustomStringConvertible {
  public var description: String { summary }
}
