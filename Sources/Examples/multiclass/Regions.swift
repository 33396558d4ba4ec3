import Learning
import LinearAlgebra
import Notebook

/// Where in a plane of two features a model decides for which class.
struct Regions {
  let x, y: [Double]
  let model: FittedRegression
  /// The probability of each class at each place, a row of places for each y.
  private let probabilities: [[[Double]]]

  init(_ model: FittedRegression, x: [Double], y: [Double]) throws {
    (self.x, self.y, self.model) = (x, y, model)
    probabilities = try y.map { second in
      try model.probabilities(for: Matrix(rows: x.map { [$0, second] })).rows.map(Array.init)
    }
  }

  /// The lead of a class over the best of the others: positive where it is chosen.
  private func lead(of label: Int) -> [[Double]] {
    probabilities.map { row in
      row.map { p in p[label] - (p.indices.filter { $0 != label }.map { p[$0] }.max() ?? 0) }
    }
  }

  /// The share of the places at which as many classes as this have log-odds above zero against all others.
  func shareClaimed(by claims: Int) throws -> Double {
    let counts = try y.flatMap { second in
      try model.core.decisionValues(for: Matrix(rows: x.map { [$0, second] })).rows.map { $0.count { $0 > 0 } }
    }
    return Double(counts.count { $0 == claims }) / Double(counts.count)
  }

  /// The samples, and the lines where the first and the last class take the lead.
  func figure(
    title: String, _ sample: LabelledSample, names: [String], xLabel: String, yLabel: String
  ) -> Figure {
    let borders = [names.count - 1, 0].map { label in
      Figure.Layer.contour(x: x, y: y, z: lead(of: label), levels: [0], label: "\(names[label]) leads by")
    }
    return Figure(
      title: title, xLabel: xLabel, yLabel: yLabel, xRange: x[0]...x[x.count - 1], yRange: y[0]...y[y.count - 1],
      layers: borders + [
        .scatter(
          x: Array(sample.features.column(0)), y: Array(sample.features.column(1)),
          classes: sample.labels.map { names[$0] })
      ])
  }
}
