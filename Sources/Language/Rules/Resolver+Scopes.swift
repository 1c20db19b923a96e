import Diagnostics

/// Which plan a file and a block belong to.
extension Resolver {
  /// The one plan declared in the file, else the plan of its folder: that of `plan.rules`, or the only one.
  func findPlansOfFiles() {
    var plansOfFile: [Int: [PlanID]] = [:]
    var plansOfFolder: [NameIndex.Folder: [PlanID]] = [:]
    var mainPlans: [NameIndex.Folder: [PlanID]] = [:]
    for (plan, place) in planBlocks.enumerated() {
      plansOfFile[place.file, default: []].append(plan)
      let folder = files[place.file].folder
      plansOfFolder[folder, default: []].append(plan)
      if files[place.file].syntax.source.name.split(separator: "/").last == "plan.rules" {
        mainPlans[folder, default: []].append(plan)
      }
    }
    for file in files.indices where !files[file].isShipped {
      if let own = plansOfFile[file] {
        files[file].plan = own.count == 1 ? own.first : nil
        files[file].hasSeveralPlans = own.count > 1
      } else if let main = mainPlans[files[file].folder] {
        files[file].plan = main.count == 1 ? main.first : nil
        files[file].hasSeveralPlans = main.count > 1
      } else if let plans = plansOfFolder[files[file].folder] {
        files[file].plan = plans.count == 1 ? plans.first : nil
        files[file].hasSeveralPlans = plans.count > 1
      }
    }
  }

  /// The plan that a block belongs to: its field `kế hoạch`, else its file's.
  func plan(of place: BlockPlace) -> PlanID? {
    let file = files[place.file]
    let block = file.syntax.blocks[place.block]
    if let field = block.field(.plan) {
      let name = FoldedName(file.text(field.value))
      if let plan = set.names.find(name, \.plans, from: file.folder) { return plan }
      unknownName(
        .unknownPlan, file.text(field.value), field.value.whole, file, nounVi: "kế hoạch", nounEn: "plan",
        near: suggestions.take { set.names.nearest(to: name, \.plans, from: file.folder) })
      return nil
    }
    if let plan = file.plan { return plan }
    if file.hasSeveralPlans {
      report(
        Diagnostic(
          .severalPlans,
          vi: "tệp hay thư mục này có nhiều kế hoạch; ghi “kế hoạch: MÃ” cho khối này, hoặc để mỗi kế "
            + "hoạch trong một thư mục",
          en:
            "this file or folder has several plans; give the block “plan: ID”, or keep each plan in a folder of its own",
          at: file.span(block.header)))
    } else {
      report(
        Diagnostic(
          .noPlan, vi: "khối này không thuộc kế hoạch nào: tệp không khai kế hoạch và thư mục không có plan.rules",
          en: "this block belongs to no plan: the file declares none and its folder has no plan.rules",
          at: file.span(block.header)))
    }
    return nil
  }

  func unknownName(
    _ code: DiagnosticCode, _ text: String, _ range: Range<Int>, _ file: ResolvedFile, nounVi: String, nounEn: String,
    near: [String], missingBlock: String? = nil
  ) {
    let span = file.span(range)
    let shown = Clipped.text(text)
    report(
      Diagnostic(
        code, vi: "không có \(nounVi) nào tên “\(shown)”", en: "there is no \(nounEn) called “\(shown)”", at: span,
        fixIts: near.map { .didYouMean($0, at: span) }, missingBlock: missingBlock))
  }
}
