import Foundation
import Learning
import LinearAlgebra

/// A fitted model of any kind, as the laws see it.
package struct LawModel {
  /// One way to ask the model about samples.
  package struct Question {
    package let name: String
    package let ask: (Matrix) throws(LearningError) -> Answer

    package init(_ name: String, _ ask: @escaping (Matrix) throws(LearningError) -> Answer) {
      self.name = name
      self.ask = ask
    }
  }

  let featureCount: Int
  /// The columns of the numbers that it gives.
  let outputCount: Int
  let report: FitReport
  let questions: [Question]
  /// The model as JSON, keys in order: equal models give equal bytes.
  let encoded: () throws -> Data
  let decoded: (Data) throws -> LawModel

  package init<Model: FittedModel & Codable>(
    _ model: Model, outputCount: @escaping (Model) -> Int, questions: @escaping (Model) -> [Question]
  ) {
    featureCount = model.featureCount
    self.outputCount = outputCount(model)
    report = model.report
    self.questions = questions(model)
    encoded = {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      return try encoder.encode(model)
    }
    decoded = { data in
      LawModel(
        try JSONDecoder().decode(Model.self, from: data), outputCount: outputCount, questions: questions)
    }
  }

  /// The answers to all questions, with the questions' names.
  func answers(for x: Matrix) throws(LearningError) -> [(name: String, answer: Answer)] {
    var answers: [(name: String, answer: Answer)] = []
    for question in questions { answers.append((question.name, try question.ask(x))) }
    return answers
  }
}
