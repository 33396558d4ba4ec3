import Foundation

/// Reads Tests/Fixtures/stats/`name`.json.
func fixture<Content: Decodable>(_ name: String, of type: Content.Type = Content.self) throws -> Content {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Fixtures/stats/\(name).json").standardized
  return try JSONDecoder().decode(type, from: Data(contentsOf: file))
}
