import Foundation
import Learning
import Stats
import Testing

@Suite("A table of estimates")
struct InferenceTests {
  /// The logistic regression of the lecture on grades: Spector and Mazzeo, 1980, as statsmodels prints it.
  static let names = ["const", "GPA", "TUCE", "PSI"]
  static let estimates = [-13.021347, 2.826113, 0.095158, 2.378688]
  static let errors: [Double?] = [4.931325, 1.262941, 0.141554, 1.064564]

  private func spector(level: Double = 0.95) throws -> Inference {
    try Inference(names: Self.names, estimates: Self.estimates, standardErrors: Self.errors, level: level)
  }

  @Test("tests every parameter and gives its interval, as statsmodels does for the grades")
  func wald() throws {
    // sm.Logit(spector).fit().summary(): z, P>|z|, [0.025, 0.975]
    let expected = [
      (-2.641, 0.008, -22.687, -3.356), (2.238, 0.025, 0.351, 5.301), (0.672, 0.501, -0.182, 0.373),
      (2.234, 0.025, 0.292, 4.465),
    ]
    for (row, expected) in zip(try spector().rows, expected) {
      #expect(abs(try #require(row.statistic) - expected.0) < 6e-4)
      #expect(abs(try #require(row.pValue) - expected.1) < 6e-4)
      let interval = try #require(row.interval)
      #expect(abs(interval.lower - expected.2) < 6e-4 && abs(interval.upper - expected.3) < 6e-4)
      #expect(interval.level == 0.95)
    }
  }

  @Test("tests against the null values that are given, none where there is none")
  func nullValues() throws {
    let inference = try Inference(
      names: ["shape", "scale", "edge"], estimates: [1.4, 3, 0], standardErrors: [0.2, 1, nil], nullValues: [1, nil, 0])
    let shape = try inference.row(named: "shape")
    #expect(abs(try #require(shape.statistic) - 2) < 1e-14)
    #expect(abs(try #require(shape.pValue) - 0.04550026389635842) < 1e-14)
    let scale = try inference.row(named: "scale")
    #expect(scale.statistic == nil && scale.pValue == nil && scale.interval != nil)
    let edge = try inference.row(named: "edge")
    #expect(edge.statistic == nil && edge.pValue == nil && edge.interval == nil)
  }

  @Test("has small p-values where one less the probability is zero")
  func smallPValues() throws {
    let inference = try Inference(names: ["x"], estimates: [-20], standardErrors: [1])
    let pValue = try #require(inference.rows[0].pValue)
    // 2 Φ(-20), by mpmath.
    #expect(abs(pValue / 5.507248237212467390e-89 - 1) < 1e-13)
  }

  @Test("compares with Student's t where that is asked for, as lm in R does")
  func studentT() throws {
    // summary(lm(dist ~ speed, cars)) and its confint: 48 degrees of freedom; the digits by scipy.stats.t.
    let inference = try Inference(
      names: ["(Intercept)", "speed"], estimates: [-17.5790948905109, 3.93240875912409],
      standardErrors: [6.75844016937923, 0.415512776657122], statistic: .t(degreesOfFreedom: 48))
    let intercept = try inference.row(named: "(Intercept)"), speed = try inference.row(named: "speed")
    #expect(agrees(try #require(intercept.pValue), 0.01231881615380897, within: 1e-11))
    #expect(agrees(try #require(speed.pValue), 1.4898364962950193e-12, within: 1e-11))
    let interval = try #require(speed.interval)
    #expect(abs(interval.lower - 3.09696432814) < 1e-11 && abs(interval.upper - 4.76785319011) < 1e-11)
    #expect(inference.description.contains("t value  Pr(>|t|)"))
    for freedom in [0, -1, Double.nan, .infinity] {
      #expect(throws: LearningError.self) { try Inference(rows: [], statistic: .t(degreesOfFreedom: freedom)) }
    }
  }

  @Test("is read by name")
  func names() throws {
    let inference = try spector()
    #expect(inference["TUCE"]?.estimate == 0.095158)
    #expect(inference["tuce"] == nil)
    #expect(
      throws: LearningError.invalidOption(
        name: "name", value: "“tuce”", allowed: "one of “const”, “GPA”, “TUCE”, “PSI”")
    ) { try inference.row(named: "tuce") }
  }

  @Test("refuses counts that differ, errors below zero and levels that are none")
  func refusals() throws {
    #expect(
      throws: LearningError.invalidOption(
        name: "standardErrors", value: "1 values", allowed: "one for each of the 2 estimates")
    ) { try Inference(names: ["a", "b"], estimates: [1, 2], standardErrors: [1]) }
    #expect(
      throws: LearningError.invalidOption(
        name: "standardErrors", value: "-1.0 for “b”", allowed: "zero or positive")
    ) { try Inference(names: ["a", "b"], estimates: [1, 2], standardErrors: [1, -1]) }
    for level in [0, 1, -0.5, 95, .nan] {
      #expect(throws: LearningError.self) { try spector(level: level) }
      #expect(throws: LearningError.self) { try Inference(rows: [], level: level) }
    }
  }

  @Test("survives a file, infinite numbers included")
  func codable() throws {
    let inference = try Inference(
      names: ["separated", "edge", "ordinary"], estimates: [.infinity, 0, 1.5], standardErrors: [.infinity, nil, 0.1],
      nullValues: [nil, 0, 0], level: 0.9)
    let decoder = JSONDecoder(), encoder = JSONEncoder()
    // The first row's interval ends in NaN, which equals nothing: compare what is written.
    encoder.outputFormatting = .sortedKeys
    let data = try encoder.encode(inference)
    let read = try decoder.decode(Inference.self, from: data)
    #expect(try encoder.encode(read) == data)
    #expect(read.rows[1...] == inference.rows[1...])
    #expect(read["separated"]?.estimate == .infinity)
    let spoiled = String(decoding: data, as: UTF8.self)
      .replacing("\"level\":0.9,\"rows\"", with: "\"level\":9,\"rows\"")
    #expect(throws: DecodingError.self) { try decoder.decode(Inference.self, from: Data(spoiled.utf8)) }
  }
}
