internal import LinearAlgebra

/// The second-order model of a separable loss around a point, with the penalty, over a few columns:
///
///     rᵀ A δ + 1/2 (A δ)ᵀ D (A δ) + p(b + δ)
///
/// with the loss's slopes r and curvatures D, minimised by cyclic coordinate descent. An unpenalised intercept moves
/// along.
struct QuadraticModel<Block: ColumnBlock> {
  private let block: Block
  private let penalty: ElasticNet
  private let hasIntercept: Bool
  private let curvatures: [Double]
  private let totalCurvature: Double
  /// aₖᵀ D aₖ + l2 of each column.
  private let steepness: [Double]
  /// What turns a derivative into that of a standardised feature and an average observation.
  private let units: [Double]
  private let interceptUnit: Double
  /// r + D A δ.
  private var slopes: [Double]
  /// b + δ.
  private(set) var coefficients: [Double]
  /// How far the intercept has moved.
  private(set) var shift = 0.0
  private var sweeps = 0
  /// Since a coefficient last became zero, or another one.
  private var sweepsWithTheseSigns = 0
  private var factorizationFailed = false

  /// A factorization of more coefficients than this is not tried.
  private static var largestSupport: Int { 1500 }
  private static var sweepLimit: Int { 10_000 }

  init(
    _ block: Block, penalty: ElasticNet, hasIntercept: Bool, coefficients: [Double], slopes: [Double],
    curvatures: [Double], units: [Double], interceptUnit: Double
  ) {
    self.block = block
    self.penalty = penalty
    self.hasIntercept = hasIntercept
    self.curvatures = curvatures
    totalCurvature = curvatures.reduce(0, +)
    steepness = block.squaredNorms(weights: curvatures).map { $0 + penalty.l2 }
    self.units = units
    self.interceptUnit = interceptUnit
    self.slopes = slopes
    self.coefficients = coefficients
  }

  /// Moves the coefficients to where no condition of the model's optimum is violated by more than `tolerance`.
  ///
  /// - Parameter gradient: Aᵀ r.
  mutating func minimize(gradient: [Double], tolerance: Double) {
    var gradient = gradient
    var active: [Int] = []
    var isActive = [Bool](repeating: false, count: gradient.count)
    // A sweep's steps can be small while the derivatives that it leaves are not.
    var step = tolerance
    while sweeps < Self.sweepLimit {
      let violators = gradient.indices.filter { k in
        abs(penalty.violation(coefficients[k], gradient[k])) * units[k] > tolerance
      }
      if violators.isEmpty && sweeps > 0 { return }
      let new = gradient.indices.filter { !isActive[$0] && coefficients[$0] != 0 }
        + violators.filter { !isActive[$0] && coefficients[$0] == 0 }
      if new.isEmpty && sweeps > 0 { step /= 4 }
      active += new
      for k in new { isActive[k] = true }
      settle(active, until: step)
      gradient = block.dots(slopes)
    }
  }

  /// Sweeps over the given columns until none moves by more than `step`, in units of the certificate.
  private mutating func settle(_ active: [Int], until step: Double) {
    while sweeps < Self.sweepLimit {
      sweeps += 1
      let moved = sweep(active)
      sweepsWithTheseSigns = moved.changesSigns ? 0 : sweepsWithTheseSigns + 1
      if moved.most <= step { return }
      if isWorthFactorizing(active), jump(active) { sweepsWithTheseSigns = 0 }
    }
  }

