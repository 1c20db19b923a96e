#include "CMail.h"

// Only what the library table needs says whether it may be null.
#pragma clang diagnostic ignored "-Wnullability-completeness"

#include <gmime/gmime.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <strings.h>

#include "CLoading.h"

#define LIBGMIME(F)                                                                                                    \
  F(g_mime_init) F(g_mime_stream_mem_new_with_buffer) F(g_mime_parser_new_with_stream)                                 \
  F(g_mime_parser_construct_message) F(g_mime_object_get_header_list) F(g_mime_header_list_get_count)                  \
  F(g_mime_header_list_get_header_at) F(g_mime_header_get_name) F(g_mime_header_get_value)                             \
  F(g_mime_header_get_raw_value) F(g_mime_message_get_mime_part) F(g_mime_object_get_content_type)                     \
  F(g_mime_content_type_get_mime_type) F(g_mime_multipart_get_type) F(g_mime_multipart_get_count)                      \
  F(g_mime_multipart_get_part) F(g_mime_part_get_type) F(g_mime_text_part_get_type) F(g_mime_text_part_get_text)       \
  F(g_mime_part_get_filename) F(g_mime_part_is_attachment) F(g_mime_references_parse) F(g_mime_references_length)      \
  F(g_mime_references_get_message_id) F(g_mime_references_free) F(g_mime_utils_header_decode_date)                     \
  F(g_mime_utils_decode_message_id) F(internet_address_list_parse) F(internet_address_list_length)                     \
  F(internet_address_list_get_address) F(internet_address_mailbox_get_type) F(internet_address_mailbox_get_addr)       \
  F(g_type_check_instance_is_a) F(g_date_time_to_unix) F(g_date_time_unref) F(g_object_unref) F(g_free)
NHACVIEC_OPTIONAL_LIBRARY(libgmime, LIBGMIME)
NHACVIEC_OPTIONAL_LIBRARY_IN(libgmime, "libgmime-3.0.so.0", LIBGMIME)

enum { most_fields = 500, most_parts = 500, deepest = 20, most_colons = 2000 };

/// What a walk through a mail needs.
struct walk {
  const struct libgmime *lib;
  void *context;
  void (*take)(void *context, nhacviec_mail_item item, const char *name, const char *text);
  int parts;
};

static void hand_on(struct walk *walk, nhacviec_mail_item item, const char *name, const char *text) {
  if (text) walk->take(walk->context, item, name, text);
}

static bool is_a(struct walk *walk, void *object, GType type) {
  return walk->lib->g_type_check_instance_is_a(object, type);
}

static void take_ids(struct walk *walk, const char *text) {
  GMimeReferences *ids = walk->lib->g_mime_references_parse(NULL, text);
  if (!ids) return;
  int count = walk->lib->g_mime_references_length(ids);
  for (int index = 0; index < count; index++)
    hand_on(walk, nhacviec_mail_answered, NULL, walk->lib->g_mime_references_get_message_id(ids, index));
  walk->lib->g_mime_references_free(ids);
}

static void take_author(struct walk *walk, const char *text) {
  const struct libgmime *lib = walk->lib;
  InternetAddressList *list = lib->internet_address_list_parse(NULL, text);
  if (!list) return;
  if (lib->internet_address_list_length(list) == 1) {
    InternetAddress *address = lib->internet_address_list_get_address(list, 0);
    if (is_a(walk, address, lib->internet_address_mailbox_get_type()))
      hand_on(walk, nhacviec_mail_author, NULL,
              lib->internet_address_mailbox_get_addr((InternetAddressMailbox *)address));
  }
  lib->g_object_unref(list);
}

static void take_field(struct walk *walk, GMimeHeader *header) {
  const struct libgmime *lib = walk->lib;
  const char *name = lib->g_mime_header_get_name(header);
  const char *raw = lib->g_mime_header_get_raw_value(header);
  if (!name || !raw) return;
  hand_on(walk, nhacviec_mail_header, name, lib->g_mime_header_get_value(header));
  if (!strcasecmp(name, "References") || !strcasecmp(name, "In-Reply-To")) take_ids(walk, raw);
  if (!strcasecmp(name, "From")) take_author(walk, raw);
  if (!strcasecmp(name, "Message-ID")) {
    char *id = lib->g_mime_utils_decode_message_id(raw);
    hand_on(walk, nhacviec_mail_id, NULL, id);
    lib->g_free(id);
  }
  if (!strcasecmp(name, "Date")) {
    GDateTime *date = lib->g_mime_utils_header_decode_date(raw);
    if (!date) return;
    char text[32];
    snprintf(text, sizeof text, "%lld", (long long)lib->g_date_time_to_unix(date));
    hand_on(walk, nhacviec_mail_date, NULL, text);
    lib->g_date_time_unref(date);
  }
}

