public import Learning
public import LinearAlgebra
internal import RealModule

extension StudentT: LikelihoodFamily {
  /// The likelihood of a sample from a Student t distribution with location and scale, its degrees of freedom estimated
  /// or given.
  ///
  ///     l(μ, σ, ν) = n (log Γ((ν + 1)/2) - log Γ(ν/2) - log(νπ)/2 - log σ) - (ν + 1)/2 Σ log(1 + z²/ν)
  ///     z = (x - μ) / σ
  ///
  /// The search for the maximum is in StudentT+Maximum.swift.
  public struct Likelihood: ContinuousLikelihood {
    public enum Parameter: String, LikelihoodParameter {
      case location, scale
      case degreesOfFreedom = "degrees of freedom"

      public var domain: ParameterDomain { self == .location ? .real : .positive }
    }

    /// Where the degrees of freedom come from.
    public enum DegreesOfFreedom: Hashable, Sendable, Codable {
      /// From the sample; it takes hundreds of observations to tell 5 from 10.
      case estimated
      /// Given, above zero: 4 is a common choice where a fit need only be robust.
      case fixed(Double)
    }

    let sample: WeightedObservations
    /// The value of the largest weight, the smallest of several, and that weight.
    let tie: WeightedObservations.Tie
    public let degreesOfFreedom: DegreesOfFreedom

    /// The likelihood with degrees of freedom to be estimated.
    public init(_ observations: some Collection<Double>, weights: [Double]?) throws(LearningError) {
      try self.init(observations, weights: weights, degreesOfFreedom: .estimated)
    }

