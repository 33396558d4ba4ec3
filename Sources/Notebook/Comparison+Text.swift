extension Comparison {
  /// The measured value, with enough digits to tell it from the bound.
  var measuredText: String {
    texts.measured
  }

  /// The bound in words, such as `expected 29` or `at least 0.9`, and why it was broken where that is not plain.
  var boundText: String {
    switch self {
    case .equal: "expected \(texts.bound)"
    case .countAtLeast: "at least \(texts.bound)"
    case .countAtMost: "at most \(texts.bound)"
    case .near(let measured, let expected, let tolerance):
      "expected \(texts.bound) within \(toleranceText(measured, expected, tolerance))"
    case .atLeast(_, let bound): "at least \(texts.bound)" + remark(onBound: bound)
    case .atMost(_, let bound): "at most \(texts.bound)" + remark(onBound: bound)
    }
  }

  private var texts: (measured: String, bound: String) {
    switch self {
    case .equal(let measured, let bound), .countAtLeast(let measured, let bound), .countAtMost(let measured, let bound):
      return (String(measured), String(bound))
    case .near(let measured, let bound, _), .atLeast(let measured, let bound), .atMost(let measured, let bound):
      let texts = NumberFormat.distinct(measured, bound)
      return (texts.first, texts.second)
    }
  }

  /// A failed comparison says by how much, because six digits of each value can hide a difference just above the
  /// tolerance.
  private func toleranceText(_ measured: Double, _ expected: Double, _ tolerance: Double) -> String {
    guard Comparison.isUsable(tolerance: tolerance) else {
      return "\(tolerance) (a tolerance has to be finite and not negative)"
    }
    let difference = abs(measured - expected)
    let texts = NumberFormat.distinct(difference, tolerance)
    return holds || !difference.isFinite ? texts.second : "\(texts.second), off by \(texts.first)"
  }

  private func remark(onBound bound: Double) -> String {
    bound.isFinite ? "" : " (a bound has to be finite)"
  }
}
