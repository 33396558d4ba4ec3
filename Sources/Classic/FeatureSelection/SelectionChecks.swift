import Learning

/// Checks how many columns are to be kept.
func requireCount(_ count: Int, upTo columnCount: Int) throws(LearningError) {
  guard count >= 1, count <= columnCount else {
    throw .invalidOption(
      name: "count", value: "\(count)", allowed: "from 1 to \(columnCount), the number of columns")
  }
}
