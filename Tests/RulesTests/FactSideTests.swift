import Rules
import Testing

@Suite("For whom a fact was recorded")
struct FactSideTests {
  @Test("The side stands at the end of what the log keeps, behind the words of who recorded it")
  func read() {
    #expect(FactSide.read("pnv (chủ trì)")?.side == FactSide(.lead, of: "pnv"))
    #expect(FactSide.read("pnv (chủ trì)")?.before == "")
    #expect(FactSide.read("Lan; pnv (xác nhận)")?.side == FactSide(.confirmer, of: "pnv"))
    #expect(FactSide.read("Lan; pnv (xác nhận)")?.before == "Lan; ")
    #expect(FactSide.read("đầu mối")?.side == FactSide(.focalPoint, of: nil))
    for text in ["", "Lan", "chủ trì; Lan", "pnv(chủ trì)", "lan@so.example"] {
      #expect(FactSide.read(text) == nil, "\(text)")
    }
    for side in [FactSide(.decider, of: "gd"), FactSide(.watcher, of: nil)] {
      #expect(FactSide.read(side.text)?.side == side)
    }
  }
}
