/// The addresses of signing in by the unit's mailbox.
package enum SignInAddress {
  /// The page on which a unit asks for its letter, and what the paths of the others begin with.
  package static let place = "dang-nhap"
  /// The page that the letter opens.
  package static let letter = "thu"
  /// The parameter that has the token of the letter.
  package static let parameter = AnswerAddress.parameter

  /// - Parameter site: where the office's pages are, `https://nhacviec.example`.
  package static func address(_ token: String, on site: String, inEnglish: Bool) -> String {
    "\(site)\(inEnglish ? "/en" : "")/\(place)/\(letter)?\(parameter)=\(token)"
  }
}
