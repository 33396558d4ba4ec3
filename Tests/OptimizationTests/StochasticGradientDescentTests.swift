import Learning
import LinearAlgebra
import Optimization
import Testing

@Suite("Stochastic gradient descent")
struct StochasticGradientDescentTests {
  let function: LeastSquares
  let lowest: Double
  let start = [0.0, 0, 0]

  init() throws {
    var generator = SeededGenerator(seed: 11)
    function = LeastSquares(rowCount: 400, dimension: 3, using: &generator)
    lowest = function.value(at: try function.solution())
  }

  /// The gap of a value to the minimum, relative to that of the start.
  func relativeGap(_ value: Double) -> Double { (value - lowest) / (function.value(at: start) - lowest) }

  func run(_ method: StochasticGradientDescent, seed: UInt64 = 1) throws -> Minimum {
    var generator = SeededGenerator(seed: seed)
    return try method.minimize(function, from: start, using: &generator)
  }

  @Test("comes within a thousandth in five epochs of a rate that falls", arguments: 1...5 as ClosedRange<UInt64>)
  func inverseTime(seed: UInt64) throws {
    let method = StochasticGradientDescent(rate: .inverseTime(0.1, decay: 0.05), epochs: 5, batchSize: 8)
    let minimum = try run(method, seed: seed)
    #expect(relativeGap(minimum.value) <= 1e-3)
    #expect(relativeGap(minimum.value) >= 0)
    #expect(minimum.report.objectiveTrace.count == 6)
    #expect(minimum.report.objectiveTrace[0] == function.value(at: start))
    #expect(minimum.report.objectiveTrace.last == minimum.value)
    // An epoch and the objective after it are a pass each, and one is at the start.
    #expect(minimum.evaluations == 11)
  }

  /// The mean gap after the first 20 epochs.
  func noiseFloor(rate: Double, averaging: StochasticGradientDescent.Averaging = .off) throws -> Double {
    let method = StochasticGradientDescent(
      rate: .constant(rate), epochs: 320, batchSize: 1, averaging: averaging, gradientTolerance: 0)
    let gaps = try run(method).report.objectiveTrace.dropFirst(21).map(relativeGap)
    return gaps.reduce(0, +) / Double(gaps.count)
  }

  @Test("stops at a level of noise that halves with the step")
  func constantRate() throws {
    // Steps so long that the point forgets within an epoch: without replacement, shorter ones do better than halve.
    let (long, short) = (try noiseFloor(rate: 0.1), try noiseFloor(rate: 0.05))
    #expect(short > 0)
    #expect(long / short >= 1.7 && long / short <= 3)
  }

  @Test("finds the minimum in the noise by averaging")
  func averaging() throws {
    let averaged = try noiseFloor(rate: 0.05, averaging: .after(epochs: 10))
    #expect(try averaged <= 0.05 * noiseFloor(rate: 0.05))
  }

