import Foundation
import LinearAlgebra
import Stats

/// What must be true of every likelihood: each function returns what is wrong, in words.
struct LikelihoodLaws<Function: LikelihoodFunction> {
  let likelihood: Function
  /// Points inside the domain, away from the maximum.
  let points: [[Double]]

  var violations: [String] {
    points.flatMap { scoreViolations(at: $0) + informationViolations(at: $0) } + maximumViolations + codingViolations
  }

  /// The score is the gradient of the log-likelihood.
  private func scoreViolations(at point: [Double]) -> [String] {
    let score = likelihood.score(at: point)
    return likelihood.parameters.indices.compactMap { index in
      let slope = derivative(at: point, index) { likelihood.logLikelihood(at: $0) }
      let tolerance = 1e-6 * max(1, abs(slope), magnitude(at: point) * 1e-3)
      return abs(score[index] - slope) <= tolerance
        ? nil : "score \(index) at \(point) is \(score[index]), the slope \(slope)"
    }
  }

  /// The observed information is minus the gradient of the score, and symmetric.
  private func informationViolations(at point: [Double]) -> [String] {
    let information = likelihood.observedInformation(at: point)
    return likelihood.parameters.indices.flatMap { i in
      likelihood.parameters.indices.compactMap { j in
        let slope = -derivative(at: point, j) { likelihood.score(at: $0)[i] }
        let scale = max(abs(slope), 1e-6 * information.diagonal.map(abs).reduce(0, max))
        guard abs(information[i, j] - slope) > 1e-5 * scale || information[i, j] != information[j, i]
        else { return nil }
        return "information \(i), \(j) at \(point) is \(information[i, j]), minus the score's slope \(slope)"
      }
    }
  }

  /// At the maximum the score is zero, and every point nearby is less likely.
  private var maximumViolations: [String] {
    do {
      let fit = try MaximumLikelihood(likelihood)
      guard fit.isInterior, let errors = fit.standardErrors() else {
        return ["the maximum is not inside: \(fit.report)"]
      }
      var found: [String] = []
      if !fit.report.hasConverged { found.append("the fit has not converged: \(fit.report)") }
      let score = likelihood.score(at: fit.estimates)
      for index in errors.indices {
        // The score in units of the log-likelihood: how much a step of one standard error would gain.
        if abs(score[index]) * errors[index] > 1e-6 { found.append("score \(index) at the maximum is \(score[index])") }
        for side in [-0.5, 0.5] {
          var neighbour = fit.estimates
          neighbour[index] += side * errors[index]
          if likelihood.logLikelihood(at: neighbour) >= fit.logLikelihood {
            found.append("\(neighbour) is as likely as the maximum, \(fit.estimates)")
          }
        }
      }
      return found
    } catch {
      return ["the maximum throws: \(error)"]
    }
  }

  private var codingViolations: [String] {
    do {
      let decoded = try JSONDecoder().decode(Function.self, from: JSONEncoder().encode(likelihood))
      return decoded == likelihood ? [] : ["decoding gives \(decoded), not \(likelihood)"]
    } catch {
      return ["coding throws: \(error)"]
    }
  }

  private func magnitude(at point: [Double]) -> Double { abs(likelihood.logLikelihood(at: point)) }

  /// A central difference of fourth order.
  private func derivative(at point: [Double], _ index: Int, _ function: ([Double]) -> Double) -> Double {
    let h = 1e-3 * max(abs(point[index]), 1e-3) * (likelihood.parameters[index].domain == .unitInterval ? 0.1 : 1)
    let values = [-2.0, -1, 1, 2].map { step in
      var moved = point
      moved[index] += step * h
      return function(moved)
    }
    return (values[0] - 8 * values[1] + 8 * values[2] - values[3]) / (12 * h)
  }
}

/// The expected information is the mean of the observed one over samples from the distribution.
///
/// - Returns: the largest distance of a mean from the expected value, in standard errors of the mean.
func expectedInformationError<Function: LikelihoodFunction>(
  at point: [Double], samples: Int, _ likelihood: (Int) throws -> Function
) rethrows -> Double {
  let likelihoods = try (0..<samples).map(likelihood)
  let expected = likelihoods[0].expectedInformation(at: point)
  let observed = likelihoods.map { $0.observedInformation(at: point) }
  var worst = 0.0
  for i in point.indices {
    for j in point.indices {
      let values = observed.map { $0[i, j] }
      let mean = values.reduce(0, +) / Double(samples)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(samples - 1)
      let error = (variance / Double(samples)).squareRoot() + 1e-10 * abs(expected[i, j])
      let distance = abs(mean - expected[i, j])
      worst = max(worst, distance == 0 ? 0 : distance / error)
    }
  }
  return worst
}
