import Foundation

/// The memory of this process in MB of 2^20 bytes, as Linux tells it; nil elsewhere.
enum ProcessMemory {
  /// Now.
  static var resident: Double? { value(of: "VmRSS:") }
  /// The most until now.
  static var peak: Double? { value(of: "VmHWM:") }

  private static func value(of key: String) -> Double? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix(key) })
    else { return nil }
    let words = line.split { $0 == " " || $0 == "\t" }
    return words.count > 1 ? Double(words[1]).map { $0 / 1024 } : nil
  }
}
