/// The estimate of a sum from terms that are evenly spaced over it: their own sum, times the number of all over theirs.
struct SampledSum<Function: FiniteSum>: DifferentiableFunction {
  private let function: Function
  private let terms: ArraySlice<Int>

  /// - Parameter count: at least 1, and at most as many as there are terms.
  init(_ function: Function, count: Int) {
    self.function = function
    let all = function.termCount
    terms = (0..<count).map { count.dividingFullWidth(all.multipliedFullWidth(by: $0)).quotient }[...]
  }

  var dimension: Int { function.dimension }
  var gradientScale: Double { function.gradientScale }

  /// The number of terms that are looked at.
  var termCount: Int { terms.count }

  /// The share of all that are looked at.
  var share: Double { Double(terms.count) / Double(function.termCount) }

  func value(at x: [Double], gradient: inout [Double]) -> Double {
    function.gradient(of: terms, at: x, into: &gradient)
    for j in gradient.indices { gradient[j] /= share }
    return function.value(of: terms, at: x) / share
  }
}
