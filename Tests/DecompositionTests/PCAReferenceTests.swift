import Decomposition
import LinearAlgebra
import Testing

@Suite("PCA agrees with scikit-learn and R on real data")
struct PCAReferenceTests {
  static let names = ["iris", "wine", "breast_cancer", "digits"]

  struct Case: CustomTestStringConvertible {
    let name: String
    let matrix: PCA.AnalysedMatrix
    let solver: PCA.Solver

    var testDescription: String { "\(name), \(matrix), \(solver)" }

    static let all = names.flatMap { name in
      [PCA.AnalysedMatrix.covariance, .correlation].flatMap { matrix in
        exactSolvers.map { Case(name: name, matrix: matrix, solver: $0) }
      }
    }

    /// The model, the data and what scikit-learn has to say.
    func run() throws -> (model: PCA.Model, x: Matrix, reference: SklearnFixture.Analysis) {
      let fixture: SklearnFixture = try fixture(name)
      let x = try RealData.load(name)
      let model = try PCA(on: matrix, solver: solver).fit(x)
      return (model, x, matrix == .covariance ? fixture.covariance : fixture.correlation)
    }

    /// The numbers whose gaps decide how well vectors are determined: rounding moves singular values by ε times the
    /// largest, and the solvers that square the data first move eigenvalues by that.
    func gapValues(_ reference: SklearnFixture.Analysis) -> [Double] {
      let throughSingularValues = solver == .svd || solver == .automatic
      return throughSingularValues ? reference.eigenvalues.map { max(0, $0).squareRoot() } : reference.eigenvalues
    }
  }

  @Test("eigenvalues, ratios, components, scores and means", arguments: Case.all)
  func agreesWithSklearn(_ fit: Case) throws {
    let (model, x, reference) = try fit.run()
    let largest = reference.eigenvalues[0]
    #expect(distance(model.eigenvalues, reference.eigenvalues) <= 1e-12 * largest)
    #expect(model.componentCount == reference.components.count)
    #expect(model.explainedVariance == Array(model.eigenvalues.prefix(model.componentCount)))
    #expect(distance(model.explainedVarianceRatio, Array(reference.ratios.prefix(model.componentCount))) <= 1e-12)
    let squares = model.singularValues.map { $0 * $0 }
    let largestSquare = reference.singularValues[0] * reference.singularValues[0]
    #expect(distance(squares, reference.singularValues.map { $0 * $0 }) <= 1e-12 * largestSquare)
    for (mean, expected) in zip(model.center, reference.mean) { #expect(abs(mean - expected) <= 1e-13 * abs(expected)) }
    for (scale, expected) in zip(model.scale, reference.scale) { #expect(abs(scale - expected) <= 1e-13 * expected) }

    let expected = try Matrix(rows: reference.components)
    let scores = try model.transform(x.selectingRows(0..<5))
    let expectedScores = try Matrix(rows: reference.scores)
    let longest = expectedScores.maximumMagnitude
    let groups = groupsOfCloseValues(fit.gapValues(reference), resolution: 1e-6)
      .filter { $0.lowerBound < model.componentCount }
    for group in groups {
      // A group that reached beyond the kept components would not be determined by them.
      try #require(group.upperBound <= model.componentCount)
      let found = model.components.selectingRows(group)
      let wanted = expected.selectingRows(group)
      if group.count == 1 {
        #expect(distance(found, wanted) <= 1e-8, "component \(group.lowerBound)")
        let difference = distance(scores.selectingColumns(group), expectedScores.selectingColumns(group))
        #expect(difference <= 1e-8 * longest, "scores of component \(group.lowerBound)")
      } else {
        #expect(subspaceDistance(found, wanted) <= 1e-8, "components \(group)")
      }
    }
  }

  @Test("the singular value decomposition resolves small eigenvalues to ε times their geometric mean with the largest")
  func smallEigenvaluesOfTheSVD() throws {
    let (model, _, reference) = try Case(name: "breast_cancer", matrix: .covariance, solver: .svd).run()
    #expect(reference.eigenvalues[29] < 1e-11 * reference.eigenvalues[0])
    for (found, expected) in zip(model.eigenvalues, reference.eigenvalues) {
      #expect(abs(found - expected) <= 100 * .ulpOfOne * (expected * reference.eigenvalues[0]).squareRoot())
    }
  }

  @Test("numbers of components for 80, 90, 95 and 99 % of the variance", arguments: names)
  func counts(_ name: String) throws {
    let fixture: SklearnFixture = try fixture(name)
    let x = try RealData.load(name)
    for matrix in [PCA.AnalysedMatrix.covariance, .correlation] {
      for wanted in (matrix == .covariance ? fixture.covariance : fixture.correlation).countsForShares {
        let model = try PCA(components: .variance(wanted.share), on: matrix).fit(x)
        #expect(model.componentCount == wanted.count, "\(wanted.share) of the \(matrix) matrix")
      }
    }
  }

  @Test("Kaiser's rule keeps the eigenvalues above 1 of the correlation matrix", arguments: names)
  func kaiser(_ name: String) throws {
    let fixture: SklearnFixture = try fixture(name)
    let model = try PCA(components: .kaiser, on: .correlation).fit(try RealData.load(name))
    #expect(model.componentCount == fixture.correlation.aboveOne)
  }

  @Test("the arrests in 50 states, as R's prcomp(scale. = TRUE)", arguments: exactSolvers)
  func arrests(_ solver: PCA.Solver) throws {
    let reference: RFixture = try fixture("usarrests")
    let x = try RealData.load("usarrests", label: .first)
    let model = try PCA(on: .correlation, solver: solver).fit(x)
    let deviations = model.explainedVariance.map { $0.squareRoot() }
    #expect(distance(deviations, reference.deviations) <= 1e-13)
    #expect(distance(deviations, [1.5749, 0.9949, 0.5971, 0.4164]) <= 5.1e-5)
    #expect(distance(model.center, reference.center) <= 1e-13 * 170)
    #expect(distance(model.scale, reference.scale) <= 1e-13 * 83)
    // R leaves signs as LAPACK does.
    let rotation = try Matrix(rows: reference.rotation)
    let signs = rotation.columns.map { column in (column.max { abs($0) < abs($1) } ?? 0) < 0 ? -1.0 : 1 }
    let expected = rotation.multiplied(by: .diagonal(Array(signs)))
    #expect(distance(model.components, expected.transposed()) <= 1e-13)
    let scores = try Matrix(rows: reference.scores).multiplied(by: .diagonal(Array(signs)))
    #expect(distance(try model.transform(x.selectingRows(0..<5)), scores) <= 1e-12)
  }

  @Test("the summary of the arrests is R's table")
  func summary() throws {
    let model = try PCA(on: .correlation).fit(try RealData.load("usarrests", label: .first))
    #expect(
      model.summary == """
        PCA on the correlation matrix: 4 of 4 components
             standard deviation  proportion of variance  cumulative proportion
        PC1              1.5749                  0.6201                 0.6201
        PC2             0.99487                  0.2474                 0.8675
        PC3             0.59713                  0.0891                 0.9566
        PC4             0.41645                  0.0434                 1.0000
        """)
    #expect("\(model)" == model.summary)
  }
}
