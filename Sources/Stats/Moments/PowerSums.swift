/// Sums of powers of distances from an origin, and the ends of the values, in four lanes.
///
/// All of it but the higher powers fits the registers of every processor.
struct PowerSums {
  let origin: SIMD4<Double>
  private var first = SIMD4<Double>()
  private var second = SIMD4<Double>()
  private var third = SIMD4<Double>()
  private var fourth = SIMD4<Double>()
  private var lower = SIMD4<Double>(repeating: .infinity)
  private var upper = SIMD4<Double>(repeating: -.infinity)

  @inline(__always)
  init(origin: Double) {
    self.origin = SIMD4(repeating: origin)
  }

  @inline(__always)
  mutating func add(_ x: SIMD4<Double>, weight: SIMD4<Double>, upTo order: SampleMoments.Order) {
    let distance = x - origin
    // Each power is the one before times the distance, so that a weight of zero makes zeros of them all: its own square
    // might overflow, and zero times infinity is NaN.
    var power = weight * distance
    first += power
    power *= distance
    second += power
    if order == .fourth {
      power *= distance
      third += power
      power *= distance
      fourth += power
    }
    let isAbsent = weight .<= 0
    lower = lesser(x.replacing(with: lower, where: isAbsent), lower)
    upper = greater(x.replacing(with: upper, where: isAbsent), upper)
  }

  /// Takes in the sums of other values about the same origin.
  @inline(__always)
  mutating func add(_ other: PowerSums) {
    first += other.first
    second += other.second
    third += other.third
    fourth += other.fourth
    lower = lesser(other.lower, lower)
    upper = greater(other.upper, upper)
  }

  /// Σ w (x - o) and so on to the fourth power.
  var powers: SIMD4<Double> { SIMD4(first.sum(), second.sum(), third.sum(), fourth.sum()) }

  /// From the smallest to the largest value of positive weight; nil where there is none.
  var extent: ClosedRange<Double>? {
    let (least, greatest) = (lower.min(), upper.max())
    return least <= greatest ? least...greatest : nil
  }
}

/// The lesser number of each lane, the second where the first is NaN: one instruction of the processor for two lanes,
/// where `pointwiseMin` branches for the rules of NaN.
@inline(__always)
private func lesser(_ x: SIMD4<Double>, _ y: SIMD4<Double>) -> SIMD4<Double> {
  var result = y
  for lane in 0..<4 { result[lane] = x[lane] < y[lane] ? x[lane] : y[lane] }
  return result
}

/// The greater number of each lane, the second where the first is NaN.
@inline(__always)
private func greater(_ x: SIMD4<Double>, _ y: SIMD4<Double>) -> SIMD4<Double> {
  var result = y
  for lane in 0..<4 { result[lane] = x[lane] > y[lane] ? x[lane] : y[lane] }
  return result
}
