/// A product of columns: that of all but the last of them, times the last.
struct ColumnProduct: Hashable, Sendable {
  /// The index of the product without its last column; nil where there is none.
  let shorter: Int?
  /// The last column; nil for the product of none, which is 1.
  let column: Int?

  /// All products by ascending degree and, within one, in the order of their columns.
  static func all(_ options: PolynomialFeatures, featureCount d: Int) -> [ColumnProduct] {
    var products = options.includesBias ? [ColumnProduct(shorter: nil, column: nil)] : []
    // Those of the degree before, each followed by the columns that may still come: in order again.
    var last = products.count..<products.count + d
    products += (0..<d).map { ColumnProduct(shorter: nil, column: $0) }
    var degree = 1
    while degree < options.degree, !last.isEmpty {
      for index in last {
        let column = products[index].column ?? 0
        let first = options.interactionOnly ? column + 1 : column
        products += (first..<max(first, d)).map { ColumnProduct(shorter: index, column: $0) }
      }
      last = last.upperBound..<products.count
      degree += 1
    }
    return products
  }
}