static void take_part(struct walk *walk, GMimeObject *object, int depth) {
  const struct libgmime *lib = walk->lib;
  if (!object || depth > deepest || walk->parts++ > most_parts) return;
  if (is_a(walk, object, lib->g_mime_multipart_get_type())) {
    int count = lib->g_mime_multipart_get_count((GMimeMultipart *)object);
    for (int index = 0; index < count && walk->parts <= most_parts; index++)
      take_part(walk, lib->g_mime_multipart_get_part((GMimeMultipart *)object, index), depth + 1);
    return;
  }
  if (!is_a(walk, object, lib->g_mime_part_get_type())) return;
  if (lib->g_mime_part_is_attachment((GMimePart *)object) || lib->g_mime_part_get_filename((GMimePart *)object)) {
    hand_on(walk, nhacviec_mail_file, NULL, lib->g_mime_part_get_filename((GMimePart *)object));
    return;
  }
  if (!is_a(walk, object, lib->g_mime_text_part_get_type())) return;
  char *type = lib->g_mime_content_type_get_mime_type(lib->g_mime_object_get_content_type(object));
  bool is_plain = type && !strcasecmp(type, "text/plain");
  if (is_plain || (type && !strcasecmp(type, "text/html"))) {
    char *text = lib->g_mime_text_part_get_text((GMimeTextPart *)object);
    hand_on(walk, is_plain ? nhacviec_mail_plain : nhacviec_mail_html, NULL, text);
    lib->g_free(text);
  }
  lib->g_free(type);
}

static void take_mail(struct walk *walk, GMimeMessage *mail) {
  const struct libgmime *lib = walk->lib;
  GMimeHeaderList *headers = lib->g_mime_object_get_header_list((GMimeObject *)mail);
  int count = lib->g_mime_header_list_get_count(headers);
  for (int index = 0; index < count && index < most_fields; index++)
    take_field(walk, lib->g_mime_header_list_get_header_at(headers, index));
  GMimeObject *part = lib->g_mime_message_get_mime_part(mail);
  if (!part) return;
  char *type = lib->g_mime_content_type_get_mime_type(lib->g_mime_object_get_content_type(part));
  hand_on(walk, nhacviec_mail_type, NULL, type);
  lib->g_free(type);
  take_part(walk, part, 0);
}

/// Whether no field has so many colons that the parser of addresses, which calls itself for each group, ends the process:
/// it does with some ten thousands. A field goes on in the next line where that begins with a blank.
static bool is_bounded(const uint8_t *bytes, size_t count) {
  int colons = 0;
  for (size_t index = 0; index < count; index++) {
    if (bytes[index] == ':' && ++colons > most_colons) return false;
    bool is_end = bytes[index] == '\n' && (index + 1 == count || (bytes[index + 1] != ' ' && bytes[index + 1] != '\t'));
    if (is_end) colons = 0;
  }
  return true;
}

static void start(void) { nhacviec_libgmime()->g_mime_init(); }

nhacviec_mail_outcome nhacviec_mail_read(const uint8_t *bytes, size_t count, void *context,
                                         void (*take)(void *, nhacviec_mail_item, const char *, const char *)) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  const struct libgmime *lib = nhacviec_libgmime();
  if (!lib) return nhacviec_mail_no_library;
  if (!bytes || !is_bounded(bytes, count)) return nhacviec_mail_none;
  pthread_once(&once, start);
  struct walk walk = {lib, context, take, 0};
  GMimeStream *stream = lib->g_mime_stream_mem_new_with_buffer((const char *)bytes, count);
  GMimeParser *parser = lib->g_mime_parser_new_with_stream(stream);
  GMimeMessage *mail = lib->g_mime_parser_construct_message(parser, NULL);
  if (mail) take_mail(&walk, mail);
  if (mail) lib->g_object_unref(mail);
  lib->g_object_unref(parser);
  lib->g_object_unref(stream);
  return mail ? nhacviec_mail_is_read : nhacviec_mail_none;
}
