import ArgumentParser

/// The option `--state`.
struct StateOption: ParsableArguments {
  @Option(
    name: .customLong("state"),
    help:
      "Thư mục lưu ghi nhận / state folder (mặc định / default: $NHACVIEC_STATE, /var/lib/nhacviec, ~/.local/state).")
  var folder: String?
}
