import Learning
import LinearAlgebra

/// Makes features of the products of columns, up to a degree: a linear model of them is a polynomial.
///
///     let model = try PolynomialFeatures(degree: 2).fit(x)      // of a, b
///     model.powers                        // [[1, 0], [0, 1], [2, 0], [1, 1], [0, 2]]
///     try model.transform([[2, 3]])       // a, b, a², ab, b²: [[2, 3, 4, 6, 9]]
///
/// The products come by ascending degree and, within one, in the order of their columns, as in scikit-learn. Of d
/// columns there are C(d + k, k) - 1 up to degree k, or the sum of C(d, 1) ... C(d, k) of different columns; more than
/// ``mostFeatures`` are refused. Powers of columns that are far from zero beside their spread are nearly collinear:
/// a ``StandardScaler`` before this step is a good idea.
///
/// - Complexity: transform n multiplications for each feature.
public struct PolynomialFeatures: DeterministicTransformerEstimator, Hashable, Codable {
  /// The largest sum of powers; 2 by default, at least 1.
  public var degree: Int
  /// Whether the columns of a product are different from each other; false by default.
  public var interactionOnly: Bool
  /// Whether a column of ones comes first; false by default, for the models have an intercept.
  public var includesBias: Bool

  /// The most features that are made: a million, of which a thousand rows take eight gigabytes.
  public static let mostFeatures = 1_000_000

  public init(degree: Int = 2, interactionOnly: Bool = false, includesBias: Bool = false) {
    self.degree = degree
    self.interactionOnly = interactionOnly
    self.includesBias = includesBias
  }

  /// Nothing is learned but the number of columns.
  ///
  /// - Throws: `.empty`, `.notFinite`, what is wrong with the weights, `.invalidOption` for a degree below 1,
  ///   `.tooManyFeatures`.
  public func fit(_ x: Matrix, weights: [Double]?) throws(LearningError) -> Model {
    guard degree >= 1 else { throw .invalidOption(name: "degree", value: "\(degree)", allowed: "at least 1") }
    _ = try CheckedRows(x, weights: weights)
    let count = featureCount(ofColumns: x.columnCount)
    guard count <= Double(Self.mostFeatures) else {
      throw .tooManyFeatures(
        count: count, limit: Self.mostFeatures, from: "\(x.columnCount) columns to degree \(degree)")
    }
    return Model(options: self, featureCount: x.columnCount)
  }

  /// The number of products, exact up to 2⁵³; infinite where it is beyond all numbers.
  func featureCount(ofColumns columnCount: Int) -> Double {
    let (d, k) = (Double(columnCount), Double(degree))
    let bias = includesBias ? 1.0 : 0
    guard interactionOnly else {
      return Self.binomials(of: d + k, upTo: min(columnCount, degree)).last - 1 + bias
    }
    return Self.binomials(of: d, upTo: min(columnCount, degree)).sum - 1 + bias
  }

  /// C(n, r), and the sum of C(n, 0) ... C(n, r).
  private static func binomials(of n: Double, upTo r: Int) -> (last: Double, sum: Double) {
    var (last, sum) = (1.0, 1.0)
    for j in 0..<r {
      last = (last * (n - Double(j)) / Double(j + 1)).rounded()
      sum += last
      // The next are larger still, and nobody will make them.
      guard last < 1e300 else { return (.infinity, .infinity) }
    }
    return (last, sum)
  }
}
