/// The name of a type as it stands in its declaration, without generic arguments.
package func typeName(of type: Any.Type) -> String {
  String("\(type)".prefix { $0 != "<" })
}
