"""Prints the kept mails, oldest first, one a line: for whom, subject, message id. mails.py FOLDER [--text]: their texts too."""
import email.policy, glob, os, sys

for path in sorted(glob.glob(sys.argv[1] + "/*.eml"), key=os.path.getmtime):
    with open(path, "rb") as file:
        mail = email.message_from_binary_file(file, policy=email.policy.default)
    print(mail["X-Kept-For"], mail["Subject"], mail["Message-ID"], sep=" | ")
    if "--text" in sys.argv:
        print(mail.get_body(("plain",)).get_content())
