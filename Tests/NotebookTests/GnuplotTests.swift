import Foundation
import Testing

@testable import Notebook

/// The scripts as gnuplot itself takes them. Each run draws one picture with a panel for every layer on every scale.
@Suite("gnuplot")
struct GnuplotTests {
  private static let samples: [[Double]] = [
    [],
    [0],
    [3, 3, 3],
    [1, 2, 3, 4],
    [-2, 0, 5, 1e-3],
    [1e300, -1e300, 0, 1],
    [1e-300, 2e-300, -1e-300],
    [1e16, 1e16 + 2, 1e16 + 4],
    [.leastNonzeroMagnitude, .greatestFiniteMagnitude, -.greatestFiniteMagnitude],
    [.nan, .infinity, -.infinity],
    [1, .nan, 3, .infinity, 5, 6],
  ]

  private static let scales: [Figure.Scale] = [.linear, .logarithmic]

  private func layers(_ values: [Double]) -> [Figure.Layer] {
    let places = (0..<max(2, values.count)).map { Double($0 + 1) }
    let grid = values.isEmpty ? [] : places.map { _ in values }
    let rows = values.isEmpty ? [] : places
    return [
      .line(y: values, showsPoints: true, label: "a"), .steps(x: values, y: values),
      .points(x: values.reversed(), y: values),
      .scatter(x: values, y: values, classes: values.indices.map { "class \($0)" }),
      .errorBars(y: values, low: values.map { $0 - 1 }, high: values.map { $0 + 1 }),
      .band(x: values, low: values, high: values.map { 2 * $0 }), .bars(y: values), .bars(x: values, y: values),
      .histogram(values), .histogram(values, bins: 3), .heatMap(grid, labels: grid.map { $0.map(\.description) }),
      .surface(x: values, y: rows, z: grid), .contour(x: values, y: rows, z: grid, levels: values + [0.5]),
      .surface(x: places, y: places, z: places.map { _ in places.map { values[safe: Int($0) - 1] ?? 0 } }),
      .contour(
        x: places, y: places, z: places.map { i in places.map { i * (values[safe: Int($0) - 1] ?? 0) } },
        levels: values + [0.5]),
      .verticalLine(values.first ?? .nan, label: "v"), .horizontalLine(values.last ?? .nan, label: "h"),
    ]
  }

  private func draw(_ figures: [Figure]) throws -> String {
    let script = GnuplotScript(title: "t", figures: figures, size: (900, 100))
    let gnuplot = try ToolFinder.environment.find("gnuplot", package: "gnuplot-nox").get()
    let files = try gnuplot.run(
      ["--default-settings", "f"], input: ["f": script.text],
      output: [GnuplotScript.svgName, GnuplotScript.pngName]
    ).files
    return String(decoding: files[0], as: UTF8.self)
  }

  @Test("draws every layer on every scale, whatever the numbers are", arguments: samples)
  func numbers(values: [Double]) throws {
    let figures = GnuplotTests.scales.flatMap { xScale in
      GnuplotTests.scales.flatMap { yScale in
        layers(values).map { Figure(xScale: xScale, yScale: yScale, layers: [$0, .points(y: values)]) }
      }
    }
    let svg = try draw(figures)
    #expect(svg.hasSuffix("</svg>\n\n"))
    #expect(!svg.lowercased().contains("nan"))
  }

  @Test("draws on chosen ranges, also on those that are no axis")
  func ranges() throws {
    let ranges: [ClosedRange<Double>] = [
      0...1, 4...4, -.infinity...3, 0 ... .infinity, 1e300...1e300, -5...(-2), 0...0, -1e301...1e301,
    ]
    let figures = ranges.flatMap { range in
      GnuplotTests.scales.map { scale in
        Figure(
          xRange: range, yRange: range, xScale: scale, yScale: scale,
          layers: [.bars(y: [1, 2]), .horizontalLine(1, label: "h"), .verticalLine(2, label: "v")])
      }
    }
    #expect(try draw(figures).hasSuffix("</svg>\n\n"))
  }

  @Test("takes many names and classes, long ones, and none")
  func names() throws {
    let many = (0..<300).map { "name \($0)" }
    let figures = [
      Figure(xNames: many, layers: [.bars(y: many.map { Double($0.count) })]),
      Figure(xNames: [String(repeating: "long ", count: 60)], layers: [.points(y: [1], label: many.joined())]),
      Figure(
        legend: .right,
        layers: [.scatter(x: many.map { _ in 1 }, y: many.indices.map(Double.init), classes: many)]),
      Figure(xNames: ["", "\n", "%"], layers: [.points(y: [1, 2, 3], label: "")]),
    ]
    #expect(try draw(figures).hasSuffix("</svg>\n\n"))
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
