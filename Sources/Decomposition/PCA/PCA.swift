import Learning
import LinearAlgebra

/// Principal component analysis: the orthogonal directions in which samples vary most.
///
///     let model = try PCA(components: .variance(0.95)).fit(x)
///     model.componentCount                      // how many directions hold 95 % of the variance
///     let scores = try model.transform(x)       // n x k
///
/// With the covariance matrix S of the columns, the components are the unit vectors v₁, v₂, … that maximise vᵀS v, each
/// orthogonal to those before: the eigenvectors of S, and the variance along each is its eigenvalue. On the correlation
/// matrix the same is done after dividing each column by its standard deviation.
///
/// Every component has its largest loading in magnitude positive (the first such, where several are as large to 1e-8),
/// so that a fit gives the same signs every time.
///
/// Source: Jolliffe, Principal Component Analysis, 2nd edition, Springer 2002, doi:10.1007/b98835.
public struct PCA: TransformerEstimator, Hashable, Codable {
  /// How many components to keep. All of non-zero variance by default: nothing is lost before one has looked.
  public var components: ComponentCount
  /// The matrix that is analysed. The covariance matrix by default, which is right for columns in one unit; columns in
  /// several units want the correlation matrix, or the largest unit is the first component.
  public var matrix: AnalysedMatrix
  /// How the eigenvectors are computed. The choice never changes what is computed, only its cost, its last digits, and
  /// how small a variance is told from zero.
  public var solver: Solver
  /// Whether scores are divided by their standard deviations, so that each has variance 1. Off by default: it makes
  /// noise directions as long as the others.
  public var whiten: Bool
  /// What sums of squares are divided by: rows less one by default, as in R's `prcomp` and in scikit-learn.
  public var denominator: Moments.Denominator

  public init(
    components: ComponentCount = .all, on matrix: AnalysedMatrix = .covariance, solver: Solver = .automatic,
    whiten: Bool = false, denominator: Moments.Denominator = .unbiased
  ) {
    self.components = components
    self.matrix = matrix
    self.solver = solver
    self.whiten = whiten
    self.denominator = denominator
  }

  /// The matrix whose eigenvectors are the components.
  public enum AnalysedMatrix: String, Hashable, Sendable, Codable {
    /// Columns are centred.
    case covariance
    /// Columns are centred and divided by their standard deviations; constant columns are only centred, and have no
    /// part in any component.
    case correlation
  }

  /// Only the randomized solver draws numbers.
  public var traits: EstimatorTraits {
    if case .randomized = solver { return [] }
    if case .count = components, solver == .automatic { return [] }
    return .deterministic
  }
}
