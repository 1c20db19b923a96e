// GMime, as far as it is used: a mail as its header fields and its texts. A machine may do without it.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// What `nhacviec_mail_read` hands on. All texts are UTF-8, as far as the mail's own words about its charsets are true.
typedef enum : int {
  /// A header field of the mail, decoded (RFC 2047) and unfolded, with its name.
  nhacviec_mail_header,
  /// The address of the author, if there is exactly one.
  nhacviec_mail_author,
  /// One of the message ids in References and In-Reply-To, without angle brackets.
  nhacviec_mail_answered,
  /// The mail's own message id.
  nhacviec_mail_id,
  /// Seconds since 1970 of the Date field, in decimal.
  nhacviec_mail_date,
  /// The content type of the whole mail, such as `multipart/report`.
  nhacviec_mail_type,
  /// A text/plain part, or a text/html part, that is no attachment.
  nhacviec_mail_plain,
  nhacviec_mail_html,
  /// The file name of an attachment.
  nhacviec_mail_file,
} nhacviec_mail_item;

typedef enum : int {
  nhacviec_mail_is_read,
  /// GMime is not installed.
  nhacviec_mail_no_library,
  /// The bytes are no mail.
  nhacviec_mail_none,
} nhacviec_mail_outcome;

/// Reads a mail (RFC 5322, MIME), and hands on what is in it, of attached mails nothing. `name` is that of a header field,
/// else null. What is far from the beginning is left out: fields behind the 500th, parts behind the 500th or nested deeper
/// than 20.
nhacviec_mail_outcome nhacviec_mail_read(const uint8_t *_Nullable bytes, size_t count, void *_Nullable context,
                                         void (*_Nonnull take)(void *_Nullable context, nhacviec_mail_item item,
                                                               const char *_Nullable name, const char *_Nonnull text));
