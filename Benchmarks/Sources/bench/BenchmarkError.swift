/// What is wrong with a call of `bench`, apart from its data.
enum BenchmarkError: Error, Hashable {
  case unknownWorkload(String, known: [String])
  case cannotCreateFolder(path: String, reason: String)
  case cannotEncode(reason: String)
}

extension BenchmarkError: CustomStringConvertible {
  var description: String {
    switch self {
    case .unknownWorkload(let name, let known):
      "There is no workload “\(name)”; there are \(known.joined(separator: ", "))."
    case .cannotCreateFolder(let path, let reason):
      "The folder \(path) for the output cannot be created: \(reason)"
    case .cannotEncode(let reason):
      "The measurement cannot be written as JSON: \(reason)"
    }
  }
}
