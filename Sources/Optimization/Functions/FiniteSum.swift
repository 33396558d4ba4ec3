/// A function that is a sum over many terms, one an observation, of which a few can be looked at alone.
///
///     f(x) = Σᵢ fᵢ(x),  i from 0 to the number of terms
///
/// Stochastic methods follow the gradient of a batch, scaled to the whole.
public protocol FiniteSum: DifferentiableFunction {
  /// The number of terms.
  var termCount: Int { get }

  /// The sum of the given terms at `x`, and its gradient, written over `gradient`: not scaled to the whole. What belongs
  /// to no term, such as a penalty, has its share of it: the number of the given terms over that of all.
  func value(of terms: ArraySlice<Int>, at x: [Double], gradient: inout [Double]) -> Double
}
