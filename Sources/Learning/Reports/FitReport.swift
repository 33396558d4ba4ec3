/// What a fit did: how long it took, why it stopped, how close to the optimum it is, and what it had to do about the
/// data.
///
/// Every model carries one. Not converging is written here; it is neither thrown nor printed.
public struct FitReport: Hashable, Sendable {
  /// The method in words, with the choice that an automatic option made: "covariance matrix, eigenvalues by dsytrd".
  public var method: String
  /// Passes of the method; 1 for one that is not iterative.
  public var iterations: Int
  /// Why the fit stopped.
  public var termination: Termination
  /// The objective after each iteration; empty for methods that have none.
  public var objectiveTrace: [Double]
  /// How close to the optimum the result is; nil for a closed form.
  public var certificate: Certificate?
  /// What the data made necessary, and what was done about it.
  public var warnings: [FitWarning]

  public init(
    method: String, iterations: Int = 1, termination: Termination = .closedForm, objectiveTrace: [Double] = [],
    certificate: Certificate? = nil, warnings: [FitWarning] = []
  ) {
    self.method = method
    self.iterations = iterations
    self.termination = termination
    self.objectiveTrace = objectiveTrace
    self.certificate = certificate
    self.warnings = warnings
  }

  /// Why a fit stopped.
  public enum Termination: String, Hashable, Sendable, Codable {
    /// The result is a formula or a factorization; there was nothing to iterate.
    case closedForm = "closed form"
    /// The certificate is below the tolerance.
    case converged
    /// The most iterations allowed were made.
    case iterationLimit = "iteration limit"
    /// No step improves the objective any more, though the certificate is above the tolerance.
    case stalled
    /// The loss on held-out data had not fallen for as many passes as the method is patient for; the result is where it
    /// was lowest.
    case earlyStopping = "early stopping"
    /// The objective grew without bound.
    case diverged
  }

  /// Whether the result is what was asked for: a closed form, or an optimum within tolerance.
  public var hasConverged: Bool { termination == .closedForm || termination == .converged }
}

extension FitReport: CustomStringConvertible {
  public var description: String {
    let passes = termination == .closedForm ? "" : ", \(iterations) iteration\(iterations == 1 ? "" : "s")"
    let head = "\(method): \(termination.rawValue)\(passes)"
    let evidence = certificate.map { ["  \($0)"] } ?? []
    return ([head] + evidence + warnings.map { "  \($0)" }).joined(separator: "\n")
  }
}
