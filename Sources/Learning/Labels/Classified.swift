import LinearAlgebra

/// A fitted classifier with its labels.
///
/// The core's own properties are reached through it: `model.centroids` is `model.core.centroids`.
@dynamicMemberLookup
public struct Classified<Core: ClassifierCore, Label: ClassLabel>: Classifier {
  /// What was learned, in terms of class indices.
  public let core: Core
  /// The labels in ascending order.
  public let classes: [Label]

  package init(core: Core, classes: [Label]) {
    self.core = core
    self.classes = classes
  }

  public var featureCount: Int { core.featureCount }
  public var report: FitReport { core.report }

  public func probabilities(for x: Matrix) throws(LearningError) -> Matrix {
    try core.probabilities(for: x)
  }

  public func predict(_ x: Matrix) throws(LearningError) -> [Label] {
    try core.predictIndices(for: x).map { classes[$0] }
  }

  public func decide(_ probabilities: Matrix) -> [Label] { core.decide(probabilities).map { classes[$0] } }

  public subscript<Value>(dynamicMember member: KeyPath<Core, Value>) -> Value {
    core[keyPath: member]
  }
}

extension Classified: Codable where Label: Codable {
  private enum CodingKeys: String, CodingKey { case core, classes }

  /// Reads what `encode(to:)` wrote; labels that do not fit the core are a `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    core = try container.decode(Core.self, forKey: .core)
    classes = try container.decode([Label].self, forKey: .classes)
    guard classes.count > 1, classes.count == core.classCount, zip(classes, classes.dropFirst()).allSatisfy(<) else {
      throw DecodingError.dataCorruptedError(
        forKey: .classes, in: container,
        debugDescription: "The model knows \(core.classCount) classes and has \(classes.count) labels; "
          + "there must be as many of both, two at least, the labels in ascending order.")
    }
  }
}
