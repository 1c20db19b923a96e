package import Diagnostics
package import RuleSyntax

/// `cách nhắc`, read and resolved; room `Reminders` acts on it.
package struct ReminderPolicy: Sendable {
  package var id: String
  package var title: String
  package var also: [String] = []
  package var basedOn: PolicyID?
  /// Own and inherited fields, in the order of the block; those of the block win.
  package var fields: [PolicyField]
  package var plan: PlanID?
  package var span: Span

  package init(id: String, title: String, fields: [PolicyField], span: Span) {
    self.id = id
    self.title = title
    self.fields = fields
    self.span = span
  }
}
