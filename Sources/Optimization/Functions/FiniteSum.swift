/// A function that is a sum over many terms, one an observation, of which a few can be looked at alone.
///
///     f(x) = Σᵢ fᵢ(x),  i from 0 to the number of terms
///
/// Stochastic methods follow the gradients of batches of terms.
///
///     struct LeastSquares: FiniteSum {
///       func gradient(of terms: ArraySlice<Int>, at x: [Double], into gradient: inout [Double]) {
///         // Each row is read once, while it is in the cache: its product with x, then its part of the gradient.
///       }
///     }
public protocol FiniteSum: DifferentiableFunction {
  /// The number of terms.
  var termCount: Int { get }

  /// Writes the gradient of the sum of the given terms at `x` over `gradient`: a sum, neither a mean nor scaled to the
  /// whole. What belongs to no term, such as a penalty, has its share of it: the number of the given terms over that of
  /// all.
  ///
  /// It is called for every batch, so it should not allocate: what scratch it needs is best taken by
  /// `withUnsafeTemporaryAllocation`. The terms come in random order, so a term's data should lie together. The value
  /// is not asked for, since its logarithms can cost as much as the gradient.
  func gradient(of terms: ArraySlice<Int>, at x: [Double], into gradient: inout [Double])
}
