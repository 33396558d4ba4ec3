import Classic
import Datasets
import Learning
import LinearAlgebra
import Testing

/// The cases of A. Albert and J. A. Anderson, Biometrika 71(1), 1984: complete, quasi-complete, and overlap.
@Suite("Separation")
struct SeparationTests {
  private let plain = LogisticRegression(penalty: .none)

  private func separation(
    _ x: Matrix, _ labels: [Int], by configuration: LogisticRegression? = nil
  ) throws -> FitWarning? {
    let report = try (configuration ?? plain).fit(x, labels: labels).report
    let warning = report.warnings.first { $0.kind == .separation }
    #expect((warning == nil) != (report.termination == .diverged), "\(report)")
    return warning
  }

  /// Columns of standard normals.
  private func noise(_ rowCount: Int, _ columnCount: Int, seed: UInt64 = 1) -> Matrix {
    var generator = SeededGenerator(seed: seed)
    return Matrix.standardNormal(rowCount: rowCount, columnCount: columnCount, using: &generator)
  }

  private func with(_ x: Matrix, column index: Int, _ values: (Int) -> Double) throws -> Matrix {
    try Matrix(rows: x.rows.enumerated().map { row, elements in
      var elements = Array(elements)
      elements[index] = values(row)
      return elements
    })
  }

  @Test("One column that separates is named among noise", arguments: [
    LogisticRegression.Solver.automatic, .newton, .lbfgs, .newtonCG,
  ])
  func oneColumn(solver: LogisticRegression.Solver) throws {
    let labels = (0..<60).map { $0 % 2 }
    let x = try with(noise(60, 4), column: 2) { Double(labels[$0] * 2 - 1) * (0.5 + Double($0 % 7)) }
    let configuration = LogisticRegression(penalty: .none, solver: solver)
    let warning = try #require(try separation(x, labels, by: configuration))
    #expect(warning.columns == [2])
    #expect(warning.message.hasPrefix("column 2 separates the classes:"), "\(warning)")
    #expect(warning.message.contains(".l2") && warning.message.contains("Firth"))
  }

  @Test("Columns that separate together are named together")
  func twoColumns() throws {
    let base = noise(200, 3)
    let labels = (0..<200).map { base[$0, 0] - 2 * base[$0, 2] > 0.1 ? 1 : 0 }
    let warning = try #require(try separation(base, labels))
    #expect(warning.columns == [0, 2])
    #expect(warning.message.hasPrefix("columns 0, 2 together separate the classes:"), "\(warning)")
  }

  @Test("Two columns each of which separates are named, both")
  func twice() throws {
    let labels = (0..<40).map { $0 % 2 }
    let first = try with(noise(40, 3), column: 0) { Double(labels[$0]) + Double($0) / 100 }
    let x = try with(first, column: 1) { Double(-labels[$0]) - Double($0) / 100 }
    let warning = try #require(try separation(x, labels))
    #expect(warning.columns == [0, 1])
  }

  @Test("A dummy with a zero cell separates quasi-completely, and is named")
  func zeroCell() throws {
    let labels = (0..<80).map { $0 % 4 == 0 || $0 % 3 == 0 ? 1 : 0 }
    // Ones for some of the rows of label 1 only.
    let x = try with(noise(80, 3), column: 1) { labels[$0] == 1 && $0 % 8 == 0 ? 1 : 0 }
    let warning = try #require(try separation(x, labels))
    #expect(warning.columns == [1])
    #expect(warning.message.contains("column 1 separates some rows by class (quasi-completely)"), "\(warning)")
    // Two of them.
    let two = try with(x, column: 2) { labels[$0] == 0 && $0 % 5 == 0 ? 1 : 0 }
    #expect(try separation(two, labels)?.columns == [1, 2])
  }

  @Test("A row on the boundary makes complete separation quasi-complete, two that cross it make it none")
  func boundary() throws {
    let complete = try #require(try separation([[0], [1], [2], [3]], [0, 0, 1, 1]))
    #expect(!complete.message.contains("quasi"))
    // Both classes have a row at 1.5.
    let quasi = try #require(try separation([[0], [1], [1.5], [1.5], [2], [3]], [0, 0, 0, 1, 1, 1]))
    #expect(quasi.message.contains("quasi") && quasi.columns == [0])
    #expect(try separation([[0], [1], [1.501], [1.5], [2], [3]], [0, 0, 0, 1, 1, 1]) == nil)
  }

  @Test("Classes that overlap by a hair are not separated, and those apart by a hair are")
  func hair() throws {
    let labels = (0..<50).map { $0 < 25 ? 0 : 1 }
    for (gap, isSeparated) in [(1e-5, true), (-1e-5, false), (-1e-3, false)] {
      let x = Matrix(repeating: 0, rowCount: 50, columnCount: 1)
      let moved = try with(x, column: 0) { row in
        row < 25 ? -Double(24 - row) / 25 : Double(row - 25) / 25 + gap
      }
      let report = try plain.fit(moved, labels: labels).report
      #expect(report.warnings.contains { $0.kind == .separation } == isSeparated, "\(gap): \(report)")
    }
  }

  @Test("Certain predictions and large coefficients raise no false alarm")
  func certain() throws {
    // Log-odds of thirty for two rows far out.
    let x: Matrix = [[-1], [-0.5], [0.2], [-0.2], [0.5], [1], [-40], [40]]
    #expect(try separation(x, [0, 0, 0, 1, 1, 1, 0, 1]) == nil)
    // Coefficients of a million: the unit is small.
    let small = x.map { $0 * 1e-6 }
    #expect(try separation(small, [0, 0, 0, 1, 1, 1, 0, 1]) == nil)
    let heart = try Datasets.saHeart()
    #expect(try separation(heart.features, heart.labels) == nil)
  }

  @Test("Breast cancer is separated by its thirty measurements")
  func breastCancer() throws {
    let data = try Datasets.breastCancer()
    let warning = try #require(try separation(data.features, data.labels))
    // What is named separates indeed: fitted alone it diverges, too, and without any of its columns it would not be
    // named.
    #expect(warning.columns.count > 1)
    #expect(try separation(data.features.selectingColumns(warning.columns), data.labels) != nil)
  }

  @Test("Of three classes one that is apart is enough; overlapping ones are not")
  func softmax() throws {
    let iris = try Datasets.iris()
    let warning = try #require(try separation(iris.features, iris.labels))
    #expect(warning.message.contains("quasi"))
    // Petal length and petal width each tell setosa from the others.
    #expect(warning.columns.contains(2) && warning.columns.contains(3))
    let wine = try Datasets.wine()
    #expect(try separation(wine.features.selectingColumns([1, 2, 4]), wine.labels) == nil)
  }

  @Test("With a penalty, of either kind, there is a maximum and no warning")
  func penalties() throws {
    for penalty in [CoefficientPenalty.l2(0.1), .l1(0.1), .elasticNet(l1: 0.1, l2: 0.1)] {
      let report = try LogisticRegression(penalty: penalty).fit([[0], [1], [2], [3]], labels: [0, 0, 1, 1]).report
      #expect(report.hasConverged && report.warnings.isEmpty, "\(report)")
    }
  }

  @Test("One against the rest says for which class")
  func oneVsRest() throws {
    let iris = try Datasets.iris()
    let report = try LogisticRegression(penalty: .none, multiclass: .oneVsRest).fit(
      iris.features.selectingColumns([0, 1]), labels: iris.labels).report
    #expect(report.termination == .diverged)
    #expect(report.warnings.map(\.message).allSatisfy { $0.hasPrefix("class 0 against the others:") })
    #expect(report.warnings.count == 1)
  }
}
