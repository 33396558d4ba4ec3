import LinearAlgebra

/// The intensity γ with which (1 - γ) R + γ I is, in expectation, nearest to the true correlation matrix of a class:
/// β / δ, no more than 1.
///
/// With z the standardised rows, of weight n in all, and R = Σ z zᵀ / n, the squared distance from the identity is
/// δ = ‖R - I‖², and the part of it that is the estimate's error β = (Σ ‖z zᵀ‖² / n - ‖R‖²) / n. Since ‖z zᵀ‖² is ‖z‖⁴,
/// that takes no product of columns. Zero where fewer than two columns vary: there is nothing to shrink.
///
/// Source: Ledoit and Wolf 2004, section 3.3, doi:10.1016/S0047-259X(03)00096-4.
func ledoitWolfIntensity(of rows: ClassRows, _ moments: Moments) -> Double {
  let correlation = moments.correlation()
  let varies = correlation.diagonal.map { $0 > 0 }
  guard varies.filter({ $0 }).count > 1 else { return 0 }
  let squaredNorm = correlation.withUnsafeBufferPointer { $0.reduce(0) { $0 + $1 * $1 } }
  let distance = squaredNorm - correlation.diagonal.reduce(0, +)
  guard distance > 0 else { return 0 }
  let deviations = moments.variances(.maximumLikelihood).map { $0.squareRoot() }
  let standardized = rows.x.standardized(
    center: moments.mean, scale: zip(varies, deviations).map { $0 ? $1 : 1 })
  var fourthPowers = 0.0
  for (i, row) in standardized.rows.enumerated() {
    let square = zip(row, varies).reduce(0) { $1.1 ? $0 + $1.0 * $1.0 : $0 }
    fourthPowers += (rows.weights?[i] ?? 1) * square * square
  }
  let error = (fourthPowers / moments.weight - squaredNorm) / moments.weight
  // Weights so huge that variances underflow leave no number here, and so no shrinkage.
  return error > 0 ? min(1, error / distance) : 0
}
