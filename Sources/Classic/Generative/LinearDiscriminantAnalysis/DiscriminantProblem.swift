import Learning
import LinearAlgebra
internal import RealModule

/// The estimates that the discriminants follow from.
struct DiscriminantProblem {
  let priors: [Double]
  /// K x d.
  var means: Matrix
  /// Within the classes, d x d.
  var covariance: Matrix
  /// The intensity for each class.
  var shrinkage: [Double]

  /// A discriminant axis counts where the variance between the classes along it is above this share of the largest.
  private static let axisTolerance = 1e-10

  /// In whitened coordinates the densities are spheres: the squared distances of the classes' means from their middle
  /// are all there is to know.
  func core() throws(LearningError) -> LinearDiscriminantAnalysis.Core {
    let whitening = try LearningError.wrapping { () throws(LinearAlgebraError) in try Whitening(of: covariance) }
    guard whitening.rank > 0 else {
      throw .undefined(
        "within-class covariance",
        reason: "every row equals the mean of its class, so nothing tells how rows of one class differ; "
          + "give more rows of each class")
    }
    let center = means.transposeMultiplied(by: priors)
    let whitened = whitening.whiten(means.centered(at: center))
    let axes = try discriminantAxes(of: whitened)
    let core = LinearDiscriminantAnalysis.Core(
      priors: priors, means: means, center: center,
      coefficients: whitening.unwhiten(whitened),
      scoresAtCenter: zip(whitened.rows, priors).map { mean, prior in
        .log(prior) - 0.5 * mean.reduce(0) { $0 + $1 * $1 }
      },
      discriminantAxes: whitening.unwhitenWithSignsFixed(axes.directions), explainedVarianceRatio: axes.ratios,
      shrinkage: shrinkage, rank: whitening.rank,
      report: FitReport(
        method: "within-class covariance, eigenvalues of its correlation matrix",
        warnings: whitening.rank < center.count ? [warning(whitening, center: center)] : []))
    guard core.isFinite else { throw .linearAlgebra(.overflow(operation: "computation of the coefficients")) }
    return core
  }

  /// The directions, q x r and orthonormal, in which the whitened means vary most, and their shares of that variance.
  private func discriminantAxes(of whitened: Matrix) throws(LearningError) -> (directions: Matrix, ratios: [Double]) {
    let weighted = whitened.scalingRows(by: priors.map { $0.squareRoot() })
    let factors = try LearningError.wrapping { () throws(LinearAlgebraError) in
      try weighted.singularValueDecomposition()
    }
    let largest = factors.values.first ?? 0
    guard largest > 0 else { return (.zeros(0, whitened.columnCount), []) }
    let relative = factors.values.map { ($0 / largest) * ($0 / largest) }
    let total = relative.reduce(0, +)
    // K points lie in K - 1 dimensions about their middle.
    let count = relative.prefix(means.rowCount - 1).prefix { $0 > Self.axisTolerance }.count
    return (factors.right.selectingRows(0..<count), relative.prefix(count).map { $0 / total })
  }

  private func warning(_ whitening: Whitening, center: [Double]) -> FitWarning {
    let d = center.count
    var sentences = [
      "The within-class covariance has rank \(whitening.rank) for \(d) columns, and was inverted in its range only."
    ]
    let (constant, dependent) = (whitening.constantColumns, whitening.dependentColumns)
    if !constant.isEmpty {
      sentences.append("\(constant.asColumns("is", "are")) constant within every class, and left out.")
    }
    let separating = constant.filter { j in means.column(j).contains { $0 != means[0, j] } }
    if !separating.isEmpty {
      sentences.append("\(separating.asColumns("tells", "tell")) some classes apart without error; look at that first.")
    }
    if !dependent.isEmpty {
      sentences.append(
        "\(dependent.asColumns("depends", "depend")) linearly on the others there; drop such columns, or shrink.")
    }
    return FitWarning(
      .rankDeficient, columns: (constant + dependent).sorted(), message: sentences.joined(separator: " "))
  }
}
