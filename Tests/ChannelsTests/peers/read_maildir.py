"""Reads a Maildir with Python's mailbox, as JSON: subject, words and Return-Path of each mail. Path on standard input."""
import email, email.policy, json, mailbox, sys

box = mailbox.Maildir(sys.stdin.read().strip(), create=False,
                      factory=lambda f: email.message_from_binary_file(f, policy=email.policy.default))
print(json.dumps([{"subject": m["Subject"], "text": m.get_content().replace("\r\n", "\n"), "returnPath": m["Return-Path"]}
                  for m in (box[key] for key in sorted(box.keys()))]))
