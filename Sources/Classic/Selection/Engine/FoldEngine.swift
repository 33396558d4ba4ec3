import Learning
import LinearAlgebra
internal import Synchronization

/// Fits each of some configurations in each fold, and scores it on the rows that it has not seen.
struct FoldEngine<Task: SelectionTask, Measure: Metric> where Measure.Judged == Task.Judged {
  let task: Task
  let plan: FoldPlan
  let metrics: [Measure]
  let scoresTraining: Bool
  /// What the monitor hears that is being done.
  let stage: String

  /// What is kept of the runs of each configuration in each fold, or why there is none. Folds and configurations are
  /// taken in parallel; in a fold every configuration starts with the same generator, so that what one draws does not
  /// depend on the others.
  ///
  /// - Throws: `.cancelled`.
  func run<Kept: Sendable>(
    _ configurations: [Task.Configuration], generators: [SeededGenerator],
    keeping keep: @Sendable (FoldRun<Task>) -> Kept
  ) throws(LearningError) -> [[Result<Kept, LearningError>]] {
    let (foldCount, count) = (plan.parts.count, configurations.count)
    let total = foldCount * count
    try Monitor.poll(Monitor.Progress(stage: stage, iteration: 0, iterationLimit: total))
    let together = try fitTogether(configurations)
    let doneCount = Atomic(0)
    // Configurations whose fits are there already are scored several at a time, for one copy of the rows.
    let blockLength = together == nil ? 1 : 5
    let blockCount = (count + blockLength - 1) / blockLength
    let blocks = try monitoredParallelMap(foldCount * blockCount) { index throws(LearningError) in
      let (fold, block) = index.quotientAndRemainder(dividingBy: blockCount)
      let test = task.part(plan.parts[fold].test)
      let training = scoresTraining ? task.part(plan.parts[fold].training) : nil
      var results: [Result<Kept, LearningError>] = []
      for place in block * blockLength..<min(count, (block + 1) * blockLength) {
        var generator = generators[fold]
        do throws(LearningError) {
          let fit =
            if let together { together[fold][place] } else {
              try fit(configurations[place], fold: fold, using: &generator)
            }
          results.append(.success(keep(try score(fit, on: test, training, fold: fold))))
        } catch .cancelled {
          throw .cancelled
        } catch {
          results.append(.failure(error))
        }
        let done = doneCount.wrappingAdd(1, ordering: .relaxed).newValue
        try Monitor.poll(Monitor.Progress(stage: stage, iteration: done, iterationLimit: total))
      }
      return results
    }
    return (0..<count).map { place in
      (0..<foldCount).map { blocks[$0 * blockCount + place / blockLength][place % blockLength] }
    }
  }

  private typealias Fit = (model: Task.Model, duration: Duration)

  /// The fits of each fold, one for each configuration, where they cost less together; nil where not, and where they
  /// fail together, so that each one's own failure can be told.
  private func fitTogether(_ configurations: [Task.Configuration]) throws(LearningError) -> [[Fit]]? {
    guard !plan.repeatsRows, configurations.allSatisfy({ $0.traits.contains(.deterministic) }) else { return nil }
    let clock = ContinuousClock()
    let start = clock.now
    do throws(LearningError) {
      guard let models = try task.fitTogether(configurations, to: plan.parts.map(\.training)) else { return nil }
      precondition(
        models.count == plan.parts.count && models.allSatisfy { $0.count == configurations.count },
        "Fits together gave \(models.map(\.count)) models for \(plan.parts.count) parts "
          + "and \(configurations.count) configurations")
      let share = (clock.now - start) / max(1, models.count * configurations.count)
      return models.map { $0.map { ($0, share) } }
    } catch .cancelled {
      throw .cancelled
    } catch {
      return nil
    }
  }

  private func fit(
    _ configuration: Task.Configuration, fold: Int, using generator: inout SeededGenerator
  ) throws(LearningError) -> Fit {
    let clock = ContinuousClock()
    let start = clock.now
    let model = try locating(plan.splits[fold].training, fold) { () throws(LearningError) in
      try task.fit(configuration, to: plan.parts[fold].training, using: &generator)
    }
    return (model, clock.now - start)
  }

  /// - Parameter training: nil where its scores are not asked for.
  private func score(
    _ fit: Fit, on test: Task.Part, _ training: Task.Part?, fold: Int
  ) throws(LearningError) -> FoldRun<Task> {
    let split = plan.splits[fold]
    let clock = ContinuousClock()
    let start = clock.now
    let predictions = try locating(split.test, fold) { () throws(LearningError) in
      try task.predictions(of: fit.model, on: test)
    }
    let predictionDuration = clock.now - start
    let scores = try locating(split.test, fold) { () throws(LearningError) in try values(of: predictions) }
    var trainingScores: [Double]?
    if let training {
      trainingScores = try locating(split.training, fold) { () throws(LearningError) in
        try values(of: task.predictions(of: fit.model, on: training))
      }
    }
    return FoldRun(
      fold: fold, model: fit.model, predictions: predictions, scores: scores, trainingScores: trainingScores,
      fitDuration: fit.duration, predictionDuration: predictionDuration)
  }

  private func values(of predictions: Task.Judged) throws(LearningError) -> [Double] {
    var values: [Double] = []
    for metric in metrics { values.append(try metric.definedValue(of: predictions)) }
    return values
  }

  /// Runs what may fail on the given rows of the whole sample.
  private func locating<Result>(
    _ rows: [Int], _ fold: Int, _ body: () throws(LearningError) -> Result
  ) throws(LearningError) -> Result {
    do { return try body() } catch { throw error.located(in: rows).inFold(fold, of: plan.parts.count) }
  }
}

extension Metric {
  /// - Throws: what the measure throws, `.undefined` where it gives NaN, which can be neither averaged nor compared.
  func definedValue(of predictions: Judged) throws(LearningError) -> Double {
    let value = try value(of: predictions)
    guard !value.isNaN else { throw .undefined(name, reason: "it is NaN for these predictions") }
    return value
  }
}
