import Learning

/// What large coefficients of a linear model cost, added to its sum of losses. Intercepts cost nothing.
public enum CoefficientPenalty: Hashable, Sendable, Codable {
  /// Nothing: maximum likelihood.
  case none
  /// l1 ‖B‖₁: sets coefficients to exactly zero.
  case l1(Double)
  /// l2/2 ‖B‖².
  case l2(Double)
  /// Both.
  case elasticNet(l1: Double, l2: Double)
}

extension CoefficientPenalty {
  /// strength · (mixing ‖B‖₁ + (1 - mixing)/2 ‖B‖²).
  init(strength: Double, mixing: Double) {
    let (l1, l2) = (strength * mixing, strength * (1 - mixing))
    self = l1 > 0 ? (l2 > 0 ? .elasticNet(l1: l1, l2: l2) : .l1(l1)) : (l2 > 0 ? .l2(l2) : .none)
  }

  var l1: Double {
    switch self {
    case .l1(let l1), .elasticNet(let l1, _): l1
    case .none, .l2: 0
    }
  }

  var l2: Double {
    switch self {
    case .l2(let l2), .elasticNet(_, let l2): l2
    case .none, .l1: 0
    }
  }

  /// Whether it costs nothing, under any name.
  var isNone: Bool { l1 == 0 && l2 == 0 }

  /// - Throws: `.invalidOption` for a strength that is negative, infinite or NaN.
  func requireValid() throws(LearningError) {
    for (name, value) in [("l1", l1), ("l2", l2)] where !(value >= 0 && value.isFinite) {
      throw .invalidOption(name: name, value: "\(value)", allowed: "a finite number, zero or positive")
    }
  }
}
