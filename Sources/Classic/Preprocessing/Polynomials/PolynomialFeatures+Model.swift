import Learning
import LinearAlgebra

extension PolynomialFeatures {
  /// The products of a known number of columns.
  public struct Model: Transformer, Hashable, Codable {
    /// The options of the fit.
    public let options: PolynomialFeatures
    public let featureCount: Int
    public let report: FitReport
    private let products: [ColumnProduct]

    enum CodingKeys: String, CodingKey { case options, featureCount, report }

    /// - Parameters:
    ///   - options: of a number of features that was checked.
    ///   - featureCount: at least 1.
    init(options: PolynomialFeatures, featureCount: Int, report: FitReport = FitReport(method: "products of columns")) {
      self.options = options
      self.featureCount = featureCount
      self.report = report
      products = ColumnProduct.all(options, featureCount: featureCount)
    }

    public var outputCount: Int { products.count }

    /// The power of each of the d columns in each product.
    public var powers: [[Int]] {
      products.indices.map { output in
        var powers = [Int](repeating: 0, count: featureCount)
        for column in columns(of: output) { powers[column] += 1 }
        return powers
      }
    }

    /// The column that a product is, which is of one column once.
    public func sourceColumn(ofOutput output: Int) -> Int? {
      products[output].shorter == nil ? products[output].column : nil
    }

    /// The products in words: "a b^2" of columns "a" and "b", "1" for the column of ones.
    ///
    /// - Parameter inputNames: one for each of the features.
    /// - Throws: `.invalidOption` for another number of names.
    public func outputNames(for inputNames: [String]) throws(LearningError) -> [String] {
      try requireNames(inputNames)
      return powers.map { powers in
        let factors = powers.indices.filter { powers[$0] > 0 }
          .map { powers[$0] == 1 ? inputNames[$0] : "\(inputNames[$0])^\(powers[$0])" }
        return factors.isEmpty ? "1" : factors.joined(separator: " ")
      }
    }

    /// The columns that a product is of, each as often as its power.
    private func columns(of output: Int) -> [Int] {
      var columns: [Int] = []
      var next: Int? = output
      while let product = next.map({ products[$0] }) {
        if let column = product.column { columns.append(column) }
        next = product.shorter
      }
      return columns
    }

    /// The products, n x outputCount.
    ///
    /// - Throws: `.featureCountMismatch`, `.notFinite`, `.linearAlgebra(.overflow)` where a product is beyond the
    ///   largest number.
    public func transform(_ x: Matrix) throws(LearningError) -> Matrix {
      try requireFitting(x)
      return try x.mappingRows(toCount: outputCount) { row, target in
        for (output, product) in products.enumerated() {
          let factor = product.column.map { row[$0] } ?? 1
          target[output] = product.shorter.map { target[$0] * factor } ?? factor
        }
      }.requiringNoOverflow(in: "product of columns")
    }
  }
}

extension PolynomialFeatures.Model {
  /// Reads what `encode(to:)` wrote. Options with which no fit would have succeeded are a `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let options = try container.decode(PolynomialFeatures.self, forKey: .options)
    let featureCount = try container.decode(Int.self, forKey: .featureCount)
    guard options.degree >= 1, featureCount >= 1,
      options.featureCount(ofColumns: featureCount) <= Double(PolynomialFeatures.mostFeatures)
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .options, in: container,
        debugDescription: "\(featureCount) columns to degree \(options.degree) do not give from 1 to "
          + "\(PolynomialFeatures.mostFeatures) features.")
    }
    self.init(
      options: options, featureCount: featureCount, report: try container.decode(FitReport.self, forKey: .report))
  }
}
