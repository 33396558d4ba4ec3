import LinearAlgebra
import Optimization

/// The logistic loss as the sum that it is, for stochastic methods: a batch's rows are read once and its gradient
/// computed on the threads of the budget.
///
/// Large batches are divided into blocks of rows, each with a sum of its own; the sums are added in order. How many
/// blocks depends on the size of the batch and the number of columns, so bits do not depend on the number of threads.
struct LogisticBatches: FiniteSum {
  private let objective: LogisticObjective
  private let team = StandingTeam()

  /// Below this many elements a block costs less than the handing over of it.
  private static let blockElements = 6000
  private static let mostBlocks = 8

  init(_ objective: LogisticObjective) { self.objective = objective }

  var dimension: Int { objective.dimension }
  var gradientScale: Double { objective.gradientScale }
  var termCount: Int { objective.x.rowCount }

  func value(at point: [Double], gradient: inout [Double]) -> Double {
    objective.value(at: point, gradient: &gradient)
  }

  func gradient(of terms: ArraySlice<Int>, at point: [Double], into gradient: inout [Double]) {
    withRows(terms) { rows in
      withCoefficients(at: point) { b, intercepts in
        let (m, laneLength) = (objective.outputs, laneLength)
        let blockCount = blockCount(of: rows.count)
        withUnsafeTemporaryAllocation(
          of: Double.self, capacity: blockCount * laneLength + rows.count * m
        ) { memory in
          memory.initialize(repeating: 0)
          let scores = UnsafeMutableBufferPointer(rebasing: memory[(blockCount * laneLength)...])
          team.forEach(blockCount) { block in
            let range = rows.count * block / blockCount..<rows.count * (block + 1) / blockCount
            addGradient(
              of: UnsafeBufferPointer(rebasing: rows[range]), b, intercepts,
              scores: UnsafeMutableBufferPointer(rebasing: scores[range.lowerBound * m..<range.upperBound * m]),
              to: UnsafeMutableBufferPointer(rebasing: memory[block * laneLength..<(block + 1) * laneLength]))
          }
          for block in 1..<max(1, blockCount) {
            add(UnsafeBufferPointer(rebasing: memory[block * laneLength..<(block + 1) * laneLength]), to: memory)
          }
          write(memory, b, penaltyShare: share(of: rows.count), into: &gradient)
        }
      }
    }
  }

  func value(of terms: ArraySlice<Int>, at point: [Double]) -> Double {
    withRows(terms) { rows in
      withCoefficients(at: point) { b, intercepts in
        let m = objective.outputs
        let scores = UnsafeMutableBufferPointer<Double>.allocate(capacity: rows.count * m)
        defer { scores.deallocate() }
        scores.initialize(repeating: 0)
        multiply(rows, b, intercepts, into: scores)
        let penalty = b.reduce(0) { $0 + $1 * $1 }
        return loss(of: rows, scores) + share(of: rows.count) * objective.l2 / 2 * penalty
      }
    }
  }

  /// Of whole cache lines, for each lane is written by a thread of its own.
  private var laneLength: Int { ((objective.x.columnCount + 1) * objective.outputs + 7) & ~7 }

  /// A power of two, which divides evenly among threads.
  private func blockCount(of rowCount: Int) -> Int {
    let elements = rowCount * objective.x.columnCount * objective.outputs
    var count = 1
    while count < Self.mostBlocks && elements / (2 * count) >= Self.blockElements { count *= 2 }
    return count
  }

  private func share(of rowCount: Int) -> Double { Double(rowCount) / Double(termCount) }

  private func withRows<Result>(_ terms: ArraySlice<Int>, _ body: (UnsafeBufferPointer<Int>) -> Result) -> Result {
    terms.withUnsafeBufferPointer { rows in
      for row in rows {
        precondition(row >= 0 && row < termCount, "There is no term \(row) in a sum of \(termCount)")
      }
      return body(rows)
    }
  }

