import Foundation
import Stats

/// Distributions as files hold them.
extension DistributionLaws {
  func codingKeepsTheDistribution(_ findings: inout Findings) throws {
    let read = try JSONDecoder().decode(Subject.self, from: JSONEncoder().encode(distribution))
    findings.expectEqual(read, distribution, "written and read")
    findings.expectEqual(read.hashValue, distribution.hashValue, "the hash, written and read")
  }

  func wrongParametersAreRefused(_ findings: inout Findings) throws {
    let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(distribution))
    guard let parameters = json as? [String: Any] else {
      findings.expect(false, "the JSON is not an object of parameters by their names")
      return
    }
    for (name, text) in refused {
      findings.expect(parameters[name] != nil, "there is no parameter \(name) in the JSON")
      var edited = parameters
      edited[name] = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
      let data = try JSONSerialization.data(withJSONObject: edited)
      do {
        let read = try JSONDecoder().decode(Subject.self, from: data)
        findings.expect(false, "\(name) of \(text) is read as \(read)")
      } catch DecodingError.dataCorrupted(let context) {
        let sentence = context.debugDescription
        findings.expect(
          sentence.contains("\(Subject.name) distribution"), "\(name) of \(text) is refused with “\(sentence)”")
      }
    }
  }
}
