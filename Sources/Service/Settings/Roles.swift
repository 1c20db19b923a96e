import SettingKeys

/// Who may record what, by login. Where nobody has a role everybody records everything.
package struct Roles: Sendable {
  package struct Role: Sendable {
    /// The names of the units for which the user records.
    package let units: [String]
    /// Whether the user records for every side.
    package let isFocalPoint: Bool

    package init(units: [String], isFocalPoint: Bool) { (self.units, self.isFocalPoint) = (units, isFocalPoint) }
  }

  private let roles: [String: Role]

  init(_ values: ConfigurationValues) {
    roles = Dictionary(
      uniqueKeysWithValues: values.names(under: ["roles"]).map { login in
        let table = values.table(["roles", login])
        return (login, Role(units: table.list("units"), isFocalPoint: table.boolean("focal-point")))
      })
  }

  package var isEmpty: Bool { roles.isEmpty }

  /// Nil: this user may record nothing, if there are roles.
  package subscript(login: String) -> Role? { roles[login] }
}
