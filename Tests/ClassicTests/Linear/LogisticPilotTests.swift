import Classic
import Learning
import LinearAlgebra
import RealModule
import Testing

@Suite("Logistic regression that looks at a sample first")
struct LogisticPilotTests {
  /// Correlated features in unequal units, and labels drawn from a softmax.
  private static func samples(_ n: Int, classes: Int, rareColumn: Bool = false) -> (x: Matrix, labels: [Int]) {
    var generator = SeededGenerator(seed: 11)
    let x = Matrix(rowCount: n, columnCount: 3) { elements in
      for i in 0..<n {
        let shared = Double.random(in: -1...1, using: &generator)
        elements[3 * i] = shared + 0.3 * Double.random(in: -1...1, using: &generator)
        elements[3 * i + 1] = 1000 * (shared + 0.3 * Double.random(in: -1...1, using: &generator))
        elements[3 * i + 2] = rareColumn ? (i % 997 == 3 ? 1 : 0) : Double.random(in: 4...5, using: &generator)
      }
    }
    let labels = (0..<n).map { i in
      let scores = (0..<classes).map { k in
        let noise: Double = -.log(-.log(Double.random(in: 1e-9..<1, using: &generator)))
        return Double(k) * (x[i, 0] - x[i, 1] / 2000 + 0.2 * (x[i, 2] - 4.5)) + noise
      }
      return scores.indices.max { scores[$0] < scores[$1] } ?? 0
    }
    return (x, labels)
  }

  private func expectSame(_ a: LogisticRegression.Model<Int>, _ b: LogisticRegression.Model<Int>) {
    #expect(a.report.hasConverged && b.report.hasConverged)
    for (a, b) in zip(a.coefficients.elements, b.coefficients.elements) {
      #expect(abs(a - b) <= 1e-6 * max(1e-3, abs(b)))
    }
    for (a, b) in zip(a.intercepts, b.intercepts) { #expect(abs(a - b) <= 1e-6) }
  }

  @Test("ends where Newton's method does, in few passes", arguments: [2, 3])
  func optimum(classes: Int) throws {
    let (x, labels) = Self.samples(4000, classes: classes)
    let newton = try LogisticRegression(solver: .newton).fit(x, labels: labels)
    let pilot = try LogisticRegression(solver: .preconditionedLBFGS).fit(x, labels: labels)
    expectSame(pilot, newton)
    #expect(pilot.report.iterations <= 10)
    #expect(pilot.report.method.contains("preconditioned"))
  }

  @Test("counts weights, and leaves rows of weight zero out")
  func weights() throws {
    let (x, labels) = Self.samples(4000, classes: 2)
    let weights = (0..<4000).map { $0 % 3 == 0 ? 0 : Double(1 + $0 % 4) }
    let newton = try LogisticRegression(solver: .newton).fit(x, labels: labels, weights: weights)
    expectSame(try LogisticRegression(solver: .preconditionedLBFGS).fit(x, labels: labels, weights: weights), newton)
  }

  @Test("finds a coefficient of which the sample knows nothing")
  func rare() throws {
    let (x, labels) = Self.samples(4000, classes: 2, rareColumn: true)
    let newton = try LogisticRegression(penalty: .l2(0.01), solver: .newton).fit(x, labels: labels)
    let pilot = try LogisticRegression(penalty: .l2(0.01), solver: .preconditionedLBFGS).fit(x, labels: labels)
    expectSame(pilot, newton)
  }

  @Test("serves an unpenalised softmax, whose Hessian is singular")
  func softmax() throws {
    let (x, labels) = Self.samples(4000, classes: 3)
    let plain = try LogisticRegression(penalty: .none, solver: .lbfgs).fit(x, labels: labels)
    let pilot = try LogisticRegression(penalty: .none, solver: .preconditionedLBFGS).fit(x, labels: labels)
    #expect(pilot.report.hasConverged)
    #expect(abs(pilot.logLikelihood - plain.logLikelihood) <= 1e-8 * abs(plain.logLikelihood))
    #expect(pilot.report.iterations < plain.report.iterations)
  }
}
