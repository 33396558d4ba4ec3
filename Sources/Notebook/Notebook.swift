import Foundation

/// Runs a script in the percent format as a notebook: its prose, its output, its tables and its checks, in order.
///
/// ```swift
/// import Notebook
///
/// let notebook = Notebook("pca-components")
///
/// // %% [markdown]
/// // # How many components?
/// // The digits have 64 columns; how many directions carry 95 % of the variance?
///
/// // %%
/// notebook.show("The first direction carries \(share) of the variance.")
/// notebook.check("C24", "components for 95 %", measured: count, expected: 29)
/// notebook.finish()
/// ```
///
/// Comments are gone when a program runs, so every call passes its own `#filePath` and `#line`: the notebook reads
/// the source again and shows the prose that stands above that line first. Where the source cannot be read, the script
/// runs all the same and shows its outputs without the prose.
///
/// The class is deliberately neither `Sendable` nor bound to an actor: a top-level `let` of `main.swift` holds it, and
/// a function in another file takes it as an argument, both without an annotation.
public final class Notebook {
  private let name: String
  private let session: Session
  private let files: OutputFiles
  private var figureMaker: FigureMaker

  /// Opens the notebook and reads the command line (`--help` lists the options).
  ///
  /// A bad option ends the process with a sentence on standard error and status 64. A file that could not be written
  /// (status 74), and pandoc missing for `--html` (status 69), end it now rather than after the work.
  ///
  /// - Parameters:
  ///   - name: What the summary calls the notebook, usually the name of the example.
  ///   - filePath: The script; its source is read from here.
  ///   - line: The line of the call.
  public init(_ name: String, filePath: String = #filePath, line: Int = #line) {
    let options = Options.parseOrExit()
    let console: any Console
    do throws(NotebookError) {
      files = try OutputFiles(options, tools: .environment)
      console = files.hasDocuments ? try CapturingConsole() : PassThroughConsole()
    } catch {
      Notebook.exit(with: error)
    }
    self.name = name
    figureMaker = FigureMaker(files: files, tools: .environment)
    session = Session(
      name: name,
      script: Script(readingFrom: filePath),
      console: console,
      style: TextStyle(isEnabled: console.isTerminal && !TextStyle.isRefusedByEnvironment),
      spoiledLabels: options.spoil)
    FinishGuard.arm(name: name, console: console, paths: files.paths)
    session.open(at: CallSite(function: "Notebook", filePath: filePath, line: line))
  }

  /// Shows a value's description as text.
  ///
  /// - Parameters:
  ///   - value: A string, a number, or a value that describes itself in lines of text.
  ///   - filePath: The file of the call.
  ///   - line: The line of the call, which decides the cell that the output belongs to.
  public func show(_ value: some CustomStringConvertible, filePath: String = #filePath, line: Int = #line) {
    session.record(.text(value.description), at: CallSite(function: "show", filePath: filePath, line: line))
  }

  /// Shows a table: aligned columns in the terminal, a pipe table in Markdown.
  ///
  /// A column whose cells are all numbers (or empty) is aligned to the right.
  ///
  /// - Parameters:
  ///   - columns: The headings, one a column.
  ///   - rows: The cells of each row, as many as there are columns.
  ///   - caption: A line above the table; none by default.
  ///   - filePath: The file of the call.
  ///   - line: The line of the call, which decides the cell that the output belongs to.
  /// - Precondition: Every row has as many cells as there are columns.
  public func table(
    columns: [String], rows: [[TableCell]], caption: String? = nil, filePath: String = #filePath, line: Int = #line
  ) {
    let table = Table(columns: columns, rows: rows, caption: caption)
    session.record(.table(table), at: CallSite(function: "table", filePath: filePath, line: line))
  }

  /// Shows a figure: a picture in the documents and in the folder of `--figures`, a line that names it in the terminal.
  ///
  /// gnuplot draws it; where that is not installed, a note stands in its place.
  ///
  /// - Parameters:
  ///   - title: What stands above the picture; it also names the picture's files.
  ///   - figure: What to draw.
  ///   - more: Further panels, up to three side by side.
  ///   - width: The width of the whole picture in pixels: 720 by default, which fits a column of text.
  ///   - height: The height of a row of panels in pixels.
  ///   - filePath: The file of the call.
  ///   - line: The line of the call, which decides the cell that the output belongs to.
  /// - Precondition: `width` and `height` are from 100 to 10000.
  public func figure(
    _ title: String, _ figure: Figure, _ more: Figure..., width: Int = 720, height: Int = 432,
    filePath: String = #filePath, line: Int = #line
  ) {
    precondition(
      (100...10_000).contains(width) && (100...10_000).contains(height),
      "A picture of \(width) x \(height) pixels cannot be drawn: 100 to 10000 a side can.")
    let outputs = figureMaker.outputs(title: title, figures: [figure] + more, size: (width, height))
    session.record(outputs, at: CallSite(function: "figure", filePath: filePath, line: line))
  }

  /// Ends the notebook: shows the rest of the prose and the summary, writes the files asked for, and exits.
  ///
  /// The exit status is 0 when every check passed, 1 when one failed, 64 when `--spoil` names a label that no check
  /// has, 69 when pandoc fails, and 74 when a file cannot be written.
  public func finish() -> Never {
    FinishGuard.disarm()
    do throws(NotebookError) {
      let notebook = try session.finish()
      try files.write(notebook)
      Foundation.exit(notebook.summary.failures.isEmpty ? 0 : 1)
    } catch {
      Notebook.exit(with: error)
    }
  }

  func record(_ label: String, _ name: String, _ comparison: Comparison, _ filePath: String, _ line: Int) {
    session.record(
      label: label, name: name, comparison, at: CallSite(function: "check", filePath: filePath, line: line))
  }

  private static func exit(with error: NotebookError) -> Never {
    StandardError.write(error.description)
    Foundation.exit(error.exitStatus)
  }
}
