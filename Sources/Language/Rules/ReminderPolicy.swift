package import Diagnostics
package import RuleSyntax

/// A `cách nhắc` with its names resolved; `Reminders` follows it.
package struct ReminderPolicy: Sendable {
  package var id: String
  package var title: String
  package var also: [String] = []
  package var basedOn: PolicyID?
  /// The block's own fields in their order, then those inherited ones that it does not replace.
  package var fields: [PolicyField]
  /// Nil for a policy outside plans.
  package var plan: PlanID?
  package var span: Span

  package init(id: String, title: String, fields: [PolicyField], span: Span) {
    self.id = id
    self.title = title
    self.fields = fields
    self.span = span
  }
}
