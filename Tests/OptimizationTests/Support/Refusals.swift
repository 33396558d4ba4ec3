import Learning

/// The name of the option that a piece of work refuses; nil if it does its work or throws something else.
func refusedOption<Result>(_ body: () throws -> Result) -> String? {
  do {
    _ = try body()
  } catch LearningError.invalidOption(let name, _, _) {
    return name
  } catch {}
  return nil
}