  @Test("averages the points after each batch from when it begins to")
  func meanOfPoints() throws {
    func points(_ epochs: Int) throws -> [Double] {
      try run(StochasticGradientDescent(rate: .constant(0.3), epochs: epochs, batchSize: 400)).point
    }
    let method = StochasticGradientDescent(
      rate: .constant(0.3), epochs: 4, batchSize: 400, averaging: .after(epochs: 2))
    let (third, fourth) = (try points(3), try points(4))
    for (x, (a, b)) in zip(try run(method).point, zip(third, fourth)) { #expect(abs(x - (a + b) / 2) <= 1e-15) }
  }

  @Test("repeats its bits with the seed, and only with it")
  func seeds() throws {
    let method = StochasticGradientDescent(rate: .constant(0.05), epochs: 3, batchSize: 7, rule: .adam())
    #expect(try run(method, seed: 5) == run(method, seed: 5))
    #expect(try run(method, seed: 5).point != run(method, seed: 6).point)
  }

  @Test("needs no generator")
  func systemGenerator() throws {
    let method = StochasticGradientDescent(rate: .inverseTime(0.1, decay: 0.05), epochs: 10, batchSize: 8)
    #expect(relativeGap(try method.minimize(function, from: start).value) <= 2e-3)
  }

  @Test(
    "is gradient descent on the mean when a batch holds all terms",
    arguments: [UpdateRule.plain, .momentum(), .nesterov()], [400, Int.max])
  func oneBatch(rule: UpdateRule, batchSize: Int) throws {
    let rate = LearningRate.cosine(0.2, over: 20)
    let stochastic = try run(
      StochasticGradientDescent(rate: rate, epochs: 12, batchSize: batchSize, rule: rule, gradientTolerance: 0))
    let mean = Scaled(function, by: 1 / 400)
    let whole = try GradientDescent(
      step: .schedule(rate, rule: rule), stopping: StoppingRule(gradientTolerance: 0, iterationLimit: 12)
    ).minimize(mean, from: start)
    for (x, y) in zip(stochastic.point, whole.point) { #expect(abs(x - y) <= 1e-12) }
    for (x, y) in zip(stochastic.report.objectiveTrace, whole.report.objectiveTrace) {
      #expect(abs(x / 400 - y) <= 1e-12 * y)
    }
  }

  @Test("goes through every term once an epoch, in batches of the size asked for")
  func epochs() throws {
    let recorder = BatchRecorder(termCount: 10)
    var generator = SeededGenerator(seed: 2)
    _ = try StochasticGradientDescent(rate: .constant(0.1), epochs: 2, batchSize: 4)
      .minimize(recorder, from: [0], using: &generator)
    let batches = recorder.batches
    #expect(batches.map(\.count) == [4, 4, 2, 4, 4, 2])
    let orders = [batches[0..<3], batches[3..<6]].map { $0.flatMap(\.self) }
    for order in orders { #expect(order.sorted() == Array(0..<10)) }
    #expect(orders[0] != orders[1])
  }

  @Test("goes through neighbours together where blocks are shuffled, in a new order each epoch")
  func blocks() throws {
    let recorder = BatchRecorder(termCount: 22)
    var generator = SeededGenerator(seed: 3)
    _ = try StochasticGradientDescent(rate: .constant(0.1), epochs: 2, batchSize: 4, shuffling: .blocks)
      .minimize(recorder, from: [0], using: &generator)
    let batches = recorder.batches
    let inOrder = [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11], [12, 13, 14, 15], [16, 17, 18, 19], [20, 21]]
    #expect(batches.count == 12)
    for epoch in [batches[..<6], batches[6...]] { #expect(Set(epoch) == Set(inOrder)) }
    #expect(Array(batches[..<6]) != Array(batches[6...]))
    #expect(Array(batches[..<6]) != inOrder)
  }

  @Test("comes as near with blocks of rows in random order as with rows")
  func blocksOfRandomRows() throws {
    let method = StochasticGradientDescent(
      rate: .inverseTime(0.1, decay: 0.05), epochs: 5, batchSize: 8, shuffling: .blocks)
    #expect(relativeGap(try run(method).value) <= 1e-3)
  }

  @Test("estimates the objective from evenly spaced terms when asked to, says so, and ends at the same point")
  func sampled() throws {
    var method = StochasticGradientDescent(rate: .inverseTime(0.1, decay: 0.05), epochs: 5, batchSize: 8)
    let traced = try run(method)
    method.tracking = .sample(terms: 100)
    let sampled = try run(method)
    #expect(sampled.point == traced.point)
    let every4th = (0..<100).map { 4 * $0 }[...]
    #expect(sampled.value == 4 * function.value(of: every4th, at: sampled.point))
    #expect(sampled.report.objectiveTrace.count == 6)
    #expect(sampled.report.certificate == nil)
    #expect(sampled.report.termination == .iterationLimit)
    #expect(sampled.report.warnings.map(\.kind) == [.estimatedObjective])
    #expect(sampled.evaluations == 5 + 6 * 0.25)
    // Where the sample is all there is, it is no estimate.
    method.tracking = .sample(terms: 400)
    #expect(try run(method) == traced)
  }

  @Test("counts batches for its schedule")
  func schedule() throws {
    // The gradient is -1 everywhere: x is the sum of the rates, whatever the order and the size of batches.
    let rate = LearningRate.step(1, factor: 0.5, every: 2)
    let method = StochasticGradientDescent(rate: rate, epochs: 2, batchSize: 4, gradientTolerance: 0)
    let minimum = try method.minimize(BatchRecorder(termCount: 10), from: [0])
    #expect(minimum.point == [1 + 1 + 0.5 + 0.5 + 0.25 + 0.25])
  }

  @Test(
    "reaches the minimum by every rule",
    arguments: [
      (UpdateRule.plain, 0.05), (.momentum(), 0.01), (.nesterov(), 0.01), (.adaGrad, 1), (.rmsProp(), 0.1),
      (.adam(), 0.1),
    ])
  func rules(rule: UpdateRule, rate: Double) throws {
    let method = StochasticGradientDescent(rate: .cosine(rate, over: 1000), epochs: 20, batchSize: 8, rule: rule)
    #expect(relativeGap(try run(method).value) <= 1e-4)
  }

  @Test("converges where the terms agree, and says so")
  func convergence() throws {
    var generator = SeededGenerator(seed: 8)
    let exact = LeastSquares(rowCount: 100, dimension: 3, noise: 0, using: &generator)
    let method = StochasticGradientDescent(rate: .constant(0.1), epochs: 1000, batchSize: 4, gradientTolerance: 1e-9)
    let minimum = try method.minimize(exact, from: start, using: &generator)
    #expect(minimum.report.termination == .converged)
    #expect(minimum.report.iterations < 1000)
    for (x, y) in zip(minimum.point, [1.0, -2, 3]) { #expect(abs(x - y) <= 1e-8) }
    let gradient = exact.gradient(at: minimum.point).map { abs($0) }.max() ?? .nan
    #expect(minimum.report.certificate == Certificate(.gradientNorm, value: gradient / 100, tolerance: 1e-9))
  }

  @Test("saves the passes for the objective when asked to, and ends at the same point")
  func withoutTrace() throws {
    var method = StochasticGradientDescent(rate: .inverseTime(0.1, decay: 0.05), epochs: 5, batchSize: 8)
    let traced = try run(method)
    method.tracking = .startAndEnd
    let untraced = try run(method)
    #expect(untraced.point == traced.point)
    #expect(untraced.value == traced.value)
    #expect(untraced.report.objectiveTrace == [function.value(at: start), traced.value])
    #expect(untraced.report.certificate == traced.report.certificate)
    #expect(untraced.report.iterations == 5)
    #expect(untraced.evaluations == 7)
  }

  @Test(
    "says that it diverged, at a point where the function is finite",
    arguments: [StochasticGradientDescent.Tracking.everyEpoch, .startAndEnd, .sample(terms: 50)])
  func divergence(tracking: StochasticGradientDescent.Tracking) throws {
    for rate in [3.0, 1e3, 1e300] {
      let minimum = try run(
        StochasticGradientDescent(
          rate: .constant(rate), epochs: 50, batchSize: 8, tracking: tracking))
      #expect(minimum.report.termination == .diverged)
      #expect(minimum.point.allSatisfy { $0.isFinite })
      #expect(minimum.value.isFinite)
      if tracking != .sample(terms: 50) { #expect(minimum.value == function.value(at: minimum.point)) }
      #expect(minimum.report.iterations < 50)
    }
  }

  @Test("may move about the minimum that it begins at")
  func nearTheMinimum() throws {
    let method = StochasticGradientDescent(rate: .constant(0.1), epochs: 3, batchSize: 1, gradientTolerance: 0)
    let minimum = try method.minimize(function, from: try function.solution())
    #expect(minimum.report.termination == .iterationLimit)
  }

  @Test("says so at once where the start is no number")
  func startOutside() throws {
    let method = StochasticGradientDescent(rate: .constant(0.1))
    let minimum = try method.minimize(function, from: [.infinity, 0, 0])
    #expect(minimum.report.termination == .diverged)
    #expect(minimum.evaluations == 1)
  }

  /// Runs with a held-out loss that is read from a list, at the start and after each epoch, and is infinite after its
  /// end; gives the points too.
  func run(
    _ method: StochasticGradientDescent, losses: [Double]
  ) throws -> (minimum: Minimum, points: [[Double]]) {
    var points: [[Double]] = []
    var generator = SeededGenerator(seed: 1)
    let minimum = try method.minimize(
      function, from: start,
      heldOutLoss: { point in
        points.append(point)
        return points.count <= losses.count ? losses[points.count - 1] : .infinity
      }, using: &generator)
    return (minimum, points)
  }

  @Test("is patient anew after each lower loss, and takes the first of equal ones")
  func patience() throws {
    let method = StochasticGradientDescent(rate: .constant(0.01), patience: 3)
    let (minimum, points) = try run(method, losses: [5, 4, 4.5, 3, 3.5, 3, 3.2])
    #expect(points.count == 7)
    #expect(minimum.point == points[3])

    let (fromOutside, itsPoints) = try run(method, losses: [.nan, 4, 5, .nan, 5])
    #expect(fromOutside.point == itsPoints[1])
  }

  @Test("keeps the best held-out point when it diverges later")
  func divergenceAfterTheBest() throws {
    let method = StochasticGradientDescent(rate: .constant(1.9), epochs: 90, batchSize: 8, patience: 100)
    let (minimum, points) = try run(method, losses: [5, 1] + .init(repeating: 2, count: 90))
    #expect(points.count > 3)
    #expect(minimum.report.termination == .diverged)
    #expect(minimum.point == points[1])
  }

  /// Half way to the minimum the held-out loss begins to rise.
  func heldOutLoss(_ x: [Double]) -> Double {
    zip(x, [0.5, -1, 1.5]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }

  @Test(
    "returns the epoch at which the held-out loss was lowest",
    arguments: [StochasticGradientDescent.Tracking.everyEpoch, .startAndEnd])
  func earlyStopping(tracking: StochasticGradientDescent.Tracking) throws {
    let method = StochasticGradientDescent(
      rate: .constant(0.002), epochs: 100, batchSize: 8, patience: 3, tracking: tracking)
    var seen: [(point: [Double], loss: Double)] = []
    var generator = SeededGenerator(seed: 1)
    let minimum = try method.minimize(
      function, from: start,
      heldOutLoss: { point in
        seen.append((point, heldOutLoss(point)))
        return heldOutLoss(point)
      }, using: &generator)
    let best = try #require(seen.indices.min { seen[$0].loss < seen[$1].loss })
    #expect(best > 1)
    #expect(minimum.point == seen[best].point)
    #expect(minimum.value == function.value(at: minimum.point))
    #expect(minimum.report.termination == .earlyStopping)
    #expect(!minimum.report.hasConverged)
    // The start, the epochs up to the best one, and three without a lower loss.
    #expect(seen.count == best + 4)
    #expect(minimum.report.iterations == best + 3)
    #expect(minimum.report.objectiveTrace.count == (tracking == .everyEpoch ? best + 4 : 2))
  }

  @Test("returns the start where no epoch lowers the held-out loss")
  func nothingLearned() throws {
    let method = StochasticGradientDescent(rate: .constant(0.1), patience: 2)
    let minimum = try method.minimize(function, from: start, heldOutLoss: { $0.reduce(0) { $0 + $1 * $1 } })
    #expect(minimum.point == start)
    #expect(minimum.report.iterations == 2)
    #expect(minimum.report.termination == .earlyStopping)
  }

  @Test("stays where the gradient is zero already")
  func atTheMinimum() throws {
    let exact = LeastSquares([[1, 0], [0, 1]], [3, 4])
    let minimum = try StochasticGradientDescent(rate: .constant(0.1)).minimize(exact, from: [3, 4])
    #expect(minimum.point == [3, 4])
    #expect(minimum.report.termination == .converged)
    #expect(minimum.evaluations == 1)
  }

  @Test("refuses options that mean nothing")
  func options() {
    func refused(_ change: (inout StochasticGradientDescent) -> Void) -> String? {
      var method = StochasticGradientDescent(rate: .constant(0.1), epochs: 4)
      change(&method)
      return refusedOption { try method.minimize(function, from: start) }
    }
    #expect(refused { $0.rate = .constant(-1) } == "rate")
    #expect(refused { $0.rule = .momentum(2) } == "momentum")
    #expect(refused { $0.epochs = 0 } == "epochs")
    #expect(refused { $0.batchSize = 0 } == "batchSize")
    #expect(refused { $0.patience = 0 } == "patience")
    #expect(refused { $0.tracking = .sample(terms: 0) } == "tracking")
    #expect(refused { $0.gradientTolerance = .nan } == "gradientTolerance")
    #expect(refused { $0.averaging = .after(epochs: 4) } == "averaging")
    #expect(refused { $0.averaging = .after(epochs: -1) } == "averaging")
    #expect(refused { $0.averaging = .after(epochs: 3) } == nil)
  }

  @Test("is stopped by the monitor, which hears of each epoch")
  func cancelled() {
    let monitor = Monitor(shouldContinue: { $0.iteration < 2 && $0.iterationLimit == 9 && $0.objective != nil })
    #expect(throws: LearningError.cancelled) {
      try withMonitor(monitor) { () throws(LearningError) in
        try StochasticGradientDescent(rate: .constant(0.01), epochs: 9).minimize(function, from: start)
      }
    }
  }
}
