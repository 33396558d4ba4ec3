package import Learning

extension LBFGS {
  /// Minimises functions that are evaluated together: every course proposes a point, one evaluation is made of all, and
  /// courses that have ended drop out.
  ///
  /// - Parameters:
  ///   - starts: a point for each function, where it is finite.
  ///   - preconditioners: for each function what solves A x = v, where A is symmetric, positive definite and near its
  ///     Hessian.
  /// - Throws: `.invalidOption`, `.cancelled`.
  package func minimize(
    _ family: some FunctionFamily, from starts: [[Double]], preconditioners: [([Double]) -> [Double]]
  ) throws(LearningError) -> [Minimum] {
    precondition(
      starts.count == family.count && preconditioners.count == family.count,
      "\(family.count) functions need as many starts and preconditioners, not \(starts.count) and "
        + "\(preconditioners.count)")
    try requireCount(memory, "memory")
    var courses: [LBFGSCourse] = []
    for (function, first) in family.evaluate(Array(starts.indices), at: starts).enumerated() {
      courses.append(
        try LBFGSCourse(
          from: Evaluation(point: starts[function], value: first.value, gradient: first.gradient),
          gradientScale: family.gradientScale(of: function), preconditioner: preconditioners[function],
          memory: memory, stopping: stopping))
    }
    var pass = 1
    while true {
      let asking = courses.indices.filter { courses[$0].candidate != nil }
      try Monitor.poll(
        Monitor.Progress(
          stage: "preconditioned L-BFGS, \(asking.count) of \(courses.count) together", iteration: pass))
      guard !asking.isEmpty else { return courses.map(\.minimum) }
      let points = asking.compactMap { courses[$0].candidate }
      for (function, found) in zip(asking, family.evaluate(asking, at: points)) {
        courses[function].take(value: found.value, gradient: found.gradient)
      }
      pass += 1
    }
  }
}
