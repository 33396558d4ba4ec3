/// Finds a step that lowers a function enough and flattens it enough, the strong conditions of Wolfe:
///
///     f(x + αp) ≤ f(x) + c₁ α fʹ(x)    |fʹ(x + αp)| ≤ c₂ |fʹ(x)|
///
/// Near a minimum, where what is left to gain is below the rounding of the values, the first condition is put in terms
/// of slopes (Hager and Zhang), so that methods can go on to gradients of a millionth of what values could tell.
///
/// Source: J. Nocedal and S. J. Wright, Numerical Optimization, 2nd edition, Springer, 2006, algorithms 3.5 and 3.6;
/// W. W. Hager and H. Zhang, A new conjugate gradient method with guaranteed descent and an efficient line search, SIAM
/// J. Optim. 16(1), 2005, doi:10.1137/030601880.
struct StrongWolfeLineSearch: LineSearch {
  /// c₁ and c₂.
  var sufficientDecrease = 1e-4
  var curvature = 0.9
  var evaluationLimit = 40

  /// A point that meets the conditions, or the lowest that was found if none does; nil where no point is below the
  /// start.
  func run<Function>(_ line: inout Line<Function>, from start: LinePoint, firstStep: Double) -> LinePoint? {
    var search = Search(options: self, start: start)
    var (previous, step) = (start, firstStep)
    while line.evaluations < evaluationLimit {
      let point = line.point(at: step)
      search.record(point)
      if !point.isFinite {
        // Outside the domain: back towards where the function was finite.
        step = (previous.step + step) / 2
        if step <= previous.step * (1 + .ulpOfOne) { break }
        continue
      }
      if !search.decreasesEnough(point) || (previous.step > 0 && point.value >= previous.value + search.noise) {
        return search.zoom(&line, low: previous, high: point)
      }
      if search.isFlatEnough(point) { return point }
      if point.slope >= 0 { return search.zoom(&line, low: point, high: previous) }
      (previous, step) = (point, extrapolated(from: previous, to: point))
    }
    return search.best
  }

  /// The next step outwards: where a cubic through both points has its minimum, within 2 to 10 times the last.
  private func extrapolated(from previous: LinePoint, to point: LinePoint) -> Double {
    let cubic = cubicMinimum(previous, point) ?? .infinity
    return min(max(cubic, 2 * point.step), 10 * point.step)
  }
}

/// What a search remembers.
private struct Search {
  let options: StrongWolfeLineSearch
  let start: LinePoint
  private let decrease: SufficientDecrease
  private(set) var best: LinePoint?

  init(options: StrongWolfeLineSearch, start: LinePoint) {
    self.options = options
    self.start = start
    decrease = SufficientDecrease(from: start, share: options.sufficientDecrease)
  }

  var noise: Double { decrease.noise }

  mutating func record(_ point: LinePoint) {
    guard point.isFinite, point.value <= start.value + noise else { return }
    if let best, (best.value, abs(best.slope)) <= (point.value, abs(point.slope)) { return }
    if best == nil, point.value >= start.value, abs(point.slope) >= abs(start.slope) { return }
    best = point
  }

  func decreasesEnough(_ point: LinePoint) -> Bool { decrease.isMet(by: point) }

  func isFlatEnough(_ point: LinePoint) -> Bool { abs(point.slope) <= options.curvature * abs(start.slope) }

  /// Narrows an interval that holds a point meeting the conditions, `low` being its better end.
  mutating func zoom<Function>(_ line: inout Line<Function>, low: LinePoint, high: LinePoint) -> LinePoint? {
    var (low, high) = (low, high)
    while line.evaluations < options.evaluationLimit {
      let width = high.step - low.step
      guard abs(width) > 4 * Double.ulpOfOne * max(low.step, high.step) else { break }
      let point = line.point(at: inside(low, high))
      record(point)
      if !point.isFinite || !decreasesEnough(point) || point.value > low.value + noise {
        high = point
      } else {
        if isFlatEnough(point) { return point }
        if point.slope * width >= 0 { high = low }
        low = point
      }
    }
    return best
  }

  /// The minimum of the cubic through both ends, kept a tenth of the interval away from them.
  private func inside(_ low: LinePoint, _ high: LinePoint) -> Double {
    let width = high.step - low.step
    guard high.isFinite else { return low.step + width / 2 }
    // Values that differ by rounding say nothing of where the minimum is; slopes do.
    let guess = abs(high.value - low.value) <= noise ? secantRoot(low, high) : cubicMinimum(low, high)
    let share = ((guess ?? .nan) - low.step) / width
    return low.step + (share.isFinite ? min(max(share, 0.1), 0.9) : 0.5) * width
  }
}

/// Where the line through the slopes of two points is zero.
private func secantRoot(_ a: LinePoint, _ b: LinePoint) -> Double? {
  let step = a.step - a.slope * (b.step - a.step) / (b.slope - a.slope)
  return step.isFinite ? step : nil
}

/// Where the cubic with the values and slopes of two points has its minimum; nil where it has none.
private func cubicMinimum(_ a: LinePoint, _ b: LinePoint) -> Double? {
  let width = b.step - a.step
  let middle = a.slope + b.slope - 3 * (a.value - b.value) / (a.step - b.step)
  let discriminant = middle * middle - a.slope * b.slope
  guard discriminant >= 0 else { return nil }
  let root = width > 0 ? discriminant.squareRoot() : -discriminant.squareRoot()
  let step = b.step - width * (b.slope + root - middle) / (b.slope - a.slope + 2 * root)
  return step.isFinite ? step : nil
}
