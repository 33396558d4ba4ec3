extension [Int] {
  /// "Column 3 holds", "Columns 1, 2 hold": at most ten of them by number.
  func asColumns(_ singular: String, _ plural: String) -> String {
    let places = prefix(10).map(String.init).joined(separator: ", ")
    let rest = count > 10 ? " and \(count - 10) more" : ""
    return count == 1 ? "Column \(places) \(singular)" : "Columns \(places)\(rest) \(plural)"
  }
}
