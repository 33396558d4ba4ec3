internal import Learning
internal import RealModule

/// What an M-estimator charges for a residual, in units of the scale.
///
/// The defaults of the constants give 95 % of the mean's efficiency where the sample is normal: a standard error 2.6 %
/// above the smallest possible, as the price for resisting outliers.
public enum RobustLoss: Hashable, Sendable, Codable {
  /// Huber's: r²/2 up to k, then k |r| - k²/2. Outliers pull, but no harder than a value k scales away; the estimate is
  /// unique.
  ///
  /// Source: P. J. Huber, Robust estimation of a location parameter, Annals of Mathematical Statistics 35(1), 1964,
  /// doi:10.1214/aoms/1177703732.
  case huber(k: Double = 1.345)
  /// Tukey's biweight: c²/6 (1 - (1 - (r/c)²)³) up to c, then c²/6. Values more than c scales away do not pull at all.
  /// There may be several minima; the one that iteration from the median comes to is taken.
  ///
  /// Source: A. E. Beaton and J. W. Tukey, The fitting of power series, meaning polynomials, illustrated on
  /// band-spectroscopic data, Technometrics 16(2), 1974, doi:10.1080/00401706.1974.10489171.
  case tukeyBiweight(c: Double = 4.685)
  /// ν/2 log(1 + r²/ν): with a scale that is known, the estimate is the maximum likelihood estimate of the location of
  /// Student's t with ν degrees of freedom. Outliers pull the less the further they are, but always a little; there may
  /// be several minima, as for the biweight.
  case studentT(degreesOfFreedom: Double)
}

extension RobustLoss {
  /// ρ(r).
  public func value(_ residual: Double) -> Double {
    switch self {
    case .huber(let k):
      let size = abs(residual)
      return size <= k ? size * size / 2 : k * (size - k / 2)
    case .tukeyBiweight(let c):
      let u = residual / c
      let rest = max(0, 1 - u * u)
      return c * c / 6 * (1 - rest * rest * rest)
    case .studentT(let freedom): return freedom / 2 * .log(onePlus: residual * residual / freedom)
    }
  }

  /// ψ(r) = ρ'(r), which the influence of a value is proportional to.
  public func influence(_ residual: Double) -> Double {
    switch self {
    case .huber(let k): min(max(residual, -k), k)
    case .tukeyBiweight(let c): abs(residual) < c ? residual * weight(residual) : 0
    case .studentT: residual.isInfinite ? 0 : residual * weight(residual)
    }
  }

  /// ψ'(r), where it exists; that of the inside at the corners of Huber's.
  public func influenceSlope(_ residual: Double) -> Double {
    switch self {
    case .huber(let k): return abs(residual) <= k ? 1 : 0
    case .tukeyBiweight(let c):
      let square = residual / c * (residual / c)
      return square < 1 ? (1 - square) * (1 - 5 * square) : 0
    case .studentT:
      // (1 - r²/ν) / (1 + r²/ν)², without squares that overflow.
      let weight = weight(residual)
      return weight * (2 * weight - 1)
    }
  }

  /// ψ(r) / r: 1 at the centre, less for values further out.
  public func weight(_ residual: Double) -> Double {
    switch self {
    case .huber(let k): return abs(residual) <= k ? 1 : k / abs(residual)
    case .tukeyBiweight(let c):
      let u = residual / c
      let rest = max(0, 1 - u * u)
      return rest * rest
    case .studentT(let freedom): return 1 / (1 + residual * residual / freedom)
    }
  }

  /// k, c or ν.
  var constant: Double {
    switch self {
    case .huber(let k): k
    case .tukeyBiweight(let c): c
    case .studentT(let freedom): freedom
    }
  }

  /// Checks the constant.
  func requireValid() throws(LearningError) {
    guard constant > 0, constant.isFinite else {
      throw .invalidOption(name: "loss", value: "\(self)", allowed: "one whose constant is a finite number above zero")
    }
  }

  /// The residual at which ψ has a corner, and at minus which; nil where it has none.
  var corner: Double? {
    switch self {
    case .huber(let k): k
    case .tukeyBiweight(let c): c
    case .studentT: nil
    }
  }

  /// The largest |ψ|.
  var largestInfluence: Double {
    switch self {
    case .huber(let k): k
    // At r = c / √5.
    case .tukeyBiweight(let c): c * 16 / (25 * 5.0.squareRoot())
    // At r = √ν.
    case .studentT(let freedom): freedom.squareRoot() / 2
    }
  }

  /// E ψ²(Z), Z standard normal, of Huber's loss with constant k.
  static func huberSecondMoment(_ k: Double) -> Double {
    let tail = Normal.standard.survival(k)
    return 1 - 2 * tail + 2 * k * (k * tail - Normal.standard.density(k))
  }
}
