/// Names of files made from titles, each given once.
struct FileNames {
  /// Long enough to tell figures apart, and far below what file systems allow.
  private static let greatestLength = 60

  private var used: Set<String> = []

  /// Lower-case letters and digits of ASCII with hyphens between, and a number where the name is taken.
  mutating func next(for title: String) -> String {
    let words = title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let joined = words.joined(separator: "-").prefix(FileNames.greatestLength)
    let base = joined.isEmpty ? "figure" : String(joined)
    var name = base
    var number = 2
    while !used.insert(name).inserted {
      name = "\(base)-\(number)"
      number += 1
    }
    return name
  }
}
