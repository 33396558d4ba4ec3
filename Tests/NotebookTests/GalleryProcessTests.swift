import Foundation
import TestSupport
import Testing

@testable import Notebook

/// Every kind of figure through gnuplot, every document, in a process of its own.
@Suite("A gallery of figures as a process")
struct GalleryProcessTests {
  private static let figureCount = 11

  /// With a validator and a renderer for notebooks that the suite does not depend on.
  private static let python = ProcessInfo.processInfo.environment["NOTEBOOK_JUPYTER_PYTHON"]

  private let temporary: TemporaryFolder
  private var folder: URL { temporary.url }

  init() throws { temporary = try TemporaryFolder() }

  private func names(_ subfolder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(subfolder).path)
      .filter { !["stdout", "stderr"].contains($0) }.sorted()
  }

  private func gallery(_ arguments: String..., path: String? = nil) throws -> ExecutableRun {
    try ExecutableRun("NotebookGallery", arguments, environment: path.map { ["PATH": $0] } ?? [:], in: folder)
  }

  @Test("draws nothing for the terminal, and says how to see the figures")
  func terminal() throws {
    let run = try gallery(path: "/no/such/folder")
    #expect(run.status == 0)
    #expect(run.output.contains("\nfigure: Scree plot (--html FILE or --figures FOLDER shows it)\n"))
    #expect(try names() == [])
  }

  @Test("writes all documents and figures in one run")
  func everything() throws {
    let run = try gallery(
      "--html", "g.html", "--ipynb", "g.ipynb", "--markdown", "g.md", "--figures", "figures")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(!run.output.contains("not drawn"), "\(run.output)")
    #expect(run.output.contains("\nfigure: Scree plot (in g.html, g.ipynb, g.md, figures/scree-plot.svg)\n"))
    #expect(try names() == ["figures", "g-figures", "g.html", "g.ipynb", "g.md"])
    let figures = try names("figures")
    #expect(figures.count { $0.hasSuffix(".svg") } == Self.figureCount)
    #expect(figures.count { $0.hasSuffix(".png") } == Self.figureCount)
    #expect(try names("g-figures") == figures.filter { $0.hasSuffix(".svg") })

    try checkPage(temporary.text(of: "g.html"))
    let markdown = try temporary.text(of: "g.md")
    #expect(markdown.contains("![Scree plot](g-figures/scree-plot.svg)"))
    #expect(markdown.matches(of: #/!\[[^\n]*\]\(g-figures/[\w-]+\.svg\)/#).count == Self.figureCount)
    try checkPictures()
  }

  private func checkPage(_ page: String) throws {
    #expect(page.contains("<title>A gallery of figures</title>"))
    #expect(page.contains("<math display=\"block\""))
    #expect(page.matches(of: #/<svg/#).count == Self.figureCount)
    #expect(page.contains("<span class=\"kw\">let</span>"))
    #expect(page.contains("<strong style=\"color: #1a7f37\">ok</strong> <code>G1</code>"))
    // Names of XML vocabularies are addresses, too, but nothing that is fetched.
    let addresses = page.matches(of: #/https?:\/\/[^"'\s<]*/#).map { String($0.output) }
    #expect(addresses.allSatisfy { $0.hasPrefix("http://www.w3.org/") })
    #expect(page.firstMatch(of: #/<(script|link|img|iframe)\b/#) == nil)
    let identifiers = page.matches(of: #/<[^>]*?\sid=['"]([^'"]+)['"]/#).map { String($0.output.1) }
    #expect(Set(identifiers).count == identifiers.count)
  }

  /// Each picture is well-formed, holds what it should, and the same once more.
  private func checkPictures() throws {
    for name in try names("figures") where name.hasSuffix(".svg") {
      let data = try Data(contentsOf: folder.appendingPathComponent("figures/\(name)"))
      let text = String(decoding: data, as: UTF8.self)
      #expect(text.contains("</svg>") && text.contains("<text>"), "\(name)")
    }
    let png = try Data(contentsOf: folder.appendingPathComponent("figures/scree-plot.png"))
    // The signature, then the length and the name of the header, then width and height.
    #expect(png.prefix(8) == Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    #expect(png[16..<24] == Data([0, 0, 0x05, 0xA0, 0, 0, 0x03, 0x60]))

    let texts = try temporary.text(of: "figures/a-b-2-x-q-z-50-m-date-n-b-amp-y-second-line.svg")
    for part in [
      "<text>a_b^2 {x} \"q\" 'z' 50% @m `date` \\n &lt;b>&amp;amp; $y</text>", "<text>second line</text>",
      "<text>50%</text>", "<text>%d @f</text>", "<text>&amp;lt;</text>", "<text>`date`</text>",
      "<text>under_score %d {x} `id` \"q\" \\ &amp; &lt;tag> @macro</text>",
    ] {
      #expect(texts.contains(part), "\(part)")
    }
    let first = try temporary.text(of: "figures/a-saddle-and-a-hill.svg")
    _ = try gallery("--figures", "again")
    #expect(try temporary.text(of: "again/a-saddle-and-a-hill.svg") == first)
  }

  @Test("says before the work how to get pandoc, and writes nothing")
  func noPandoc() throws {
    let run = try gallery("--html", "g.html", "--markdown", "g.md", path: "/no/such/folder")
    #expect(run.status == 69)
    #expect(
      run.errors == "Error: --html cannot be done: the program pandoc is not on the PATH. On Debian and Ubuntu, "
        + "apt-get install pandoc installs it.\n")
    #expect(run.output == "")
    #expect(try names() == [])
  }

  @Test("runs without gnuplot: a note in the place of each figure, and checks as ever")
  func noGnuplot() throws {
    let run = try gallery("--markdown", "g.md", "--ipynb", "g.ipynb", path: "/no/such/folder")
    #expect(run.status == 0)
    #expect(run.output.hasSuffix("gallery: 2 checks passed, 0 failed\n"))
    let note =
      "figure: Scree plot is not drawn: the program gnuplot is not on the PATH. On Debian and Ubuntu, apt-get install "
      + "gnuplot-nox installs it."
    #expect(run.output.contains(note))
    #expect(try temporary.text(of: "g.md").contains("*\(note)*"))
    #expect(try temporary.text(of: "g.ipynb").contains(note))
    #expect(try names() == ["g.ipynb", "g.md"])
    #expect(try gallery("--spoil", "G1", "--markdown", "g.md", path: "/no/such/folder").status == 1)
  }

  @Test("writes nothing when pandoc fails after the work")
  func failingPandoc() throws {
    let pandoc = folder.appendingPathComponent("pandoc")
    try Data("#!/bin/sh\necho out of order >&2\nexit 5\n".utf8).write(to: pandoc)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: pandoc.path)
    let run = try gallery("--html", "g.html", "--markdown", "g.md", "--figures", "f", path: folder.path)
    #expect(run.status == 69)
    #expect(
      run.errors == "Error: 'g.html' was not written, nor any other file: pandoc failed: out of order\n")
    #expect(try names() == ["pandoc"])
  }

  @Test("writes into the folder of the Markdown file's figures when that is the one asked for")
  func sameFolder() throws {
    let run = try gallery("--markdown", "g.md", "--figures", "g-figures/")
    #expect(run.status == 0)
    #expect(run.output.contains("(in g.md, g-figures/scree-plot.svg)"))
    #expect(try names("g-figures").count == 2 * Self.figureCount)
  }

  @Test("refuses two outputs in one place", arguments: ["--ipynb", "--figures"])
  func sharedPlace(option: String) throws {
    let run = try gallery("--html", "g", option, "./g")
    #expect(run.status == 64)
    let path = option == "--ipynb" ? "g" : "./g"
    #expect(run.errors == "Error: two of the options write to '\(path)'. Give each a place of its own.\n")
  }

  @Test("says so when pandoc does not understand a formula, and keeps the formula")
  func badFormula() throws {
    let prose = ScriptCell(kind: .markdown, title: nil, lines: 1..<2, text: "Bad: $\\notacommand{1}$")
    let notebook = ExecutedNotebook(cells: [ExecutedCell(cell: prose)], summary: Summary(name: "n", checks: []))
    let pandoc = try ToolFinder.environment.find("pandoc", package: "pandoc").get()
    let page = try HTMLDocument(notebook).page(using: pandoc)
    #expect(page.remarks.contains("Could not convert TeX math"))
    #expect(String(decoding: page.files[0], as: UTF8.self).contains("notacommand{1}"))
  }

  @Test("shows a failed check in every document")
  func failures() throws {
    let run = try gallery("--spoil", "G2", "--html", "g.html", "--ipynb", "g.ipynb")
    #expect(run.status == 1)
    let page = try temporary.text(of: "g.html")
    #expect(page.contains("<strong style=\"color: #cf222e\">FAILED</strong> <code>G2</code>"))
    #expect(page.contains("<section class=\"summary failed\">"))
    #expect(try temporary.text(of: "g.ipynb").contains("FAIL  G2"))
  }

  @Test(
    "is valid to Jupyter's own library and rendered by nbconvert",
    .enabled(
      if: python != nil, "Set NOTEBOOK_JUPYTER_PYTHON to a Python with nbformat and nbconvert to run this."))
  func jupyter() throws {
    #expect(try gallery("--ipynb", "g.ipynb").status == 0)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.python))
    process.currentDirectoryURL = folder
    process.arguments = [
      "-c",
      """
      import nbformat, nbconvert
      notebook = nbformat.read("g.ipynb", as_version=nbformat.NO_CONVERT)
      nbformat.validate(notebook)
      page, _ = nbconvert.HTMLExporter().from_notebook_node(notebook)
      assert page.count("data:image/svg+xml") >= \(Self.figureCount)
      """,
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
