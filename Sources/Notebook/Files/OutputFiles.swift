import Foundation

/// The files that the user asks for.
struct OutputFiles: Sendable {
  private let markdown: WholeFile?
  /// The pictures of the Markdown file, beside it.
  private let markdownFigures: WholeFolder?
  private let ipynb: WholeFile?
  private let html: WholeFile?
  private let pandoc: ExternalTool?
  private let figures: WholeFolder?

  /// Throws before the work begins what would else be noticed after it: a file that cannot be written, a program that
  /// is missing.
  init(_ options: Options, tools: ToolFinder) throws(NotebookError) {
    func file(_ path: String?) throws(NotebookError) -> WholeFile? {
      guard let path else { return nil }
      return try WholeFile(path)
    }
    func folder(_ path: String?) throws(NotebookError) -> WholeFolder? {
      guard let path else { return nil }
      return try WholeFolder(path)
    }
    markdown = try file(options.markdown)
    markdownFigures = try folder(markdown.map { OutputFiles.figureFolder(of: $0.path) })
    ipynb = try file(options.ipynb)
    html = try file(options.html)
    figures = try folder(options.figures)
    if html == nil {
      pandoc = nil
    } else {
      switch tools.find("pandoc", package: "pandoc") {
      case .success(let tool): pandoc = tool
      case .failure(let missing): throw .missingTool(missing, option: "--html")
      }
    }
    let targets = [markdown?.url.path, ipynb?.url.path, html?.url.path, figures?.url.path].compactMap { $0 }
    for (i, target) in targets.enumerated() where targets[..<i].contains(target) {
      throw .sharedPlace(path: paths[i])
    }
  }

  /// Whether there is a document, which holds what the script prints by itself, too.
  var hasDocuments: Bool { markdown != nil || ipynb != nil || html != nil }

  /// Whether pictures are wanted.
  var showFigures: Bool { hasDocuments || figures != nil }

  var paths: [String] { [markdown?.path, ipynb?.path, html?.path, figures?.path].compactMap { $0 } }

  /// Where the user finds a picture.
  func whereabouts(ofFigure name: String) -> String {
    let places = [html?.path, ipynb?.path, markdown?.path, figures?.path(of: name + ".svg")].compactMap { $0 }
    return places.isEmpty ? "--html FILE or --figures FOLDER shows it" : "in \(places.joined(separator: ", "))"
  }

  /// Writes all files, or none.
  func write(_ notebook: ExecutedNotebook) throws(NotebookError) {
    let page = try htmlPage(of: notebook)
    try FileTransaction.write { transaction throws(NotebookError) in
      for figure in notebook.figures {
        try add(figure, to: &transaction)
      }
      if let markdown {
        let folder = (OutputFiles.figureFolder(of: markdown.path) as NSString).lastPathComponent
        let text = MarkdownRenderer(figureFolder: folder).render(notebook)
        try transaction.add(Data(text.utf8), to: markdown)
      }
      if let ipynb { try transaction.add(JupyterDocument(notebook).data, to: ipynb) }
      if let html, let page { try transaction.add(page, to: html) }
    }
  }

  private func add(_ figure: ShownFigure, to transaction: inout FileTransaction) throws(NotebookError) {
    guard let drawing = figure.drawing else { return }
    let svg = Data(drawing.svg.text.utf8)
    // The folder may be the same.
    if let markdownFigures, markdownFigures.url.path != figures?.url.path {
      try transaction.add(svg, named: figure.fileName + ".svg", in: markdownFigures)
    }
    if let figures {
      try transaction.add(svg, named: figure.fileName + ".svg", in: figures)
      try transaction.add(drawing.png, named: figure.fileName + ".png", in: figures)
    }
  }

  private func htmlPage(of notebook: ExecutedNotebook) throws(NotebookError) -> Data? {
    guard let html, let pandoc else { return nil }
    do throws(ToolFailure) {
      let page = try HTMLDocument(notebook).page(using: pandoc)
      // Such as a formula that it does not understand.
      if !page.remarks.isEmpty { StandardError.write("pandoc on '\(html.path)': \(page.remarks)") }
      return page.files[0]
    } catch {
      throw .toolFailed(error, path: html.path)
    }
  }

  /// `report.md` has its pictures in `report-figures`.
  private static func figureFolder(of path: String) -> String {
    (path as NSString).deletingPathExtension + "-figures"
  }
}
