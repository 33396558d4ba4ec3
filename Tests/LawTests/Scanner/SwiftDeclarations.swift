/// The type declarations and extensions of Swift sources, as far as conformances go.
struct SwiftDeclarations {
  struct Declaration: Hashable {
    let keyword: String
    /// The last part of a dotted name.
    let name: String
    let isPublic: Bool
    /// What stands behind the colon, without generic arguments and modules.
    let inherited: Set<String>
  }

  let declarations: [Declaration]

  init(sources: [String]) {
    declarations = sources.flatMap { Self.declarations(in: Self.code(of: $0)) }
  }

  private static func declarations(in code: String) -> [Declaration] {
    // An attribute or another modifier may stand between `public` and the keyword, on the same line.
    let head = #/
      (?<access> \b public \b [\w\ \t]*? )?
      \b (?<keyword> struct | enum | class | actor | protocol | extension ) [\ \t]+ (?<name> [\w.`]+ )
      /#
    return code.matches(of: head).compactMap { match in
      let rest = skippingGenerics(code[match.range.upperBound...].drop(while: \.isWhitespace))
      return Declaration(
        keyword: String(match.keyword), name: lastPart(of: match.name), isPublic: match.access != nil,
        inherited: rest.first == ":" ? inheritedNames(rest.dropFirst()) : [])
    }
  }

  /// Behind the angle brackets that the text begins with, if it does.
  private static func skippingGenerics(_ text: Substring) -> Substring {
    guard text.first == "<" else { return text }
    var depth = 0
    for index in text.indices {
      if text[index] == "<" { depth += 1 }
      if text[index] == ">" { depth -= 1 }
      if depth == 0 { return text[text.index(after: index)...].drop(while: \.isWhitespace) }
    }
    return text[text.endIndex...]
  }

  /// The names up to the brace or the `where`, generic arguments left out.
  private static func inheritedNames(_ text: Substring) -> Set<String> {
    var depth = 0
    var list = ""
    for character in text.prefix(while: { $0 != "{" }) {
      if character == "<" { depth += 1 }
      if depth == 0 { list.append(character) }
      if character == ">" { depth -= 1 }
    }
    let names = list.prefix(upTo: list.firstRange(of: /\bwhere\b/)?.lowerBound ?? list.endIndex)
    return Set(
      names.split { $0 == "," || $0 == "&" }.compactMap { part in
        // `@preconcurrency` and its like stand before the name.
        part.split(whereSeparator: \.isWhitespace).last.map(lastPart)
      })
  }

  private static func lastPart(of name: Substring) -> String {
    String(name.split(separator: ".").last ?? name).filter { $0 != "`" }
  }

  /// The source without comments and without what stands in string literals.
  private static func code(of source: String) -> String {
    var code = ""
    var rest = Substring(source)
    while let character = rest.first {
      if rest.hasPrefix("//") {
        rest = rest.drop { !$0.isNewline }
      } else if rest.hasPrefix("/*") {
        rest = skippingBlockComment(rest)
      } else if rest.hasPrefix("\"\"\"") {
        rest = skippingLiteral(rest, delimiter: "\"\"\"")
      } else if character == "\"" {
        rest = skippingLiteral(rest, delimiter: "\"")
      } else {
        code.append(character)
        rest.removeFirst()
      }
    }
    return code
  }

  private static func skippingBlockComment(_ text: Substring) -> Substring {
    var depth = 0
    var rest = text
    repeat {
      let step: Int
      if rest.hasPrefix("/*") {
        (depth, step) = (depth + 1, 2)
      } else if rest.hasPrefix("*/") {
        (depth, step) = (depth - 1, 2)
      } else {
        step = 1
      }
      rest = rest.dropFirst(step)
    } while depth > 0 && !rest.isEmpty
    return rest
  }

  /// Literals inside an interpolation come in pairs, so taking them for the end of this one and the start of another
  /// leaves the same code outside.
  private static func skippingLiteral(_ text: Substring, delimiter: String) -> Substring {
    var rest = text.dropFirst(delimiter.count)
    while !rest.isEmpty, !rest.hasPrefix(delimiter) {
      rest = rest.dropFirst(rest.first == "\\" ? 2 : 1)
    }
    return rest.dropFirst(delimiter.count)
  }
}
