/// A root of `function` between two points where its signs differ, to the last digits that a `Double` has there.
///
/// Brent's method: inverse quadratic or linear interpolation, halving where that fails.
///
/// Source: R. P. Brent, Algorithms for Minimization without Derivatives, Prentice-Hall, 1973, chapter 4.
package func root<Failure: Error>(
  of function: (Double) throws(Failure) -> Double, between first: Double, and second: Double
) throws(Failure) -> Double {
  var (a, b) = (first, second)
  var (fa, fb) = (try function(a), try function(b))
  var (c, fc) = (a, fa)
  var (step, previous) = (b - a, b - a)
  for _ in 0..<200 {
    if (fb > 0) == (fc > 0) { (c, fc, step, previous) = (a, fa, b - a, b - a) }
    if abs(fc) < abs(fb) { (a, b, c, fa, fb, fc) = (b, c, b, fb, fc, fb) }
    let tolerance = 2 * Double.ulpOfOne * abs(b) + .leastNormalMagnitude
    let half = (c - b) / 2
    if abs(half) <= tolerance || fb == 0 { return b }
    let interpolated = interpolation(a, fa, b, fb, c, fc)
    if abs(previous) >= tolerance, abs(fa) > abs(fb), abs(2 * interpolated) < min(abs(3 * half), abs(previous)),
      interpolated * half > 0
    {
      (previous, step) = (step, interpolated)
    } else {
      (previous, step) = (half, half)
    }
    (a, fa) = (b, fb)
    b += abs(step) > tolerance ? step : (half > 0 ? tolerance : -tolerance)
    fb = try function(b)
  }
  return b
}

/// The step from b to the root of the line, or the inverse parabola, through the points.
private func interpolation(
  _ a: Double, _ fa: Double, _ b: Double, _ fb: Double, _ c: Double, _ fc: Double
) -> Double {
  let s = fb / fa
  if a == c { return (c - b) * s / (s - 1) }
  let (q, r) = (fa / fc, fb / fc)
  let p = s * ((c - b) * q * (q - r) - (b - a) * (r - 1))
  return p / -((q - 1) * (r - 1) * (s - 1))
}
