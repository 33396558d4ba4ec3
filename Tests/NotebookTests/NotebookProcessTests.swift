import Foundation
import TestSupport
import Testing

@Suite("A notebook as a process")
struct NotebookProcessTests {
  private let temporary: TemporaryFolder
  private var folder: URL { temporary.url }

  init() throws { temporary = try TemporaryFolder() }

  private static let expectedOutput = """
    A probe
    =======
    Prose with $\\sqrt{2}$, shown before the cell runs.

    printed before the first call
    root 1.4142135623730951
    printed between two calls

    name  value
    ----  -----
    a|b       1
    root  1.414

    Checks
    ------

    Two checks

      ok    P1  a count: measured 29, expected 29
      ok    P2  the root: measured 1.414213562, expected 1.41421356 within 1e-08

    The end.

    probe: 2 checks passed, 0 failed

    """

  @Test("shows prose, prints and outputs in order, without styles in a file")
  func terminal() throws {
    let probe = try ExecutableRun("NotebookProbe", [], in: folder)
    #expect(probe.output == Self.expectedOutput)
    #expect(probe.errors == "")
    #expect(probe.status == 0)
  }

  @Test("writes the executed notebook relative to the working directory, and shows the same as without")
  func markdown() throws {
    let probe = try ExecutableRun("NotebookProbe", ["--markdown", "probe.md"], in: folder)
    #expect(probe.output == Self.expectedOutput)
    #expect(probe.status == 0)
    let document = try temporary.text(of: "probe.md")
    #expect(
      document.hasSuffix(
        """
        let notebook = Notebook("probe")
        ```

        # A probe
        Prose with $\\sqrt{2}$, shown before
        the cell runs.

        ```swift
        print("printed before the first call")
        let root = 2.0.squareRoot()
        notebook.show("root \\(root)")
        print("printed between two calls")
        notebook.table(
          columns: ["name", "value"],
          rows: [["a|b", 1], [.text("root"), .number(root, digits: 3)]])
        ```

        ```text
        printed before the first call
        root 1.4142135623730951
        printed between two calls
        ```

        | name | value |
        | :--- | ---: |
        | a\\|b | 1 |
        | root | 1.414 |

        ## Checks

        **Two checks**

        ```swift
        stopEarlyIfAsked()
        notebook.check("P1", "a count", measured: 29, expected: 29)
        checkRoot(root, in: notebook)
        ```

        - **ok** `P1` a count: measured 29, expected 29
        - **ok** `P2` the root: measured 1.414213562, expected 1.41421356 within 1e-08

        The end.

        ```swift
        notebook.finish()
        ```

        **probe: 2 checks passed, 0 failed**

        """))
  }

  @Test("exits with 1 when a check fails")
  func failure() throws {
    let probe = try ExecutableRun("NotebookProbe", ["--spoil", "P1"], in: folder)
    #expect(probe.status == 1)
    #expect(probe.output.contains("  FAIL  P1  a count: measured 30 (spoiled, was 29), expected 29\n"))
    #expect(probe.output.hasSuffix("probe: 1 check passed, 1 failed\n"))
  }

  @Test("exits with 64 and the labels when there is no check to spoil, and writes no file")
  func unknownLabel() throws {
    let probe = try ExecutableRun("NotebookProbe", ["--spoil", "P9", "--markdown", "probe.md"], in: folder)
    #expect(probe.status == 64)
    #expect(
      probe.errors == "Error: --spoil P9 names no check. The labels of this notebook are P1, P2.\n")
    #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("probe.md").path))
  }

  @Test("exits with 64 and a sentence for an option that it does not have")
  func unknownOption() throws {
    let probe = try ExecutableRun("NotebookProbe", ["--markdwn", "probe.md"], in: folder)
    #expect(probe.status == 64)
    #expect(probe.errors.contains("Unknown option '--markdwn'"))
    #expect(probe.output == "")
  }

  @Test("explains its options")
  func help() throws {
    let probe = try ExecutableRun("NotebookProbe", ["--help"], in: folder)
    #expect(probe.status == 0)
    for option in ["--markdown <file>", "--html <file>", "--ipynb <file>", "--figures <folder>", "--spoil <label> ..."] {
      #expect(probe.output.contains("[\(option)]"), "\(option)")
    }
  }

  @Test("exits with 74 and a sentence before the work when the file cannot be written")
  func unwritable() throws {
    let probe = try ExecutableRun("NotebookProbe", ["--markdown", "missing/probe.md"], in: folder)
    #expect(probe.status == 74)
    #expect(probe.errors.contains("cannot be written to 'missing/probe.md': No such file or directory."))
    #expect(probe.output == "")
  }

  @Test("exits with 70 when the script ends before finish, and loses nothing that was printed")
  func unfinished() throws {
    let probe = try ExecutableRun(
      "NotebookProbe", ["--markdown", "probe.md"], environment: ["NOTEBOOK_PROBE_STOPS": "1"], in: folder)
    #expect(probe.status == 70)
    #expect(
      probe.errors == "Error: probe ended without finish(): its checks were not counted, and nothing was written to "
        + "'probe.md'. Call notebook.finish() as the last statement of the script.\n")
    #expect(probe.output.hasSuffix("Two checks\n\nstopping early\n"))
  }
}
