import Testing

@testable import Notebook

@Suite("The names of figures' files")
struct FileNamesTests {
  @Test("come from the titles, each once")
  func names() {
    var names = FileNames()
    let long = String(repeating: "x", count: 99)
    let titles = ["Scree plot", "scree  plot!", "Größe & λ", "../etc/passwd", "", "...", long]
    #expect(
      titles.map { names.next(for: $0) } == [
        "scree-plot", "scree-plot-2", "gr-e", "etc-passwd", "figure", "figure-2", String(long.prefix(60)),
      ])
  }
}
