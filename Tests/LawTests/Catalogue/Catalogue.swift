import Classic
import Learning
import TestSupport

extension CatalogueEntry {
  /// Every estimator of the project, one line a configuration. A new estimator that is missing here fails the tests.
  static let all: [CatalogueEntry] = [
    .classifier(NearestCentroid()),
    // Distances between rows of more than sixteen columns are computed in another way.
    .classifier(NearestCentroid(), options: LawOptions(columnCount: 20)),
  ]
}
