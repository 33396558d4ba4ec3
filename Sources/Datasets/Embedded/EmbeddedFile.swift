internal import CDatasets
internal import Learning

/// A data file that is part of the program.
struct EmbeddedFile {
  let name: String
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ name: String, _ file: classic_file) {
    self.name = name
    bytes = UnsafeBufferPointer(start: file.bytes, count: file.count)
  }

  /// The file as samples without labels; they are numbered from 1 where no column names them.
  ///
  /// - Parameter featureNames: in place of the file's own; nil for these.
  func dataset(
    name: String, rowNameColumn: CSVReader.Column? = nil, featureNames: [String]? = nil, provenance: Provenance
  ) throws(LearningError) -> Dataset {
    let table = try CSVReader(rowNameColumn: rowNameColumn).read(bytes: bytes, name: self.name)
    return Dataset(
      name: name, features: table.features, featureNames: featureNames ?? table.featureNames,
      rowNames: rowNameColumn == nil ? (0..<table.features.rowCount).map { "\($0 + 1)" } : table.rowNames,
      provenance: provenance)
  }

  /// The file as samples with labels, which are indices of `labelNames`, in the last column.
  func classification(
    name: String, labelNames: [String], provenance: Provenance
  ) throws(LearningError) -> ClassificationDataset {
    let table = try CSVReader(labelColumn: .last).read(bytes: bytes, name: self.name)
    var labels: [Int] = []
    for (row, text) in table.labels.enumerated() {
      guard let label = Int(text), labelNames.indices.contains(label) else {
        throw .unknownLabel(text, row: row, known: labelNames.indices.map(String.init))
      }
      labels.append(label)
    }
    return ClassificationDataset(
      name: name, features: table.features, featureNames: table.featureNames, labels: labels, labelNames: labelNames,
      provenance: provenance)
  }
}
