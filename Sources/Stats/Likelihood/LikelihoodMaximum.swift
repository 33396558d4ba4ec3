public import Learning

/// Where a likelihood is largest, and how that was found.
public struct LikelihoodMaximum: Hashable, Sendable {
  /// The estimates, in the order of ``LikelihoodFunction/parameters``. At a boundary they may be infinite.
  public let point: [Double]
  /// Whether the maximum is inside the domain, with the score zero: only then do standard errors exist.
  public let isInterior: Bool
  public let report: FitReport

  public init(point: [Double], isInterior: Bool = true, report: FitReport) {
    self.point = point
    self.isInterior = isInterior
    self.report = report
  }

  /// A maximum inside the domain that a formula gives.
  static func closedForm(_ point: [Double], _ method: String) -> LikelihoodMaximum {
    LikelihoodMaximum(point: point, report: FitReport(method: method))
  }

  /// A supremum at the boundary of the domain, and what of the sample puts it there.
  static func boundary(_ point: [Double], because reason: String) -> LikelihoodMaximum {
    LikelihoodMaximum(
      point: point, isInterior: false,
      report: FitReport(
        method: "boundary of the domain", warnings: [FitWarning(.boundaryEstimate, message: reason)]))
  }
}

extension FitWarning.Kind {
  /// The likelihood is largest at the boundary of the parameters' domain, where standard errors do not exist.
  public static let boundaryEstimate = FitWarning.Kind(rawValue: "boundary estimate")
}
