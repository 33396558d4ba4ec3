import Classic
import Learning
import LinearAlgebra
import RealModule
import Stats

/// One feature, and a class whose log-odds follow a wave: no polynomial, but smooth.
enum Wave {
  static func logOdds(_ x: Double) -> Double { 2.5 * .sin(4 * x) }

  static func probability(_ x: Double) -> Double { 1 / (1 + .exp(-logOdds(x))) }

  /// `count` places between -1 and 1, and a label for each.
  static func sample(
    _ count: Int, using generator: inout some RandomNumberGenerator
  ) throws -> (x: [Double], labels: [Int]) {
    let x = (0..<count).map { _ in Double.random(in: -1...1, using: &generator) }
    return (x, try x.map { try Bernoulli(probability: probability($0)).sample(using: &generator) })
  }
}

/// The Legendre polynomials of degree 1 to `degree` at each place: the same functions as the powers of x, but columns
/// that are nearly uncorrelated, so that what follows is not about rounding.
func legendre(_ x: [Double], degree: Int) -> Matrix {
  Matrix(rowCount: x.count, columnCount: degree) { elements in
    for (i, x) in x.enumerated() {
      var (before, current) = (1.0, x)
      for n in 1...degree {
        elements[i * degree + n - 1] = current
        let k = Double(n)
        (before, current) = (current, ((2 * k + 1) * x * current - k * before) / (k + 1))
      }
    }
  }
}

/// Training and validation losses of polynomials of growing degree, over many training samples.
struct CapacityCurve {
  let degrees: [Int]
  /// One row a training sample, one column a degree, in nats a row.
  private(set) var training: [[Double]] = []
  private(set) var validation: [[Double]] = []

  init(
    degrees: [Int], penalty: CoefficientPenalty, trainings: [(x: [Double], labels: [Int])],
    validation held: (x: [Double], labels: [Int])
  ) throws {
    self.degrees = degrees
    let largest = degrees.max() ?? 1
    let heldFeatures = legendre(held.x, degree: largest)
    for sample in trainings {
      let features = legendre(sample.x, degree: largest)
      let losses = try degrees.map { degree in
        let columns = 0..<degree
        let training = BinarySample(features: features.selectingColumns(columns), labels: sample.labels)
        let model = try LogisticRegression(penalty: penalty).fit(training)
        let held = BinarySample(features: heldFeatures.selectingColumns(columns), labels: held.labels)
        return (try model.loss(of: training), try model.loss(of: held))
      }
      training.append(losses.map(\.0))
      validation.append(losses.map(\.1))
    }
  }

  var medianTraining: [Double] {
    get throws { try degrees.indices.map { k in try training.map { $0[k] }.median() } }
  }

  var medianValidation: [Double] {
    get throws { try degrees.indices.map { k in try validation.map { $0[k] }.median() } }
  }

  /// By how much one more column ever raised the training loss.
  var largestRise: Double {
    training.flatMap { losses in zip(losses, losses.dropFirst()).map { $1 - $0 } }.max() ?? .nan
  }
}

/// How often labels that are coin flips are told apart without an error by so many columns of noise.
struct CoinFlips {
  let separatedShare: Double

  init(rows: Int, columns: Int, repeats: Int, using generator: inout some RandomNumberGenerator) throws {
    let separated = try (0..<repeats).count { _ in
      let sample = BinarySample(
        features: .standardNormal(rowCount: rows, columnCount: columns, using: &generator),
        labels: try Bernoulli(probability: 0.5).samples(rows, using: &generator))
      // Hardly any penalty: where a hyperplane separates the labels, it is found.
      return try LogisticRegression(penalty: .l2(1e-6)).fit(sample).accuracy(on: sample) == 1
    }
    separatedShare = Double(separated) / Double(repeats)
  }
}
