public import Learning
public import LinearAlgebra

extension ClassifierPipeline {
  /// Where all configurations have equal steps, as in a search over the classifier's options: the step is fitted once
  /// for each part, and the classifiers together where they share something themselves. Nil where the steps differ or
  /// cannot be compared, and where a part draws random numbers.
  public static func fitTogether(
    _ configurations: [Self], _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?,
    trainingParts: [[Int]]
  ) throws(LearningError) -> [[Core]]? {
    guard let step = sharedStep(of: configurations) else { return nil }
    let finals = configurations.map(\.final)
    return try monitoredParallelMap(trainingParts.count) { part throws(LearningError) in
      let rows = trainingParts[part]
      let counted = weights.map { weights in rows.filter { weights[$0] > 0 } } ?? rows
      do throws(LearningError) {
        return try fit(
          step, finals, x.selectingRows(counted), classIndices: counted.map { classIndices[$0] },
          classCount: classCount, weights: weights.map { weights in counted.map { weights[$0] } })
      } catch {
        throw error.located(in: counted)
      }
    }
  }

  private static func sharedStep(of configurations: [Self]) -> Step? {
    guard configurations.count > 1, configurations.allSatisfy({ $0.traits.contains(.deterministic) }),
      let first = configurations[0].step as? AnyHashable,
      configurations.allSatisfy({ $0.step as? AnyHashable == first })
    else { return nil }
    return configurations[0].step
  }

  /// The cores of one part for each of the classifiers.
  private static func fit(
    _ step: Step, _ finals: [Final], _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?
  ) throws(LearningError) -> [Core] {
    // Never asked: all parts are deterministic.
    var generator = SystemRandomNumberGenerator()
    let step = try step.fit(
      x, classIndices: classIndices, classCount: classCount, weights: weights, using: &generator)
    let features = try step.transform(x)
    do {
      let together = try Final.fitTogether(
        finals, features, classIndices: classIndices, classCount: classCount, weights: weights,
        trainingParts: [Array(0..<features.rowCount)])
      if let cores = together?.first { return cores.map { Self.core(step, $0) } }
      var cores: [Core] = []
      for final in finals {
        let core = try final.fit(
          features, classIndices: classIndices, classCount: classCount, weights: weights, using: &generator)
        cores.append(Self.core(step, core))
      }
      return cores
    } catch {
      throw error.traced(through: step, to: x)
    }
  }
}
