/// What a tuned model remembers of its search; it goes into files with the model.
public struct SearchRecord: Hashable, Sendable {
  /// A candidate and how it did.
  public struct Entry: Hashable, Sendable, Codable {
    /// “penalty = l2(0.1)”
    public let name: String
    public let parameters: [CandidateParameter]
    /// On the rows that its models have not learned from; nil where it failed.
    public let score: ScoreEstimate?
    /// Why it failed.
    public let failure: String?
  }

  /// One for each candidate, in their order.
  public let entries: [Entry]
  /// Among ``entries``, the one that was fitted to all rows.
  public let chosenIndex: Int

  public var chosen: Entry { entries[chosenIndex] }

  init<Configuration, Measure>(_ result: SearchResult<Configuration, Measure>, chosenIndex: Int) {
    entries = result.entries.map { entry in
      switch entry.outcome {
      case .success(let scores):
        Entry(name: entry.candidate.name, parameters: entry.candidate.parameters, score: scores.test, failure: nil)
      case .failure(let error):
        Entry(name: entry.candidate.name, parameters: entry.candidate.parameters, score: nil, failure: "\(error)")
      }
    }
    self.chosenIndex = chosenIndex
  }
}

extension SearchRecord: Codable {
  private enum CodingKeys: String, CodingKey { case entries, chosenIndex }

  /// Reads what `encode(to:)` wrote; a choice that is none of the candidates is a `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    entries = try container.decode([Entry].self, forKey: .entries)
    chosenIndex = try container.decode(Int.self, forKey: .chosenIndex)
    guard entries.indices.contains(chosenIndex) else {
      throw DecodingError.dataCorruptedError(
        forKey: .chosenIndex, in: container,
        debugDescription: "The candidate \(chosenIndex) was chosen among \(entries.count), counted from 0.")
    }
  }
}
