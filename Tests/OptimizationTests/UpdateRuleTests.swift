import Learning
import Optimization
import Testing

@Suite("Update rules")
struct UpdateRuleTests {
  /// x₀²/2 + 5 x₁².
  struct Bowl: DifferentiableFunction {
    let dimension = 2

    func value(at x: [Double], gradient: inout [Double]) -> Double {
      gradient = [x[0], 10 * x[1]]
      return 0.5 * x[0] * x[0] + 5 * x[1] * x[1]
    }
  }

  // From the papers' formulas in 30 digits, three steps of rate 1/20 from (1, -2):
  //
  //     from mpmath import mp, mpf, sqrt
  //     mp.dps = 30
  //     eta, eps, mu, b2 = mpf(1) / 20, mpf(10) ** -8, mpf('0.9'), mpf('0.999')
  //     for rule in 'plain momentum nesterov adaGrad rmsProp adam'.split():
  //         for a, x in ((mpf(1), mpf(1)), (mpf(10), mpf(-2))):
  //             v = s = mpf(0)
  //             for t in (1, 2, 3):
  //                 g = a * (x + mu * v if rule == 'nesterov' else x)
  //                 if rule == 'plain': x -= eta * g
  //                 if rule in ('momentum', 'nesterov'): v = mu * v - eta * g; x += v
  //                 if rule == 'adaGrad': s += g * g; x -= eta * g / (sqrt(s) + eps)
  //                 if rule == 'rmsProp': s = mu * s + (1 - mu) * g * g; x -= eta * g / (sqrt(s) + eps)
  //                 if rule == 'adam':
  //                     v = mu * v + (1 - mu) * g; s = b2 * s + (1 - b2) * g * g
  //                     x -= eta * v / (1 - mu ** t) / (sqrt(s / (1 - b2 ** t)) + eps)
  //             print(rule, mp.nstr(x + mu * v if rule == 'nesterov' else x, 18))
  @Test(
    "make the steps of the papers",
    arguments: [
      (UpdateRule.plain, [0.857375, -0.25]),
      (.momentum(), [0.731375, 1.46]),
      (.nesterov(), [0.631462625, 0.80975]),
      (.adaGrad, [0.887910758400737816, -1.88682166504301298]),
      (.rmsProp(), [0.654358942158387, -1.64192907415228865]),
      (.adam(), [0.850311697171705304, -1.85013692205789172]),
    ])
  func threeSteps(rule: UpdateRule, expected: [Double]) throws {
    let method = GradientDescent(
      step: .schedule(.constant(0.05), rule: rule), stopping: StoppingRule(iterationLimit: 3))
    let point = try method.minimize(Bowl(), from: [1, -2]).point
    for (x, y) in zip(point, expected) { #expect(abs(x - y) <= 1e-14) }
  }

  @Test("that remember nothing are the plain step")
  func withoutMemory() throws {
    func point(_ rule: UpdateRule) throws -> [Double] {
      try GradientDescent(
        step: .schedule(.constant(0.05), rule: rule), stopping: StoppingRule(iterationLimit: 5)
      ).minimize(Bowl(), from: [1, -2]).point
    }
    let plain = try point(.plain)
    for rule in [UpdateRule.momentum(0), .nesterov(0)] {
      for (x, y) in zip(try point(rule), plain) { #expect(abs(x - y) <= 1e-15) }
    }
  }

  @Test(
    "refuse to keep more than everything",
    arguments: [
      (UpdateRule.momentum(1), "momentum"), (.momentum(-0.1), "momentum"), (.nesterov(.nan), "momentum"),
      (.rmsProp(decay: 1), "decay"), (.adam(beta1: 1), "beta1"), (.adam(beta2: 1.5), "beta2"),
    ])
  func refusals(rule: UpdateRule, option: String) {
    let step = GradientDescent.StepRule.schedule(.constant(0.1), rule: rule)
    #expect(refusedOption { try GradientDescent(step: step).minimize(Bowl(), from: [1, 1]) } == option)
  }
}
