extension PCA {
  /// How the eigenvectors are computed.
  public enum Solver: Hashable, Sendable, Codable {
    /// The most accurate solver whose cost does not matter, then the fastest:
    ///
    /// 1. ``svd`` where n d min(n, d) is at most 2²⁴, which takes some milliseconds;
    /// 2. ``randomized(oversampling:iterations:tolerance:)`` where `.count(k)` asks for at most a twentieth of min(n,
    ///    d), and that is above 2000;
    /// 3. ``covariance`` where there are at least as many rows as columns, ``gram`` where there are fewer.
    case automatic
    /// The d x d covariance matrix in one pass, then its eigenvalues, then only the vectors wanted. Eigenvalues are
    /// accurate to about ε times the largest, and smaller ones count as zero. n d² / 2 + 4/3 d³ multiply-adds, memory
    /// 3 d².
    case covariance
    /// The n x n Gram matrix of the rows, for fewer rows than columns; as accurate as ``covariance``. n² d / 2 + 4/3 n³
    /// multiply-adds, memory 3 n² and a centred copy.
    case gram
    /// The singular values of the centred data. An eigenvalue λ is accurate to about ε sqrt(λ λ₁), where λ₁ is the
    /// largest, and seen down to about ε² λ₁. About 2 n d² + 4 d³ multiply-adds for n >= d, and three copies of the
    /// data.
    case svd
    /// Block Krylov iteration from a random start (``RandomizedSVD``), for `.count(k)` with few components of large
    /// data. It stops when every residual ‖S v - λ v‖ is at most `tolerance` times the largest variance: variances are
    /// then good to about its square relative to the gaps between them, components to about itself. The report's
    /// certificate says how close it came, and how many iterations it took. 2 n d (k + oversampling) multiply-adds an
    /// iteration, one pass over the data, and no centred copy unless the means are more than ten thousand times the
    /// spread.
    case randomized(oversampling: Int = 10, iterations: Int = 10, tolerance: Double = 1e-6)
  }
}
