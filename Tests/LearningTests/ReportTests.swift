import Foundation
import Learning
import Testing

@Suite("The report of a fit")
struct FitReportTests {
  private let report = FitReport(
    method: "L-BFGS", iterations: 12, termination: .diverged, objectiveTrace: [3.5, -0.0, .infinity],
    certificate: Certificate(.gradientNorm, value: .infinity, tolerance: 1e-6),
    warnings: [FitWarning(.constantColumns, columns: [2], message: "Column 2 is constant; it was left out.")])

  @Test("comes back from a file, infinities included")
  func roundTrip() throws {
    let decoded = try JSONDecoder().decode(FitReport.self, from: JSONEncoder().encode(report))
    #expect(decoded == report)
    #expect(decoded.objectiveTrace[1].sign == .minus)
    let closed = FitReport(method: "mean")
    #expect(try JSONDecoder().decode(FitReport.self, from: JSONEncoder().encode(closed)) == closed)
  }

  @Test("keeps a trace that ends in NaN")
  func notANumber() throws {
    var report = report
    report.objectiveTrace = [.nan]
    let decoded = try JSONDecoder().decode(FitReport.self, from: JSONEncoder().encode(report))
    #expect(decoded.objectiveTrace.count == 1 && decoded.objectiveTrace[0].isNaN)
  }

  @Test("has converged where it is a closed form or within tolerance")
  func convergence() {
    let converged = [FitReport.Termination.closedForm, .converged, .iterationLimit, .stalled, .diverged].map {
      FitReport(method: "", termination: $0).hasConverged
    }
    #expect(converged == [true, true, false, false, false])
  }

  @Test("is a sentence a line")
  func description() {
    #expect(
      report.description == """
        L-BFGS: diverged, 12 iterations
          gradient norm inf, tolerance 1e-06
          constant columns: Column 2 is constant; it was left out.
        """)
    #expect(
      FitReport(method: "Newton", iterations: 1, termination: .iterationLimit).description
        == "Newton: iteration limit, 1 iteration")
    #expect(FitReport(method: "class means").description == "class means: closed form")
  }
}
