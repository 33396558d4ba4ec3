import Learning

extension ClassifierPredictions {
  /// The column of the class that a measure of two classes looks at: the given one, or the last of two.
  ///
  /// - Throws: `.invalidOption` where there is no such class, or none is given and there are not two.
  func column(ofPositive positive: Label?) throws(LearningError) -> Int {
    let names = classes.map { "\($0)" }.joined(separator: ", ")
    guard let positive else {
      guard classes.count == 2 else {
        throw .invalidOption(
          name: "positive", value: "nil, and there are \(classes.count) classes", allowed: "one of \(names)")
      }
      return 1
    }
    guard let column = classes.firstIndex(of: positive) else {
      throw .invalidOption(name: "positive", value: "“\(positive)”", allowed: "one of \(names)")
    }
    return column
  }

  /// A measure of the probabilities of one class, as those that a row is of it and of none of the others.
  ///
  /// - Throws: what is wrong with `positive`, `.unknownLabel`, `.oneClassOnly` and `.classMissing`, which name the
  ///   class where the measure knows of true and false only.
  func againstRest(
    _ positive: Label?,
    _ measure: (_ probabilities: [Double], _ labels: [Bool], _ weights: [Double]?) throws(LearningError) -> Double
  ) throws(LearningError) -> Double {
    let column = try column(ofPositive: positive)
    let columns = try JudgedRows.columns(of: labels, among: classes, columnCount: probabilities.columnCount)
    do {
      return try measure(Array(probabilities.column(column)), columns.map { $0 == column }, weights)
    } catch .oneClassOnly(let label) {
      if label == "true" { throw .oneClassOnly(label: "\(classes[column])") }
      if classes.count == 2 { throw .oneClassOnly(label: "\(classes[1 - column])") }
      throw .classMissing(label: "\(classes[column])", purpose: "a measure of this class")
    }
  }
}
