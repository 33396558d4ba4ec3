internal import Learning

/// What each column of a file is for: a reader's options, resolved against the names of the columns.
struct CSVLayout {
  enum Role {
    case feature, label, target, rowName, text, dropped

    /// "the label", for messages.
    var title: String {
      switch self {
      case .feature: "a feature"
      case .label: "the label"
      case .target: "the target"
      case .rowName: "the row name"
      case .text: "a column of text"
      case .dropped: "dropped"
      }
    }
  }

  let names: [String]
  let hasHeader: Bool
  private(set) var roles: [Role]

  init(_ reader: CSVReader, names: [String]) throws(LearningError) {
    self.names = names
    hasHeader = reader.hasHeader
    roles = [Role](repeating: .feature, count: names.count)
    try assign(.label, to: reader.labelColumn, option: "labelColumn")
    try assign(.target, to: reader.targetColumn, option: "targetColumn")
    try assign(.rowName, to: reader.rowNameColumn, option: "rowNameColumn")
    for column in reader.textColumns { try assign(.text, to: column, option: "textColumns") }
    for column in reader.droppedColumns { try assign(.dropped, to: column, option: "droppedColumns") }
  }

  var featureNames: [String] { names(of: .feature) }
  var textColumnNames: [String] { names(of: .text) }

  private func names(of role: Role) -> [String] {
    zip(names, roles).filter { $0.1 == role }.map(\.0)
  }

  private mutating func assign(
    _ role: Role, to column: CSVReader.Column?, option: String
  ) throws(LearningError) {
    guard let column else { return }
    let index = try index(of: column, option: option)
    guard roles[index] == .feature else {
      throw .invalidOption(
        name: option, value: column.description,
        allowed: "a column without another role; column “\(names[index])” is already \(roles[index].title)")
    }
    roles[index] = role
  }

  private func index(of column: CSVReader.Column, option: String) throws(LearningError) -> Int {
    switch column {
    case .last:
      return names.count - 1
    case .index(let index):
      guard names.indices.contains(index) else {
        throw .invalidOption(
          name: option, value: column.description, allowed: "an index from 0 to \(names.count - 1), the file's columns")
      }
      return index
    case .named(let name):
      guard hasHeader else {
        throw .invalidOption(
          name: option, value: column.description, allowed: "an index or .last, because hasHeader is false")
      }
      guard let index = names.firstIndex(of: name) else {
        throw .invalidOption(
          name: option, value: column.description, allowed: "one of the header's names: \(namesExcerpt)")
      }
      return index
    }
  }

  /// The first names, for messages.
  private var namesExcerpt: String {
    let shown = 12
    return names.prefix(shown).joined(separator: ", ") + (names.count > shown ? ", ... (\(names.count) in all)" : "")
  }
}
