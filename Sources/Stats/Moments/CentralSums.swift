/// The weight of a sample, its mean, and its sums of powers of distances from the mean.
struct CentralSums: Sendable, Hashable, Codable {
  var weight = 0.0
  /// The mean is the sum of the two: the tail holds the digits that the first has no room for, so that a mean far from
  /// zero does not blur the distances of what is still to come.
  var mean = 0.0, meanTail = 0.0
  /// Σ w (x - m)², Σ w (x - m)³ and Σ w (x - m)⁴; the last two stay zero where the order is the second.
  var squares = 0.0, cubes = 0.0, fourths = 0.0
}

extension CentralSums {
  /// The sums of one value.
  init(_ x: Double, weight: Double) {
    self.weight = weight
    mean = x
  }

  /// The sums about the mean from those about an origin that is nearly the mean.
  ///
  /// - Parameter powers: Σ w (x - o), Σ w (x - o)², Σ w (x - o)³ and Σ w (x - o)⁴.
  init(weight: Double, origin: Double, powers: SIMD4<Double>, upTo order: SampleMoments.Order) {
    self.weight = weight
    let shift = powers[0] / weight
    (mean, meanTail) = sumAndTail(origin, shift)
    squares = notNegative(powers[1] - shift * powers[0])
    guard order == .fourth else { return }
    cubes = powers[2] - shift * (3 * powers[1] - 2 * shift * powers[0])
    fourths = notNegative(
      powers[3] - shift * (4 * powers[2] - shift * (6 * powers[1] - 3 * shift * powers[0])))
  }

  /// Whether nothing overflowed.
  var isFinite: Bool {
    weight.isFinite && mean.isFinite && squares.isFinite && cubes.isFinite && fourths.isFinite
  }

  /// Takes in the sums of other values.
  ///
  /// Source: P. Pébay, Formulas for robust, one-pass parallel computation of covariances and arbitrary-order
  /// statistical moments, Sandia report SAND2008-6212, 2008, doi:10.2172/1028931.
  mutating func merge(_ other: CentralSums, upTo order: SampleMoments.Order) {
    guard weight > 0, other.weight > 0 else {
      if other.weight > 0 { self = other }
      if order == .second { (cubes, fourths) = (0, 0) }
      return
    }
    let total = weight + other.weight
    let (a, b) = (weight / total, other.weight / total)
    let delta = (other.mean - mean) + (other.meanTail - meanTail)
    let square = delta * delta
    // Σ w of the squares of the distances between the two means and the mean of all.
    let between = square * weight * b
    switch order {
    case .second: (cubes, fourths) = (0, 0)
    case .fourth:
      fourths += other.fourths + square * between * (a * a - a * b + b * b)
      fourths += 6 * square * (a * a * other.squares + b * b * squares)
      fourths += 4 * delta * (a * other.cubes - b * cubes)
      cubes += other.cubes + delta * between * (a - b)
      cubes += 3 * delta * (a * other.squares - b * squares)
    }
    squares += other.squares + between
    (mean, meanTail) = sumAndTail(mean, meanTail + delta * b)
    weight = total
  }
}

/// a + b, and what rounding took from it (D. Knuth, The Art of Computer Programming, volume 2, section 4.2.2).
private func sumAndTail(_ a: Double, _ b: Double) -> (sum: Double, tail: Double) {
  let sum = a + b
  let rest = sum - a
  return (sum, (a - (sum - rest)) + (b - rest))
}

/// What rounding made negative becomes zero; an overflow's NaN stays, which `max` would turn into zero.
private func notNegative(_ x: Double) -> Double { x < 0 ? 0 : x }
