internal import ArgumentParser
import Foundation

/// The command line of a notebook.
struct Options: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: CommandLine.arguments.first.map { URL(fileURLWithPath: $0).lastPathComponent },
      abstract: "Runs the notebook: shows its prose and its outputs, and judges its checks.",
      discussion: """
        The exit status is 0 when every check passed, 1 when one failed, 64 for a wrong option, 69 when --html does \
        not find pandoc, and 74 for a file that cannot be written.
        """)
  }

  @Option(
    help: ArgumentHelp(
      "Write the executed notebook to a Markdown file as well, with its figures in a folder beside it.",
      valueName: "file"),
    completion: .file(extensions: ["md"]))
  var markdown: String?

  @Option(
    help: ArgumentHelp("Write the executed notebook as one HTML page as well; needs pandoc.", valueName: "file"),
    completion: .file(extensions: ["html"]))
  var html: String?

  @Option(
    help: ArgumentHelp("Write the executed notebook in Jupyter's format as well.", valueName: "file"),
    completion: .file(extensions: ["ipynb"]))
  var ipynb: String?

  @Option(
    help: ArgumentHelp("Write the figures as SVG and PNG into a folder as well.", valueName: "folder"),
    completion: .directory)
  var figures: String?

  @Option(
    help: ArgumentHelp(
      "Move the measured values of the checks with this label beyond their bounds, to see that they can fail. "
        + "May come several times.",
      valueName: "label"))
  var spoil: [String] = []

  /// The options of this process; a wrong one, and `--help`, end it with the parser's message and status.
  static func parseOrExit() -> Options {
    do {
      return try parse(nil)
    } catch {
      exit(withError: error)
    }
  }
}
