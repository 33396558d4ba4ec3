import Foundation
import LinearAlgebra
import Testing

@Suite("Singular values by random projection")
struct RandomizedSVDTests {
  /// A matrix with these singular values and random singular vectors.
  private func matrix(_ n: Int, _ d: Int, values: [Double]) throws -> Matrix {
    let u = try Matrix.normal(n, values.count, seed: 11).singularValueDecomposition().left
    let v = try Matrix.normal(d, values.count, seed: 12).singularValueDecomposition().left
    return naiveProduct(naiveProduct(u, .diagonal(values)), v.transposed())
  }

  /// The largest singular value of what is left: ‖A - U S Vᵀ‖.
  private func residualNorm(_ a: Matrix, _ svd: SingularValueDecomposition) throws -> Double {
    try (a - svd.reconstruct()).singularValueDecomposition().values[0]
  }

  @Test("agree with the exact ones to the data's accuracy where the spectrum decays", arguments: [(80, 60), (60, 80)])
  func decaying(n: Int, d: Int) throws {
    let values = (0..<40).map { pow(0.6, Double($0)) }
    let a = try matrix(n, d, values: values)
    var generator = TestGenerator(seed: 5)
    let svd = try a.randomizedSVD(rank: 8, tolerance: 1e-9, using: &generator)
    #expect(deviation(svd.values, from: Array(values.prefix(8))) < 1e-13)
    #expect(deviation(svd.values, from: Array(try a.singularValueDecomposition().values.prefix(8))) < 1e-13)
    #expect(svd.left.transposed().orthonormalityError < 1e-13)
    #expect(svd.right.orthonormalityError < 1e-13)
    // No approximation of rank 8 is nearer than the ninth value.
    #expect(abs(try residualNorm(a, svd) / values[8] - 1) < 1e-6)
  }

  /// Halko, Martinsson and Tropp, corollary 10.10: the mean of ‖A - Q QᵀA‖ is at most
  /// (1 + sqrt(k / (p - 1)) + e sqrt(k + p) / p sqrt(min(m, n) - k))^(1 / (2q + 1)) σ₍ₖ₊₁₎.
  @Test("stay within the theory's bound where the spectrum hardly decays", arguments: [0, 1, 4])
  func slowDecay(iterations: Int) throws {
    let values = (1...60).map { 1 / Double($0).squareRoot() }
    let a = try matrix(70, 60, values: values)
    let (k, p) = (5.0, 10.0)
    let constant = 1 + (k / (p - 1)).squareRoot() + M_E * (k + p).squareRoot() / p * (60 - k).squareRoot()
    let bound = pow(constant, 1 / Double(2 * iterations + 1)) * values[5]
    var generator = TestGenerator(seed: 6)
    let runs = try (0..<5).map { _ in
      try residualNorm(a, try a.randomizedSVD(rank: 5, iterations: iterations, using: &generator))
    }
    // The result is cut from 15 columns to 5, which adds at most σ₆ more (theorem 9.3).
    #expect(runs.reduce(0, +) / 5 <= bound + values[5])
    #expect(runs.allSatisfy { $0 >= values[5] * (1 - 1e-12) })
    if iterations == 4 { #expect(runs.allSatisfy { $0 < 1.1 * values[5] }) }
  }

  @Test("are all of them where the rank is full", arguments: [(6, 9), (9, 6), (1, 4)])
  func fullRank(n: Int, d: Int) throws {
    let a = Matrix.normal(n, d)
    var generator = TestGenerator(seed: 7)
    let svd = try a.randomizedSVD(rank: min(n, d), using: &generator)
    #expect(deviation(svd.values, from: try a.singularValueDecomposition().values) < 1e-13)
    #expect(svd.reconstruct().deviation(from: a) < 1e-13)
  }

  @Test("of a matrix of lower rank than asked for end in zeros")
  func rankDeficient() throws {
    let a = try matrix(30, 20, values: [3, 2])
    var generator = TestGenerator(seed: 8)
    let svd = try a.randomizedSVD(rank: 4, using: &generator)
    #expect(deviation(svd.values, from: [3, 2, 0, 0]) < 1e-14)
    #expect(try Matrix.zeros(5, 4).randomizedSVD(rank: 2, using: &generator).values == [0, 0])
  }

  @Test("are the same for the same seed, on one thread and on two, and others for another")
  func seeds() throws {
    let a = Matrix.normal(60, 50)
    let results = try [(9, 1), (9, 2), (10, 2)].map { seed, threads in
      var generator = TestGenerator(seed: UInt64(seed))
      return try ThreadBudget.reproducible.limited(to: threads).run {
        try a.randomizedSVD(rank: 3, iterations: 1, using: &generator)
      }
    }
    #expect(results[0] == results[1])
    #expect(results[0] != results[2])
  }

  @Test("are refused for ranks that the matrix does not have", arguments: [-1, 0, 4])
  func rankOutOfRange(rank: Int) {
    var generator = TestGenerator(seed: 1)
    #expect(throws: LinearAlgebraError.rankOutOfRange(rank, allowed: 1...3)) {
      try Matrix.normal(5, 3).randomizedSVD(rank: rank, using: &generator)
    }
  }

  @Test("take any number of extra columns and of iterations", arguments: [(Int.min, Int.min), (Int.max, 0), (0, 3)])
  func options(oversampling: Int, iterations: Int) throws {
    let a = Matrix.normal(9, 6)
    var generator = TestGenerator(seed: 9)
    let svd = try a.randomizedSVD(rank: 6, oversampling: oversampling, iterations: iterations, using: &generator)
    #expect(svd.reconstruct().deviation(from: a) < 1e-13)
  }

  @Test("are refused for what is not finite, and say where it is")
  func notFinite() {
    var generator = TestGenerator(seed: 1)
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 1, value: .infinity)) {
      try ([[1, .infinity], [1, 2]] as Matrix).randomizedSVD(rank: 1, using: &generator)
    }
  }

  @Test("say so where a product overflows")
  func overflow() {
    var generator = TestGenerator(seed: 1)
    #expect(throws: LinearAlgebraError.overflow(operation: "product with a random block")) {
      try Matrix(repeating: .greatestFiniteMagnitude, rowCount: 9, columnCount: 9)
        .randomizedSVD(rank: 1, using: &generator)
    }
  }
}

@Suite("Orthonormal rows")
struct OrthonormalRowsTests {
  @Test("span what the rows span, each in the span of the first ones")
  func span() throws {
    let a = Matrix.normal(4, 9)
    let basis = try a.orthonormalRows()
    #expect(basis.orthonormalityError < 1e-14)
    // A = L Q: the coefficients of row i on the later rows of the basis vanish.
    let coefficients = naiveProduct(a, basis.transposed())
    #expect(naiveProduct(coefficients, basis).deviation(from: a) < 1e-14)
    for i in 0..<4 {
      for j in i + 1..<4 { #expect(abs(coefficients[i, j]) < 1e-13) }
    }
  }
}
