/// Outputs of one kind that follow each other, and so share a fence or a list in a document.
enum Block: Sendable, Equatable {
  /// Lines, each with its line break.
  case text(String)
  case checks([Check])
  case table(Table)
  case figure(ShownFigure)
  case note(String)

  static func blocks(of outputs: [Output]) -> [Block] {
    outputs.reduce(into: []) { blocks, output in
      let next = Block(output)
      if let joined = blocks.last?.joined(with: next) {
        blocks[blocks.count - 1] = joined
      } else {
        blocks.append(next)
      }
    }
  }

  private init(_ output: Output) {
    self =
      switch output {
      case .text(let text): .text(text + "\n")
      case .printed(let text): .text(text.hasSuffix("\n") ? text : text + "\n")
      case .table(let table): .table(table)
      case .figure(let figure): .figure(figure)
      case .check(let check): .checks([check])
      case .note(let note): .note(note)
      }
  }

  private func joined(with next: Block) -> Block? {
    switch (self, next) {
    case (.text(let first), .text(let second)): .text(first + second)
    case (.checks(let first), .checks(let second)): .checks(first + second)
    default: nil
    }
  }
}
