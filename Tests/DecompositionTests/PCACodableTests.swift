import Decomposition
import Foundation
import Learning
import LinearAlgebra
import Testing

@Suite("PCA models in files")
struct PCACodableTests {
  static let x = try? RealData.load("wine")

  static func model(_ configuration: PCA = PCA(components: .count(3), on: .correlation)) throws -> PCA.Model {
    try configuration.fitRepeatably(try #require(x))
  }

  @Test("a model comes back equal, and transforms to the same bits", arguments: allSolvers)
  func roundTrip(_ solver: PCA.Solver) throws {
    let x = try #require(Self.x)
    let model = try Self.model(PCA(components: .count(3), on: .correlation, solver: solver, whiten: true))
    let back = try JSONDecoder().decode(PCA.Model.self, from: JSONEncoder().encode(model))
    #expect(back == model)
    #expect(try back.transform(x) == model.transform(x))
    #expect(back.summary == model.summary)
  }

  @Test("a configuration comes back equal")
  func configuration() throws {
    for configuration in [
      PCA(), PCA(components: .variance(0.95), on: .correlation, whiten: true, denominator: .maximumLikelihood),
      PCA(components: .count(3), solver: .randomized(oversampling: 7, iterations: 2)), PCA(components: .kaiser),
    ] {
      #expect(try JSONDecoder().decode(PCA.self, from: JSONEncoder().encode(configuration)) == configuration)
    }
  }

  /// One part of a file, and what stands there instead.
  struct Damage: CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (inout [String: Any]) -> Void

    init(_ description: String, _ change: @escaping @Sendable (inout [String: Any]) -> Void) {
      testDescription = description
      self.change = change
    }

    /// One key of an object inside.
    static func part(_ part: String, _ key: String, _ value: any Sendable) -> Damage {
      Damage("\(part).\(key) = \(value)") { file in
        var inner = file[part] as? [String: Any] ?? [:]
        inner[key] = value
        file[part] = inner
      }
    }
  }

  static let keys = [
    "center", "scale", "components", "explained", "eigenvalues", "divisor", "isWhitening", "matrix", "report",
  ]
  static let thirteenOnes = [Double](repeating: 1, count: 13)
  static let damages: [Damage] =
    keys.map { key in Damage("no \(key)") { $0[key] = nil } }
    + [
      Damage("a centre too few") { $0["center"] = [Double](repeating: 1, count: 12) },
      Damage("no features at all") {
        ($0["center"], $0["scale"]) = ([Double](), [Double]())
        $0["components"] = ["rowCount": 3, "columnCount": 0, "elements": [Double]()] as [String: Any]
      },
      Damage("a scale too many") { $0["scale"] = [Double](repeating: 1, count: 14) },
      Damage("a scale of zero") { $0["scale"] = Array([0] + thirteenOnes.dropFirst()) },
      Damage("a negative scale") { $0["scale"] = Array([-1] + thirteenOnes.dropFirst()) },
      Damage("a matrix that is neither") { $0["matrix"] = "covariances" },
      Damage("a divisor of zero") { $0["divisor"] = 0 },
      Damage("a negative divisor") { $0["divisor"] = -3 },
      Damage("no eigenvalues") { $0["eigenvalues"] = [Double]() },
      Damage("other eigenvalues than the components'") { $0["eigenvalues"] = [Double](repeating: 1, count: 13) },
      Damage("more eigenvalues than features") {
        $0["eigenvalues"] = ($0["eigenvalues"] as? [Double] ?? []) + [0]
      },
      Damage("rising eigenvalues") {
        let values = $0["eigenvalues"] as? [Double] ?? []
        $0["eigenvalues"] = Array(values.dropLast() + [1000])
      },
      Damage("a negative eigenvalue") {
        let values = $0["eigenvalues"] as? [Double] ?? []
        $0["eigenvalues"] = Array(values.dropLast() + [-1])
      },
      Damage("no components") {
        $0["components"] = ["rowCount": 0, "columnCount": 13, "elements": [Double]()] as [String: Any]
        $0["explained"] = ["variances": [Double](), "total": 13] as [String: Any]
      },
      Damage("more components than features") {
        let elements = [Double](repeating: 0.1, count: 14 * 13)
        $0["components"] = ["rowCount": 14, "columnCount": 13, "elements": elements] as [String: Any]
        $0["explained"] = ["variances": [Double](repeating: 1, count: 14), "total": 14] as [String: Any]
      },
      Damage("components of another width") {
        let elements = [Double](repeating: 0.1, count: 36)
        $0["components"] = ["rowCount": 3, "columnCount": 12, "elements": elements] as [String: Any]
      },
      Damage("a NaN in the components") {
        let elements: [Any] = ["nan"] + [Any](repeating: 0.1, count: 38)
        $0["components"] = ["rowCount": 3, "columnCount": 13, "elements": elements] as [String: Any]
      },
      .part("components", "rowCount", -3), .part("components", "rowCount", 4), .part("components", "rowCount", Int.max),
      .part("explained", "variances", [3.0, 2]), .part("explained", "variances", [3.0, 2, 0]),
      .part("explained", "variances", [3.0, 2, -1]), .part("explained", "variances", [1.0, 2, 3]),
      .part("explained", "total", 0), .part("explained", "total", -1), .part("explained", "total", 1e-3),
      .part("report", "termination", "tired"), .part("report", "iterations", "many"),
    ]

  @Test("a file of which one part is wrong is refused", arguments: damages)
  func damaged(_ damage: Damage) throws {
    let data = try JSONEncoder().encode(try Self.model())
    var file = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    damage.change(&file)
    let damaged = try JSONSerialization.data(withJSONObject: file)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(PCA.Model.self, from: damaged) }
  }

  @Test("numbers that JSON cannot hold are refused from formats that can", arguments: [
    "center", "scale", "divisor", "eigenvalues", "explained",
  ])
  func notFinite(_ key: String) throws {
    for value in [Double.nan, .infinity] {
      let encoder = PropertyListEncoder()
      encoder.outputFormat = .binary
      let data = try encoder.encode(try Self.model())
      var file = try #require(try PropertyListSerialization.propertyList(from: data, format: nil) as? [String: Any])
      if key == "explained" {
        var explained = try #require(file[key] as? [String: Any])
        explained["total"] = value
        file[key] = explained
      } else if key == "divisor" {
        file[key] = value
      } else {
        var values = try #require(file[key] as? [Double])
        values[values.count - 1] = value
        file[key] = values
      }
      let damaged = try PropertyListSerialization.data(fromPropertyList: file, format: .binary, options: 0)
      #expect(throws: DecodingError.self, "\(value)") {
        try PropertyListDecoder().decode(PCA.Model.self, from: damaged)
      }
    }
  }

  @Test("what the two damage tests write is read when nothing is damaged")
  func undamaged() throws {
    let model = try Self.model()
    let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(model))
    let rewritten = try JSONSerialization.data(withJSONObject: json)
    #expect(try JSONDecoder().decode(PCA.Model.self, from: rewritten) == model)
    let list = try PropertyListSerialization.propertyList(from: PropertyListEncoder().encode(model), format: nil)
    let relisted = try PropertyListSerialization.data(fromPropertyList: list, format: .binary, options: 0)
    #expect(try PropertyListDecoder().decode(PCA.Model.self, from: relisted) == model)
  }
}
