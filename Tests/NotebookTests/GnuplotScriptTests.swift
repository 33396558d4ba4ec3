import Testing

@testable import Notebook

@Suite("The gnuplot script of a figure")
struct GnuplotScriptTests {
  private func script(_ figures: Figure..., title: String = "Title") -> GnuplotScript {
    GnuplotScript(title: title, figures: figures, size: (720, 432))
  }

  private func lines(_ figures: Figure...) -> [Substring] {
    GnuplotScript(title: "Title", figures: figures, size: (720, 432)).text.split(separator: "\n")
  }

  @Test("holds the data once, and draws it as SVG and as PNG of twice the size")
  func whole() {
    let text = script(Figure(xLabel: "x", yLabel: "y", layers: [.line(x: [1, 2.5], y: [3, -4], label: "both")])).text
    #expect(text.matches(of: #/END_OF_DATA\n1\.0 3\.0\n2\.5 -4\.0\nEND_OF_DATA\n/#).count == 1)
    #expect(text.contains("set terminal svg size 720,432 noenhanced"))
    #expect(text.contains("set terminal pngcairo size 1440,864 noenhanced"))
    #expect(text.matches(of: #/\nplot \$panel1_0 using 1:2 with lines .* title "both"\n/#).count == 2)
    #expect(text.contains("set title \"Title\""))
    #expect(text.contains("set ylabel \"y\""))
  }

  @Test("parts the name of the axis from a legend below it by an empty line")
  func axisName() {
    let plain = Figure(xLabel: "x", layers: [.points(y: [1])])
    let labelled = Figure(xLabel: "x", layers: [.points(y: [1], label: "one")])
    let legendElsewhere = Figure(xLabel: "x", legend: .topLeft, layers: [.points(y: [1], label: "one")])
    #expect(lines(plain).contains(#"set xlabel "x" offset 0,0.5"#))
    #expect(lines(labelled).contains(#"set xlabel "x\n" offset 0,0.5"#))
    #expect(lines(legendElsewhere).contains(#"set xlabel "x" offset 0,0.5"#))
  }

  @Test("counts from 1 where no positions are given")
  func positions() {
    #expect(lines(Figure(layers: [.points(y: [7, 8])])).contains("2.0 8.0"))
  }

  @Test("marks every whole number of a short range, of values that are whole only")
  func wholeMarks() {
    #expect(lines(Figure(layers: [.histogram([1, 2, 2, 5])])).contains("set xtics 1"))
    #expect(!lines(Figure(layers: [.histogram([0.31, 0.48, 0.5, 0.66])])).contains("set xtics 1"))
  }

  @Test("interrupts a line at a value that cannot be drawn, and counts it")
  func gap() {
    let script = script(Figure(layers: [.line(y: [1, .nan, 3, .infinity, 1e301])]))
    #expect(script.text.contains("END_OF_DATA\n1.0 1.0\n\n3.0 3.0\n\n\nEND_OF_DATA"))
    #expect(script.droppedCount == 3)
  }

  @Test("leaves out what has no place on a logarithmic axis")
  func logarithm() {
    let figure = Figure(xScale: .logarithmic, layers: [.points(x: [0, -1, 1, 10], y: [-1, -1, -1, -1])])
    let script = script(figure)
    #expect(script.droppedCount == 2)
    #expect(script.text.contains("\nset logscale x\n"))
    #expect(!script.text.contains("\nset logscale y\n"))
  }

  @Test("has a frame and words where there is nothing to draw")
  func nothing() {
    let figures = [
      Figure(layers: []), Figure(layers: [.line(y: [])]), Figure(layers: [.points(y: [.nan])]),
      Figure(layers: [.heatMap([])]), Figure(layers: [.histogram([])]),
      Figure(layers: [.contour(x: [1], y: [1], z: [[1]], levels: [1])]),
      Figure(layers: [.scatter(x: [], y: [], classes: [Int]())]),
    ]
    for figure in figures {
      let text = script(figure).text
      #expect(text.contains("\nplot NaN notitle\n"))
      #expect(text.contains("'nothing to draw'"))
    }
  }

  @Test("stands several layers of bars side by side, on zero")
  func bars() {
    let lines = lines(Figure(layers: [.bars(y: [2, 4]), .bars(y: [3, -1])]))
    #expect(lines.contains("0.8 2.0 0.6 1.0 0.0 2.0"))
    #expect(lines.contains("2.2 -1.0 2.0 2.4 0.0 -1.0"))
  }

  @Test("gives classes an entry each, in ascending order of numbers and not of names")
  func classes() {
    let text = script(Figure(layers: [.scatter(x: [1, 2, 3], y: [1, 2, 3], classes: [10, 9, 10])])).text
    let titles = text.matches(of: #/title "(\d+)"/#).map { String($0.output.1) }
    #expect(titles == ["9", "10", "9", "10"])
  }

  @Test("draws a band in the colour of the layer that follows")
  func band() {
    let text = script(Figure(layers: [.line(y: [0, 0]), .band(low: [1, 2], high: [3, 4]), .line(y: [2, 3])])).text
    let colours = text.matches(of: #/with (lines|filledcurves).* lc rgb '(#\w+)'/#).map { String($0.output.2) }
    #expect(colours.count == 6)
    #expect(colours[1] == colours[2] && colours[0] != colours[1])
  }

  @Test("gives forty series different looks")
  func styles() {
    let looks = (0..<40).map { SeriesStyle(index: $0) }
    #expect(Set(looks.map { $0.colour + $0.point }).count == 40)
    #expect(Set(looks[..<35].map { $0.colour + $0.dash }).count == 35)
  }

  @Test("turns a matrix upside down, because rows count from the top")
  func heatMap() {
    let map = Figure.Layer.heatMap([[1, 2], [3, 4]], xNames: ["a", "50%"], labels: [["p", "q"], ["r", "s"]])
    let lines = lines(Figure(layers: [map]))
    #expect(lines.contains("set yrange [2.5:0.5]"))
    #expect(lines.contains("set xtics norotate (\"a\" 1, \"50%%\" 2)"))
    #expect(lines.contains("1.0 2.0 0.5 1.5 1.5 2.5 3.0"))
    #expect(lines.contains { $0.hasPrefix("set label \"s\" at 2.0, 2.0 center front textcolor rgb '#ffffff'") })
  }

  @Test("turns names on the axis that do not fit side by side")
  func names() {
    let names = (1...12).map { "a long name \($0)" }
    let text = script(Figure(xNames: names, layers: [.bars(y: names.indices.map(Double.init))])).text
    #expect(text.contains("set xtics rotate by 40 right"))
  }

  @Test("shows several panels, three a row, under one title")
  func panels() {
    let panel = Figure(title: "panel", layers: [.points(y: [1])])
    let text = script(panel, panel, panel, panel).text
    #expect(text.contains("set multiplot layout 2,3 title \"Title\""))
    #expect(text.contains("set terminal svg size 720,864"))
    #expect(text.matches(of: #/\nset title "panel"/#).count == 8)
  }

  @Test("draws a reference line inside the range only")
  func reference() {
    let figure = Figure(xRange: 0...1, layers: [.points(y: [1]), .verticalLine(0.5), .verticalLine(2)])
    #expect(script(figure).text.matches(of: #/set arrow from first 0.5,/#).count == 2)
    #expect(!script(figure).text.contains("set arrow from first 2.0"))
  }
}
