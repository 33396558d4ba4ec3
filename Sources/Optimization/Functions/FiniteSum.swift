/// A function that is a sum over many terms, one an observation, of which a few can be looked at alone.
///
///     f(x) = Σᵢ fᵢ(x),  i from 0 to the number of terms
///
/// Stochastic methods follow the gradients of batches of terms, and may estimate the value from some. For half the
/// squared residuals of a linear model:
///
///     func gradient(of terms: ArraySlice<Int>, at x: [Double], into gradient: inout [Double]) {
///       for j in x.indices { gradient[j] = 0 }
///       for i in terms {
///         var residual = -y[i]
///         for j in x.indices { residual += rows[i, j] * x[j] }
///         for j in x.indices { gradient[j] += residual * rows[i, j] }
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
  /// `withUnsafeTemporaryAllocation`. The terms come in random order, or as runs of neighbours: a term's data should
  /// lie together, and be used up while they are in the cache, for fetching them is most of the cost where there are
  /// many. The value is not asked for, since its logarithms can cost as much as the gradient.
  func gradient(of terms: ArraySlice<Int>, at x: [Double], into gradient: inout [Double])

  /// The value of the sum of the given terms, with their share of what belongs to no term.
  func value(of terms: ArraySlice<Int>, at x: [Double]) -> Double
}
