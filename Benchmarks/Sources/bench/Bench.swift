import ArgumentParser
import Foundation
import LinearAlgebra

@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Times one workload of swift-classic and prints one line of JSON.",
    discussion: "scripts/benchmark makes the data, runs this beside the peers and judges both.")

  @Argument(help: "The workload, one of --list.")
  var workload: String?

  @Flag(help: "List the workloads and do nothing else.")
  var list = false

  @Option(help: "The folder with the data, as .npy files.")
  var data: String?

  @Option(help: "The folder that the result is written to, as .npy files; made if missing.")
  var output: String?

  @Option(help: "How often to time the fit.")
  var repetitions = 5

  @Option(help: "How often to run it before, untimed.")
  var warmups = 1

  @Option(help: "The most threads that work at the same time.")
  var threads = ThreadBudget.processorCount

  @Option(help: "Whether to be fastest, or to give the same bits on any number of threads.")
  var mode = Mode.fastest

  func validate() throws {
    if repetitions < 1 { throw ValidationError("--repetitions is \(repetitions); it must be 1 or more.") }
    if warmups < 0 { throw ValidationError("--warmups is \(warmups); it must be 0 or more.") }
    if threads < 1 { throw ValidationError("--threads is \(threads); it must be 1 or more.") }
  }

  func run() throws {
    if list {
      for workload in Workloads.all { print("\(workload.name): \(workload.summary)") }
      return
    }
    let measurer = Measurer(
      data: Folder(path: try given(data, as: "--data FOLDER, where the .npy files are")),
      output: Folder(path: try given(output, as: "--output FOLDER, where the result goes")),
      repetitions: repetitions, warmups: warmups, budget: mode.budget.limited(to: threads))
    let workload = try Workloads.named(try given(workload, as: "a WORKLOAD, one of --list"))
    print(try line(of: try measurer.measure(workload)))
  }

  private func given(_ value: String?, as what: String) throws -> String {
    guard let value else { throw ValidationError("Missing \(what).") }
    return value
  }

  private func line(of measurement: Measurement) throws(BenchmarkError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(measurement), as: UTF8.self)
    } catch {
      throw .cannotEncode(reason: error.localizedDescription)
    }
  }
}
