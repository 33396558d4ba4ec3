internal import Learning

/// What a gradient method makes of a gradient g and a rate η: the step itself.
///
/// Defaults are those of the papers. Squares, roots and quotients are taken element by element; ε is 1e-8.
public enum UpdateRule: Hashable, Sendable, Codable {
  /// x ← x - η g.
  case plain

  /// v ← μ v - η g, x ← x + v: the heavy ball.
  ///
  /// Source: B. T. Polyak, Some methods of speeding up the convergence of iteration methods, USSR Comput. Math. Math.
  /// Phys. 4(5), 1964, doi:10.1016/0041-5553(64)90137-5.
  case momentum(Double = 0.9)

  /// v ← μ v - η g, x ← x + μ v - η g: the gradient is taken where the momentum is about to carry the point.
  ///
  /// The point is the one looked ahead to, so that the method needs one gradient a step.
  ///
  /// Source: I. Sutskever, J. Martens, G. Dahl and G. Hinton, On the importance of initialization and momentum in deep
  /// learning, ICML 2013; after Yu. Nesterov, A method of solving a convex programming problem with convergence rate
  /// O(1/k²), Soviet Math. Dokl. 27, 1983.
  case nesterov(Double = 0.9)

  /// s ← s + g², x ← x - η g / (√s + ε): shorter steps for variables that had large gradients.
  ///
  /// Source: J. Duchi, E. Hazan and Y. Singer, Adaptive subgradient methods for online learning and stochastic
  /// optimization, JMLR 12, 2011.
  case adaGrad

  /// s ← ρ s + (1 - ρ) g², x ← x - η g / (√s + ε).
  ///
  /// Source: T. Tieleman and G. Hinton, Lecture 6.5: RMSProp, COURSERA: Neural networks for machine learning, 2012.
  case rmsProp(decay: Double = 0.9)

  /// m ← β₁ m + (1 - β₁) g, s ← β₂ s + (1 - β₂) g², x ← x - η m̂ / (√ŝ + ε), with m̂ = m / (1 - β₁ᵗ) and
  /// ŝ = s / (1 - β₂ᵗ) at step t = 1, 2, ...
  ///
  /// The paper's rate is η = 0.001.
  ///
  /// Source: D. P. Kingma and J. Ba, Adam: a method for stochastic optimization, ICLR 2015, arXiv:1412.6980.
  case adam(beta1: Double = 0.9, beta2: Double = 0.999)

  func requireValid() throws(LearningError) {
    switch self {
    case .plain, .adaGrad: break
    case .momentum(let decay), .nesterov(let decay): try requireDecay(decay, "momentum")
    case .rmsProp(let decay): try requireDecay(decay, "decay")
    case .adam(let beta1, let beta2):
      try requireDecay(beta1, "beta1")
      try requireDecay(beta2, "beta2")
    }
  }

  /// The addition to a method's name; nil for the plain step.
  var name: String? {
    switch self {
    case .plain: nil
    case .momentum: "momentum"
    case .nesterov: "Nesterov momentum"
    case .adaGrad: "AdaGrad"
    case .rmsProp: "RMSProp"
    case .adam: "Adam"
    }
  }
}
