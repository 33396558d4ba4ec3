import Testing

/// An example of the project, and what a reader finds in it.
struct Example: CustomTestStringConvertible {
  let name: String
  /// The labels of the questions that it answers.
  let questions: [String]
  /// What its Markdown report has in it: its title, some of its code, the head of a table.
  let parts: [String]

  private init(_ name: String, questions: some Sequence<Int>, parts: [String]) {
    self.name = name
    self.questions = questions.map { "C\($0)" }
    self.parts = parts
  }

  var testDescription: String { name }

  static let all = [
    Example(
      "cross-validation", questions: 19...22,
      parts: [
        "# How good is a model, and who may say so?", "let verdict = try crossValidate(", "| rule | columns kept |",
      ]),
    Example(
      "golden-chain", questions: [1, 2, 4, 9, 14, 17, 19, 20, 22, 23, 24, 25, 28],
      parts: [
        "# From a binary classifier to principal components, in one chain", "let chain = StandardScaler()",
        "| rule | k |",
      ]),
    Example(
      "gradient-descent", questions: 9...13,
      parts: [
        "# How does gradient descent find the minimum?", "let lineLimit = 2 / lineEigenvalues[0]", "| rate, in 2/L |",
      ]),
    Example(
      "logistic-regression", questions: 1...8,
      parts: [
        "# What is logistic regression, and what can be believed of it?",
        "let plain = LogisticRegression(penalty: .none)", "| threshold |",
      ]),
    Example(
      "maximum-likelihood", questions: 36...43,
      parts: [
        "# What does a sample say about its distribution?", "let poissonFit = try Poisson.fit(tenCorps)",
        "| deaths in a year |",
      ]),
    Example(
      "multiclass", questions: 35...35,
      parts: [
        "# How does a logistic regression choose among many classes?", "let lineModels = try ways.map",
        "| data | classes | way |",
      ]),
    Example(
      "pca-components", questions: 23...27,
      parts: [
        "# How many principal components?", "```swift\nlet digits = try Datasets.digits()", "| target | components |",
      ]),
    Example(
      "regularization", questions: 14...18,
      parts: [
        "# What helps against overfitting?", "let heart = try Datasets.saHeart()", "| remedy | training loss |",
      ]),
  ]
}
