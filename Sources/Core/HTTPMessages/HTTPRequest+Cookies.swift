extension HTTPRequest {
  /// The value of a cookie (RFC 6265, 4.2); nil where it is absent or there several times.
  package func cookie(_ name: String) -> String? {
    let values = values(of: "cookie").flatMap { $0.split(separator: ";") }.compactMap { pair -> Substring? in
      let pair = pair.drop { $0 == " " }
      return pair.hasPrefix("\(name)=") ? pair.dropFirst(name.utf8.count + 1) : nil
    }
    return values.count == 1 ? String(values[0]) : nil
  }

  /// The address of who asks, as the web server says it in `X-Forwarded-For`: the last that is not one of these proxies. Empty where
  /// it says nothing.
  package func client(behind proxies: Set<String>) -> String {
    let said: [String] = values(of: "x-forwarded-for").flatMap { field in
      field.split(separator: ",").map { $0.filter { $0 != " " } }
    }
    return said.last { !proxies.contains($0) } ?? said.first ?? ""
  }
}

extension HTTPAnswer {
  /// Has the browser keep something for these pages alone, over encrypted connections, out of reach of scripts.
  /// - Parameter seconds: for how long; 0 takes it away.
  package mutating func setCookie(_ name: String, _ value: String, seconds: Int64) {
    add("Set-Cookie", "\(name)=\(value); Path=/; Max-Age=\(seconds); Secure; HttpOnly; SameSite=Lax")
  }
}
