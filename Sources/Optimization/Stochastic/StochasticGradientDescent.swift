public import Learning

/// Stochastic gradient descent: steps against the gradients of small batches of terms, in epochs that go through all
/// terms once, each in a new random order.
///
///     let method = StochasticGradientDescent(rate: .inverseTime(0.1, decay: 0.01), epochs: 50)
///     var generator = SeededGenerator(seed: 1)
///     let minimum = try method.minimize(function, from: start, using: &generator)
///
/// With batches B of the sum f = Σ fᵢ over n terms, a step follows
///
///     g = 1/|B| Σ_{i ∈ B} ∇fᵢ(x),
///
/// whose mean over all batches is the gradient of the mean term f/n: rates are for the mean, whatever n and the batch
/// size. One batch of all terms is gradient descent on f/n. The last batch of an epoch holds what is left, and its mean
/// counts as much as any other's.
///
/// With a constant rate η the points end in a cloud around the minimum, whose mean gap shrinks with η, in proportion or
/// faster; a rate that falls like 1/t, or averaging, converges.
///
/// What overflows ends the method: the report says `.diverged`, and the point is the last one at which the function was
/// computed and finite.
///
/// - Complexity: an epoch costs a pass over the terms and O(d n / batch size); another pass for the objective, where
///   ``tracking-swift.property`` asks for it.
///
/// Source: L. Bottou, F. E. Curtis and J. Nocedal, Optimization methods for large-scale machine learning, SIAM Review
/// 60(2), 2018, doi:10.1137/16M1080173.
public struct StochasticGradientDescent: Hashable, Sendable, Codable {
  /// Which point is the result.
  public enum Averaging: Hashable, Sendable, Codable {
    /// The last.
    case off
    /// The mean of the points after each batch from when this many epochs are done (Polyak and Ruppert), whose noise
    /// dies out though the rate stays.
    ///
    /// Source: B. T. Polyak and A. B. Juditsky, Acceleration of stochastic approximation by averaging, SIAM J. Control
    /// Optim. 30(4), 1992, doi:10.1137/0330046.
    case after(epochs: Int)
  }

  /// What is in random order.
  public enum Shuffling: Hashable, Sendable, Codable {
    /// The terms: each epoch has batches that no other had. Right for data in any order.
    case terms
    /// The batches, each of which holds neighbours: terms 0..<b, b..<2b and so on, b being the batch size. They are
    /// read from memory in long runs, which is several times faster where the data are larger than the caches.
    ///
    /// The order of the data must mean nothing. Where it does, as in a table sorted by class or by time, a batch is no
    /// sample of the whole: its gradient is off by as much as the batches differ, however large they are. Shuffle the
    /// rows once beforehand. The same batches come back in every epoch.
    case blocks
  }

  /// How often the function and its gradient are computed, which has a cost and gives the objective's trace, the
  /// certificate and the detection of a method that runs away.
  public enum Tracking: Hashable, Sendable, Codable {
    /// At the start and after each epoch, a pass over all terms each.
    case everyEpoch
    /// At the start and at the end: convergence is seen at the end only.
    case startAndEnd
    /// At the start and after each epoch, but estimated from so many terms, evenly spaced over all: for data so many
    /// that an epoch or two are all that they get. There is no certificate then, convergence is never claimed, and a
    /// warning says that values are estimates. Where there are no more terms than that, it is `everyEpoch`.
    case sample(terms: Int)
  }

  /// The rate of each step, a batch being a step. There is no default: it depends on the curvature of the terms.
  public var rate: LearningRate
  /// The most epochs; 100 by default.
  public var epochs: Int
  /// The terms of a batch; 32 by default. An epoch has the number of terms over this, rounded up, steps.
  public var batchSize: Int
  /// What makes the steps from gradients; `.plain` by default.
  public var rule: UpdateRule
  /// `.off` by default.
  public var averaging: Averaging
  /// The method has converged when the largest element of the gradient of the whole is at most this times the
  /// function's ``DifferentiableFunction/gradientScale``. 1e-4 by default, for noise seldom lets it come closer.
  public var gradientTolerance: Double
  /// The epochs in a row without a lower held-out loss that end the method; 5 by default.
  public var patience: Int
  /// `.terms` by default.
  public var shuffling: Shuffling
  /// `.everyEpoch` by default.
  public var tracking: Tracking

  public init(
    rate: LearningRate, epochs: Int = 100, batchSize: Int = 32, rule: UpdateRule = .plain, averaging: Averaging = .off,
    gradientTolerance: Double = 1e-4, patience: Int = 5, shuffling: Shuffling = .terms, tracking: Tracking = .everyEpoch
  ) {
    self.rate = rate
    self.epochs = epochs
    self.batchSize = batchSize
    self.rule = rule
    self.averaging = averaging
    self.gradientTolerance = gradientTolerance
    self.patience = patience
    self.shuffling = shuffling
    self.tracking = tracking
  }

  /// Minimises a sum, the order of its batches drawn from `generator`: the same seed gives the same bits.
  ///
  /// - Parameter heldOutLoss: A loss on observations that are no terms, computed at the start and after each epoch. The
  ///   result is then the point at which it was lowest, and the method stops early when it has not fallen for
  ///   ``patience`` epochs.
  /// - Returns: The trace holds the objective at the start and after each epoch.
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)``, ``LearningError/cancelled``.
  public func minimize(
    _ function: some FiniteSum, from start: [Double], heldOutLoss: (([Double]) -> Double)? = nil,
    using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Minimum {
    try requireValid()
    var course = StochasticCourse(function, from: start, method: self, heldOutLoss: heldOutLoss)
    while try course.goesOn() {
      course.runEpoch(using: &generator)
    }
    return course.finish()
  }

  /// ``minimize(_:from:heldOutLoss:using:)`` with the system's generator.
  public func minimize(
    _ function: some FiniteSum, from start: [Double], heldOutLoss: (([Double]) -> Double)? = nil
  ) throws(LearningError) -> Minimum {
    var generator = SystemRandomNumberGenerator()
    return try minimize(function, from: start, heldOutLoss: heldOutLoss, using: &generator)
  }

  private func requireValid() throws(LearningError) {
    try rate.requireValid()
    try rule.requireValid()
    try requireCount(batchSize, "batchSize")
    try requireCount(patience, "patience")
    try requireCount(epochs, "epochs")
    try requireTolerance(gradientTolerance)
    if case .sample(let terms) = tracking { try requireCount(terms, "tracking") }
    if case .after(let warmUp) = averaging, !(0..<epochs).contains(warmUp) {
      throw .invalidOption(
        name: "averaging", value: "after \(warmUp) epochs", allowed: "after 0 epochs or more, and fewer than \(epochs)")
    }
  }
}
