extension Matrix {
  /// Checks that the weights are one for each row, finite, not negative, and not all zero.
  func requireWeights(_ weights: [Double]?) throws(LinearAlgebraError) {
    guard let weights else { return }
    precondition(weights.count == rowCount, "\(weights.count) weights do not fit \(rowCount) rows")
    if let row = weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
      throw .invalidWeight(row: row, value: weights[row])
    }
    guard weights.contains(where: { $0 > 0 }) else { throw .noPositiveWeight }
    // The sums pass over blocks of weight zero, and would not see what is not finite there.
    if weights.contains(0) { try requireFinite() }
  }
}
