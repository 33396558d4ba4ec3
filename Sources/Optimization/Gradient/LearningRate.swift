internal import Learning
internal import RealModule

/// The length of the steps of a gradient method, as a function of how many were made.
///
///     let rate = LearningRate.warmUp(over: 100, then: .cosine(0.1, over: 5000))
///     rate.value(at: 99)  // 0.1
///
/// Steps count from 0. They are the iterations of ``GradientDescent`` and the batches of
/// ``StochasticGradientDescent``: the theory of stochastic approximation counts those, and a warm-up is often shorter
/// than an epoch.
///
/// Source: H. Robbins and S. Monro, A stochastic approximation method, Ann. Math. Statist. 22(3), 1951,
/// doi:10.1214/aoms/1177729586 (inverse time); I. Loshchilov and F. Hutter, SGDR, ICLR 2017, arXiv:1608.03983 (cosine);
/// P. Goyal et al., Accurate, large minibatch SGD, 2017, arXiv:1706.02677 (warm-up).
public indirect enum LearningRate: Hashable, Sendable, Codable {
  /// η at every step.
  case constant(Double)
  /// η · factor^⌊t / every⌋: a staircase.
  case step(Double, factor: Double, every: Int)
  /// η / (1 + decay · t), under which the noise of stochastic gradients dies out.
  case inverseTime(Double, decay: Double)
  /// From η down to `to` along half a cosine that is `over` steps long, and `to` from there on.
  case cosine(Double, to: Double = 0, over: Int)
  /// First `over` steps that grow evenly up to the first of another rate, which then begins.
  case warmUp(over: Int, then: LearningRate)

  /// The rate at step t, from 0.
  ///
  /// - Complexity: O(1).
  public func value(at t: Int) -> Double {
    precondition(t >= 0, "There is no step \(t); steps count from 0")
    switch self {
    case .constant(let rate):
      return rate
    case .step(let rate, let factor, let length):
      precondition(length >= 1, "A stair of \(length) steps; it must have at least 1")
      return rate * .pow(factor, t / length)
    case .inverseTime(let rate, let decay):
      return rate / (1 + decay * Double(t))
    case .cosine(let rate, let end, let length):
      guard t < length else { return end }
      return end + (rate - end) * 0.5 * (1 + .cos(.pi * Double(t) / Double(length)))
    case .warmUp(let length, let rate):
      guard t < length else { return rate.value(at: t - length) }
      return rate.value(at: 0) * Double(t + 1) / Double(length)
    }
  }

  func requireValid() throws(LearningError) {
    switch self {
    case .constant(let rate):
      try Self.requireRate(rate)
    case .step(let rate, let factor, let length):
      try Self.requireRate(rate)
      guard factor > 0 && factor <= 1 else {
        throw .invalidOption(name: "factor", value: "\(factor)", allowed: "above 0 and at most 1")
      }
      try requireCount(length, "every")
    case .inverseTime(let rate, let decay):
      try Self.requireRate(rate)
      guard decay >= 0 && decay.isFinite else {
        throw .invalidOption(name: "decay", value: "\(decay)", allowed: "a finite number, zero or positive")
      }
    case .cosine(let rate, let end, let length):
      try Self.requireRate(rate)
      guard end >= 0 && end <= rate else {
        throw .invalidOption(name: "to", value: "\(end)", allowed: "from 0 to the rate at the start, \(rate)")
      }
      try requireCount(length, "over")
    case .warmUp(let length, let rate):
      try requireCount(length, "over")
      try rate.requireValid()
    }
  }

  private static func requireRate(_ rate: Double) throws(LearningError) {
    guard rate > 0 && rate.isFinite else {
      throw .invalidOption(name: "rate", value: "\(rate)", allowed: "a finite number above zero")
    }
  }
}
