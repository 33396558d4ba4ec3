extension CSVReader {
  /// What to do where a value is missing.
  public enum MissingValues: Hashable, Sendable {
    /// An empty field is an error, and so is every other text that is not a number.
    case refuse
    /// A field that is one of `markers` counts as `value`: NaN by default, which an imputer can find again.
    ///
    /// The markers are compared with the whole field, letter by letter, and before it is read as a number: `-999` can
    /// be one. A label that is a marker is an error all the same, for no number can stand in its place.
    case replace(markers: Set<String> = ["", "?", "NA", "N/A", "NaN", "nan", "null"], with: Double = .nan)
  }
}