  /// Runs `body` with the coefficients in the features' own units, d x m, and the intercepts that belong to them.
  private func withCoefficients<Result>(
    at point: [Double], _ body: (_ b: UnsafeBufferPointer<Double>, _ intercepts: UnsafeBufferPointer<Double>) -> Result
  ) -> Result {
    let (d, m, scaling) = (objective.x.columnCount, objective.outputs, objective.scaling)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: (d + 1) * m) { memory in
      memory.initialize(repeating: 0)
      let intercepts = UnsafeMutableBufferPointer(rebasing: memory[(d * m)...])
      for j in 0..<d {
        for k in 0..<m {
          memory[j * m + k] = point[j * m + k] * scaling.inverseScale[j]
          intercepts[k] -= memory[j * m + k] * scaling.center[j]
        }
      }
      for k in 0..<m { intercepts[k] = objective.hasIntercept ? intercepts[k] + point[d * m + k] : 0 }
      return body(UnsafeBufferPointer(rebasing: memory[..<(d * m)]), UnsafeBufferPointer(intercepts))
    }
  }

  /// The linear predictors of rows, m each.
  private func multiply(
    _ rows: UnsafeBufferPointer<Int>, _ b: UnsafeBufferPointer<Double>, _ intercepts: UnsafeBufferPointer<Double>,
    into scores: UnsafeMutableBufferPointer<Double>
  ) {
    withProducts { $0.multiply(rows, b, count: objective.outputs, into: scores) }
    guard objective.hasIntercept else { return }
    for i in rows.indices {
      for k in 0..<objective.outputs { scores[i * objective.outputs + k] += intercepts[k] }
    }
  }

  /// Adds Xᵀ R, d x m, and after it the m sums of R, to `lane`; R are the derivatives of the losses of the rows with
  /// respect to their linear predictors.
  private func addGradient(
    of rows: UnsafeBufferPointer<Int>, _ b: UnsafeBufferPointer<Double>, _ intercepts: UnsafeBufferPointer<Double>,
    scores: UnsafeMutableBufferPointer<Double>, to lane: UnsafeMutableBufferPointer<Double>
  ) {
    let (d, m) = (objective.x.columnCount, objective.outputs)
    multiply(rows, b, intercepts, into: scores)
    turnIntoResiduals(scores, rows)
    let products = UnsafeMutableBufferPointer(rebasing: lane[..<(d * m)])
    withProducts { $0.add(rows, times: UnsafeBufferPointer(scores), count: m, to: products) }
    // Only what is centred needs the sums, and only intercepts allow centring.
    guard objective.hasIntercept else { return }
    for i in rows.indices {
      for k in 0..<m { lane[d * m + k] += scores[i * m + k] }
    }
  }

  private func withProducts<Result>(_ body: (RowProducts) -> Result) -> Result {
    objective.x.withUnsafeBufferPointer { x in
      body(RowProducts(x, columnCount: objective.x.columnCount))
    }
  }

  /// wᵢ (p - y).
  private func turnIntoResiduals(_ scores: UnsafeMutableBufferPointer<Double>, _ rows: UnsafeBufferPointer<Int>) {
    let m = objective.outputs
    objective.classIndices.withUnsafeBufferPointer { classes in
      if m == 1 {
        VectorMath.sigmoid(UnsafeBufferPointer(scores), into: scores)
        for i in rows.indices { scores[i] -= Double(classes[rows[i]]) }
      } else {
        VectorMath.softmaxRows(UnsafeBufferPointer(scores), columns: m, into: scores)
        for i in rows.indices { scores[i * m + classes[rows[i]]] -= 1 }
      }
    }
    guard let weights = objective.weights else { return }
    for i in rows.indices {
      for k in 0..<m { scores[i * m + k] *= weights[rows[i]] }
    }
  }

  /// The sum of the losses of rows, whose linear predictors are used up.
  private func loss(of rows: UnsafeBufferPointer<Int>, _ scores: UnsafeMutableBufferPointer<Double>) -> Double {
    let (m, classes, weights) = (objective.outputs, objective.classIndices, objective.weights)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: rows.count) { losses in
      losses.initialize(repeating: 0)
      if m == 1 {
        // log(1 + eᶻ) for class 0, log(1 + e⁻ᶻ) for class 1.
        for i in rows.indices where classes[rows[i]] == 1 { scores[i] = -scores[i] }
        VectorMath.softplus(UnsafeBufferPointer(scores), into: losses)
      } else {
        VectorMath.logSumExpRows(UnsafeBufferPointer(scores), columns: m, into: losses)
        for i in rows.indices { losses[i] -= scores[i * m + classes[rows[i]]] }
      }
      return rows.indices.reduce(0) { $0 + (weights?[rows[$1]] ?? 1) * losses[$1] }
    }
  }

  private func add(_ lane: UnsafeBufferPointer<Double>, to total: UnsafeMutableBufferPointer<Double>) {
    guard let lane = lane.baseAddress, let total = total.baseAddress else { return }
    for i in 0..<laneLength { total[i] += lane[i] }
  }

  /// From Xᵀ R and the sums of R, in this order, to the gradient at standardised coefficients.
  private func write(
    _ lane: UnsafeMutableBufferPointer<Double>, _ b: UnsafeBufferPointer<Double>, penaltyShare: Double,
    into gradient: inout [Double]
  ) {
    let (d, m, scaling) = (objective.x.columnCount, objective.outputs, objective.scaling)
    let l2 = penaltyShare * objective.l2
    for j in 0..<d {
      for k in 0..<m {
        let index = j * m + k
        gradient[index] = (lane[index] - scaling.center[j] * lane[d * m + k] + l2 * b[index]) * scaling.inverseScale[j]
      }
    }
    guard objective.hasIntercept else { return }
    for k in 0..<m { gradient[d * m + k] = lane[d * m + k] }
  }
}
