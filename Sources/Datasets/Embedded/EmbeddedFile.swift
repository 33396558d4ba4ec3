internal import CDatasets
internal import Learning
internal import LinearAlgebra

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

  /// The file as samples with a number each to predict.
  ///
  /// - Parameter levels: of the columns that hold categories, in their order.
  func regression(
    name: String, target: String, levels: [String: [String]] = [:], provenance: Provenance
  ) throws(LearningError) -> RegressionDataset {
    let categorical = levels.keys.sorted()
    let numbers = try CSVReader(targetColumn: .named(target), droppedColumns: categorical.map { .named($0) })
      .read(bytes: bytes, name: self.name)
    var names = numbers.featureNames
    var columns: [[Double]] = numbers.features.columns.map { Array($0) }
    for column in categorical {
      names.append(column)
      columns.append(try indices(ofLevels: levels[column] ?? [], column, otherColumns: categorical + [target]))
    }
    let features = Matrix(rowCount: numbers.targets.count, columnCount: columns.count) { elements in
      for (j, column) in columns.enumerated() {
        for i in column.indices { elements[i * columns.count + j] = column[i] }
      }
    }
    return RegressionDataset(
      name: name, features: features, featureNames: names, levels: levels, targets: numbers.targets,
      targetName: target, provenance: provenance)
  }

  /// The values of a column of categories as indices of its levels.
  private func indices(
    ofLevels levels: [String], _ column: String, otherColumns: [String]
  ) throws(LearningError) -> [Double] {
    let dropped = otherColumns.filter { $0 != column }.map { CSVReader.Column.named($0) }
    let texts = try CSVReader(labelColumn: .named(column), droppedColumns: dropped)
      .read(bytes: bytes, name: name).labels
    return try texts.enumerated().map { row, text throws(LearningError) in
      guard let level = levels.firstIndex(of: text) else { throw .unknownLabel(text, row: row, known: levels) }
      return Double(level)
    }
  }
}
