extension CSVReader {
  /// A column of the file: `"species"`, `0` or `.last`.
  public enum Column: Hashable, Sendable {
    /// The column of this name in the header.
    case named(String)
    /// The column at this place, counted from 0.
    case index(Int)
    /// The last column.
    case last
  }
}

extension CSVReader.Column: ExpressibleByStringLiteral {
  public init(stringLiteral name: String) { self = .named(name) }
}

extension CSVReader.Column: ExpressibleByIntegerLiteral {
  public init(integerLiteral index: Int) { self = .index(index) }
}

extension CSVReader.Column: CustomStringConvertible {
  public var description: String {
    switch self {
    case .named(let name): "“\(name)”"
    case .index(let index): "\(index)"
    case .last: "the last column"
    }
  }
}
