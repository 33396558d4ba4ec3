public import LinearAlgebra

extension MaximumLikelihood {
  /// The covariance matrix of the estimates, by the inverse of the information; nil where the maximum is at a boundary
  /// or the information singular.
  public func covariance(_ information: Information = Function.standardInformation) -> Matrix? {
    guard isInterior else { return nil }
    return try? Cholesky(of: likelihood.information(information, at: estimates)).inverse()
  }

  /// The standard errors of the estimates; nil where ``covariance(_:)`` is.
  public func standardErrors(_ information: Information = Function.standardInformation) -> [Double]? {
    covariance(information)?.diagonal.map { $0.squareRoot() }
  }

  /// The standard error of one estimate; nil where ``covariance(_:)`` is.
  public func standardError(
    of parameter: Function.Parameter, _ information: Information = Function.standardInformation
  ) -> Double? {
    standardErrors(information)?[index(of: parameter)]
  }
}
