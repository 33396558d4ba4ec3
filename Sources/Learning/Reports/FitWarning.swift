/// Something about the data that a fit noticed, and what it did about it.
public struct FitWarning: Hashable, Sendable, Codable {
  /// What was noticed. Rooms above add their own kinds in extensions.
  public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Columns whose values are all the same.
    public static let constantColumns = Kind(rawValue: "constant columns")
    /// Columns that are linear combinations of others.
    public static let rankDeficient = Kind(rawValue: "rank deficient")
  }

  public let kind: Kind
  /// The columns, from 0, that it is about; empty where it is about the whole.
  public let columns: [Int]
  /// A sentence that says what was noticed and what was done.
  public let message: String

  public init(_ kind: Kind, columns: [Int] = [], message: String) {
    self.kind = kind
    self.columns = columns
    self.message = message
  }
}

extension FitWarning: CustomStringConvertible {
  public var description: String { "\(kind.rawValue): \(message)" }
}