    /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` for degrees of freedom that are no finite number
    ///   above zero, and as every likelihood of real observations.
    public init(
      _ observations: some Collection<Double>, weights: [Double]? = nil, degreesOfFreedom: DegreesOfFreedom
    ) throws(LearningError) {
      if case .fixed(let value) = degreesOfFreedom, !(value > 0 && value.isFinite) {
        throw .invalidOption(
          name: "degreesOfFreedom", value: "\(value)", allowed: "a finite number above zero; for infinity take Normal")
      }
      sample = try WeightedObservations(observations, weights: weights, of: StudentT.self)
      tie = sample.heaviestTie
      self.degreesOfFreedom = degreesOfFreedom
    }

    /// The location and the scale, and the degrees of freedom where they are estimated.
    public var parameters: [Parameter] {
      degreesOfFreedom == .estimated ? [.location, .scale, .degreesOfFreedom] : [.location, .scale]
    }

    public var sampleSize: Double { sample.totalWeight }

    /// The degrees of freedom at a point: its own, or those given.
    func degreesOfFreedom(at point: [Double]) -> Double {
      switch degreesOfFreedom {
      case .estimated: point[2]
      case .fixed(let value): value
      }
    }

    /// At infinite degrees of freedom the normal distribution's. At scale 0 infinite where so many observations equal
    /// the location that the likelihood has no bound; see ``maximum()``.
    public func logLikelihood(at point: [Double]) -> Double {
      let (location, scale, nu) = (point[0], point[1], degreesOfFreedom(at: point))
      guard scale >= 0, nu >= 0 else { return -.infinity }
      guard scale > 0 else {
        let tied = sample.sum { $0 == location ? 1 : 0 }
        return tied > nu * (sampleSize - tied) ? .infinity : -.infinity
      }
      guard nu > 0 else { return -.infinity }
      let constant = nu < .infinity
        ? .logGammaIncrement(nu / 2, by: 0.5) - 0.5 * (.log(nu) + .log(.pi)) : -Normal.logRootTwoPi
      let distances = sample.sum { x in
        let z = (x - location) / scale
        return nu < .infinity ? (nu + 1) * .log(onePlus: z * z / nu) : z * z
      }
      return sampleSize * (constant - .log(scale)) - distances / 2
    }

    public func score(at point: [Double]) -> [Double] {
      let (location, scale, nu) = (point[0], point[1], degreesOfFreedom(at: point))
      var (ofLocation, ofScale, ofNu) = (0.0, 0.0, 0.0)
      sample.forEach { x, weight in
        let z = (x - location) / scale
        let total = nu + z * z
        let share = z * z / total
        ofLocation += weight * (nu + 1) * z / total
        ofScale += weight * ((nu + 1) * share - 1)
        // log(1 + z²/ν) - share: nearly the same for large ν, where share is small.
        let rest = share < 0.5 ? .remainderOfLog(onePlus: -share) : .log(onePlus: z * z / nu) - share
        ofNu += weight * (share / nu - rest)
      }
      let gradient = [ofLocation / scale, ofScale / scale]
      return degreesOfFreedom == .estimated ? gradient + [(sampleSize * Self.constantSlope(nu) + ofNu) / 2] : gradient
    }

    /// Twice the derivative of log Γ((ν + 1)/2) - log Γ(ν/2) - log(ν)/2.
    private static func constantSlope(_ nu: Double) -> Double {
      .digammaRemainder(nu / 2) - .digammaRemainder((nu + 1) / 2) - .remainderOfLog(onePlus: 1 / nu)
    }

    /// A quarter of ψ'(ν/2) - ψ'((ν + 1)/2), less 1 / (2ν (ν + 1)), which is most of it.
    private static func trigammaDecrease(_ nu: Double) -> Double {
      (.trigammaRemainder(nu / 2) - .trigammaRemainder((nu + 1) / 2)) / 4
    }

    public func observedInformation(at point: [Double]) -> Matrix {
      let (location, scale, nu) = (point[0], point[1], degreesOfFreedom(at: point))
      var information = Matrix.zeros(3, 3)
      sample.forEach { x, weight in
        let z = (x - location) / scale
        let square = z * z
        let total = nu + square
        let pull = weight * (nu + 1) / total
        let share = square / total
        information[0, 0] += pull * (nu / total - share)
        information[1, 0] += pull * z * 2 * (nu / total)
        information[1, 1] += pull * square * (1 + 2 * (nu / total)) - weight
        information[2, 0] -= weight * z / total * (share - 1 / total)
        information[2, 1] -= weight * share * (share - 1 / total)
        information[2, 2] += weight * share * (2 / total + share / nu - share) / (2 * nu)
      }
      let ofConstant = Self.trigammaDecrease(nu) - 1 / (2 * nu * nu * (nu + 1))
      information[2, 2] += sampleSize * ofConstant
      return finished(information, scale: scale)
    }

    /// n times (ν + 1) / ((ν + 3) σ²) and 2ν / ((ν + 3) σ²) on the diagonal, -2 / ((ν + 1) (ν + 3) σ) between scale and
    /// degrees of freedom, and the latter's own, (ψ'(ν/2) - ψ'((ν + 1)/2)) / 4 - (ν + 5) / (2ν (ν + 1) (ν + 3)).
    ///
    /// Source: K. L. Lange, R. J. A. Little and J. M. G. Taylor, Robust statistical modeling using the t distribution,
    /// JASA 84(408), 1989, doi:10.1080/01621459.1989.10478852, appendix B.
    public func expectedInformation(at point: [Double]) -> Matrix {
      let nu = degreesOfFreedom(at: point)
      var information = Matrix.zeros(3, 3)
      information[0, 0] = sampleSize * (nu + 1) / (nu + 3)
      information[1, 1] = sampleSize * 2 * nu / (nu + 3)
      information[2, 1] = -sampleSize * 2 / ((nu + 1) * (nu + 3))
      information[2, 2] = sampleSize * (Self.trigammaDecrease(nu) - 1 / (nu * (nu + 1) * (nu + 3)))
      return finished(information, scale: point[1])
    }

    /// The matrix whose lower triangle is that of the standard location and scale, for this scale, without the degrees
    /// of freedom where they are given.
    private func finished(_ lower: Matrix, scale: Double) -> Matrix {
      let count = parameters.count
      var information = Matrix.zeros(count, count)
      for i in 0..<count {
        for j in 0...i {
          let element = lower[i, j] / (i < 2 ? scale : 1) / (j < 2 ? scale : 1)
          information[i, j] = element
          information[j, i] = element
        }
      }
      return information
    }

    /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` where there is none, as for
    ///   infinite degrees of freedom, of which the distribution is ``Normal``.
    public func distribution(at point: [Double]) throws(LearningError) -> StudentT {
      try StudentT(degreesOfFreedom: degreesOfFreedom(at: point), location: point[0], scale: point[1])
    }
  }

  /// The distribution of this family under which the observations are most likely, with degrees of freedom as given.
  ///
  ///     let robust = try StudentT.fit(heights, degreesOfFreedom: .fixed(4))
  ///
  /// - Parameters:
  ///   - observations: finite numbers.
  ///   - weights: one for each observation, zero or positive, as if one of weight 3 stood there three times; nil for
  ///     ones.
  ///   - degreesOfFreedom: estimated, or a finite number above zero.
  /// - Throws: as ``fit(_:weights:)``, and ``LearningError/invalidOption(name:value:allowed:)``.
  public static func fit(
    _ observations: some Collection<Double>, weights: [Double]? = nil,
    degreesOfFreedom: Likelihood.DegreesOfFreedom
  ) throws(LearningError) -> MaximumLikelihood<Likelihood> {
    try MaximumLikelihood(Likelihood(observations, weights: weights, degreesOfFreedom: degreesOfFreedom))
  }
}