  /// One step of each coefficient in turn to where the model is least along it.
  ///
  /// - Returns: The largest derivative that was met, and whether a coefficient changed its sign, zero being one.
  private mutating func sweep(_ active: [Int]) -> (most: Double, changesSigns: Bool) {
    let (block, penalty, steepness, units) = (block, penalty, steepness, units)
    let curvatures = curvatures
    var (most, changesSigns) = (moveIntercept(), false)
    slopes.withUnsafeMutableBufferPointer { slopes in
      coefficients.withUnsafeMutableBufferPointer { coefficients in
        curvatures.withUnsafeBufferPointer { curvatures in
          guard let slopes = slopes.baseAddress, let curvatures = curvatures.baseAddress else { return }
          for k in active where steepness[k] > 0 {
            let old = coefficients[k]
            let slope = block.dot(k, slopes) + penalty.l2 * old
            let new = SoftThreshold(penalty.l1)(steepness[k] * old - slope) / steepness[k]
            guard new != old else { continue }
            block.add(new - old, k, weights: curvatures, to: slopes)
            coefficients[k] = new
            most = max(most, abs(new - old) * steepness[k] * units[k])
            changesSigns = changesSigns || old * new <= 0
          }
        }
      }
    }
    return (most, changesSigns)
  }

  private mutating func moveIntercept() -> Double {
    guard hasIntercept, totalCurvature > 0 else { return 0 }
    let slope = slopes.reduce(0, +)
    shift -= slope / totalCurvature
    addToSlopes(-slope / totalCurvature)
    return abs(slope) * interceptUnit
  }

  private mutating func addToSlopes(_ shift: Double) {
    let curvatures = curvatures
    slopes.withUnsafeMutableBufferPointer { slopes in
      curvatures.withUnsafeBufferPointer { curvatures in
        for i in slopes.indices { slopes[i] += shift * curvatures[i] }
      }
    }
  }
}

/// Where the signs are known, the model is a parabola, and its minimum a linear system.
extension QuadraticModel {
  /// A factorization of s coefficients costs about as much as s/20 sweeps over their columns.
  private func isWorthFactorizing(_ active: [Int]) -> Bool {
    guard !factorizationFailed, sweepsWithTheseSigns >= 5 else { return false }
    let support = active.count { coefficients[$0] != 0 }
    return support <= min(Self.largestSupport, slopes.count) && sweepsWithTheseSigns >= 5 + support / 16
  }

  /// Moves to the minimum over all points with these signs, or towards it until the first coefficient reaches zero.
  ///
  /// - Returns: False, and no move, where there is no such point: the columns depend on each other.
  private mutating func jump(_ active: [Int]) -> Bool {
    let support = active.filter { coefficients[$0] != 0 }
    guard !support.isEmpty, let direction = newtonDirection(support) else {
      factorizationFailed = true
      return false
    }
    var length = 1.0
    for (k, step) in zip(support, direction) where coefficients[k] * step < 0 {
      length = min(length, -coefficients[k] / step)
    }
    var displacement = [Double](repeating: 0, count: coefficients.count)
    for (k, step) in zip(support, direction) {
      let new = coefficients[k] + length * step
      // The one that ends the way is zero, not nearly so.
      displacement[k] = (new * coefficients[k] > 0 ? new : 0) - coefficients[k]
      coefficients[k] += displacement[k]
    }
    let image = block.multiplied(by: displacement)
    let intercept = hasIntercept ? length * direction[support.count] : 0
    shift += intercept
    for i in slopes.indices { slopes[i] += curvatures[i] * (image[i] + intercept) }
    return true
  }

  /// The step to the minimum; the intercept's is last.
  private func newtonDirection(_ support: [Int]) -> [Double]? {
    var hessian = block.gram(of: support, appendingOnes: hasIntercept, weights: curvatures)
    for k in support.indices { hessian[k, k] += penalty.l2 }
    let products = slopes.withUnsafeBufferPointer { slopes in
      support.map { k in slopes.baseAddress.map { block.dot(k, $0) } ?? 0 }
    }
    var slope = zip(support, products).map { penalty.violation(coefficients[$0], $1) }
    if hasIntercept { slope.append(slopes.reduce(0, +)) }
    guard let direction = try? Cholesky(of: hessian).solve(slope.map { -$0 }) else { return nil }
    return dot(slope, direction) < 0 ? direction : nil
  }
}
