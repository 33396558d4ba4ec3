/// What is printed of one run: one line of JSON, with the keys that the peers' side prints too.
struct Measurement: Encodable {
  var workload: String
  var implementation = "swift-classic"
  /// Of each repetition.
  var seconds: [Double]
  var median: Double
  /// The most memory that the process has had up to the end of the last repetition, in MB of 2^20 bytes; nil where the
  /// system does not tell.
  var peakMB: Double?
  /// The memory of the process once the data were loaded.
  var dataMB: Double?
  var mode: String
  var threads: Int
  /// Of our own vectorised functions.
  var instructionSet: String
  /// Of the BLAS.
  var blas: String?
  var method: String

  enum CodingKeys: String, CodingKey {
    case workload, implementation, seconds, median, mode, threads, blas, method
    case peakMB = "peak_mb"
    case dataMB = "data_mb"
    case instructionSet = "instruction_set"
  }
}
