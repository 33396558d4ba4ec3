/// Tells Jupyter the language: how to colour the code, and which kernel would run it.
struct JupyterMetadata: Encodable, Sendable {
  private enum CodingKeys: String, CodingKey {
    case kernel = "kernelspec"
    case language = "language_info"
  }

  private let kernel = ["display_name": "Swift", "language": "swift", "name": "swift"]
  private let language = ["file_extension": ".swift", "mimetype": "text/x-swift", "name": "swift"]
}
