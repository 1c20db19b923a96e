import Hashing
import Testing

@Suite("Base64")
struct Base64Tests {
  @Test(
    "RFC 4648's examples, with and without padding",
    arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("foobar", "Zm9vYmFy")])
  func standard(_ plain: String, _ encoded: String) {
    #expect(Base64.text(Array(plain.utf8)) == encoded)
    #expect(Base64.decode(encoded) == Array(plain.utf8))
    let short = encoded.filter { $0 != "=" }
    #expect(Base64.addressText(Array(plain.utf8)) == short)
    #expect(Base64.decode(addressText: short) == Array(plain.utf8))
  }

  @Test("What stands in addresses has two digits of its own") func addresses() {
    #expect(Base64.text([0xFB, 0xFF]) == "+/8=" && Base64.addressText([0xFB, 0xFF]) == "-_8")
    #expect(Base64.decode(addressText: "-_8") == [0xFB, 0xFF])
    for wrong in ["+/8", "-_8=", "-", "-_8é", "a b4"] { #expect(Base64.decode(addressText: wrong) == nil, "\(wrong)") }
  }

  @Test("A secret has one spelling: bits behind the last byte are none of it")
  func oneSpelling() {
    // One byte has 4 such bits, two have 2: of 16 and of 4 last digits one is right.
    let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    for bytes: [UInt8] in [[0xFB], [0xFB, 0xFF]] {
      let right = Base64.addressText(bytes)
      for digit in digits where "\(digit)" != right.suffix(1) {
        #expect(Base64.decode(addressText: right.dropLast() + "\(digit)") != bytes)
      }
    }
    #expect(Base64.decode(addressText: "-w") == [0xFB] && Base64.decode(addressText: "-x") == nil)
  }
}
