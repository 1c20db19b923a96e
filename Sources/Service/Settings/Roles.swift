import SettingKeys

/// Who may record what, by login. Where nobody has a role everybody records everything.
package struct Roles: Sendable {
  package struct Role: Sendable {
    /// The names of the units for which the user records.
    package let units: [String]
    /// Whether the user records for every side.
    package let isFocalPoint: Bool
    /// Whether the user decides on pages what is proposed for the rules.
    package let isAdministrator: Bool

    package init(units: [String], isFocalPoint: Bool, isAdministrator: Bool = false) {
      (self.units, self.isFocalPoint, self.isAdministrator) = (units, isFocalPoint, isAdministrator)
    }
  }

  private let roles: [String: Role]

  init(_ values: ConfigurationValues) {
    roles = Dictionary(
      uniqueKeysWithValues: values.names(under: ["roles"]).map { login in
        let table = values.table(["roles", login])
        let role = Role(
          units: table.list("units"), isFocalPoint: table.boolean("focal-point"),
          isAdministrator: table.boolean("administrator"))
        return (login, role)
      })
  }

  package var isEmpty: Bool { roles.isEmpty }

  /// Nil: this user may record nothing, if there are roles.
  package subscript(login: String) -> Role? { roles[login] }
}
