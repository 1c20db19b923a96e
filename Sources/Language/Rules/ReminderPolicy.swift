import CivilCalendar
public import RuleSyntax

/// `cách nhắc`, read and resolved; room `Reminders` acts on it.
public struct ReminderPolicy: Sendable {
  public var id: String
  public var title: String
  public var also: [String] = []
  public var basedOn: PolicyID?
  /// Own and inherited fields, in the order of the block; those of the block win.
  public var fields: [PolicyField]
  public var plan: PlanID?
  public var span: Span

  public init(id: String, title: String, fields: [PolicyField], span: Span) {
    self.id = id
    self.title = title
    self.fields = fields
    self.span = span
  }
}
