#include "CDocuments.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

// For many texts (an endless `*a**b_c`) the time of cmark-gfm grows with the square of the length. It cannot be
// interrupted, and such texts cannot all be listed. But it asks for memory all the time: there it is stopped, and all
// of that memory is released.

/// Precedes each piece of memory, so that all pieces can be found.
struct piece {
  struct piece *before, *after;
};

struct work {
  jmp_buf end;
  /// The beginning and the end of the ring of pieces.
  struct piece ring;
  uint64_t deadline;
  unsigned calls;
  int is_slow;
};

static _Thread_local struct work *current;

/// The processor time of this thread, so that a busy machine does not make any text too slow.
static uint64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return (uint64_t)time.tv_sec * 1000000000 + (uint64_t)time.tv_nsec;
}

static void stop(int is_slow) {
  current->is_slow = is_slow;
  longjmp(current->end, 1);
}

static void *resize(void *old, size_t size) {
  if (++current->calls % 64 == 0 && now() > current->deadline) stop(1);
  struct piece *known = old ? (struct piece *)old - 1 : NULL;
  struct piece *piece = size > SIZE_MAX / 2 ? NULL : realloc(known, sizeof *piece + size);
  if (!piece) stop(0);
  if (!known) *piece = (struct piece){&current->ring, current->ring.after};
  piece->before->after = piece->after->before = piece;
  return piece + 1;
}

static void *make(size_t count, size_t size) {
  if (size > 0 && count > SIZE_MAX / 2 / size) stop(0);
  return memset(resize(NULL, count * size), 0, count * size);
}

static void release(void *old) {
  if (!old) return;
  struct piece *piece = (struct piece *)old - 1;
  piece->before->after = piece->after;
  piece->after->before = piece->before;
  free(piece);
}

static cmark_mem memory = {make, resize, release};

static char *html(const char *text, size_t count) {
  const struct libcmark *cmark = nhacviec_libcmark();
  // Tables are the only extension: strikethrough and the like would change words. HTML in the text stays.
  const int options = CMARK_OPT_SOURCEPOS | CMARK_OPT_UNSAFE | CMARK_OPT_VALIDATE_UTF8;
  cmark_parser *parser = cmark->cmark_parser_new_with_mem(options, &memory);
  cmark_syntax_extension *tables = cmark->cmark_find_syntax_extension("table");
  if (tables) cmark->cmark_parser_attach_syntax_extension(parser, tables);
  cmark->cmark_parser_feed(parser, text, count);
  cmark_node *document = cmark->cmark_parser_finish(parser);
  if (!document) return NULL;
  char *html = cmark->cmark_render_html_with_mem(document, options,
                                                 cmark->cmark_parser_get_syntax_extensions(parser), &memory);
  return html ? strdup(html) : NULL;
}

char *nhacviec_markdown_html(const char *text, size_t count, uint64_t nanoseconds, int *is_slow) {
  nhacviec_libcmark_extensions()->cmark_gfm_core_extensions_ensure_registered();
  struct work work = {.deadline = now() + nanoseconds};
  work.ring = (struct piece){&work.ring, &work.ring};
  current = &work;
  char *volatile result = NULL;
  if (setjmp(work.end) == 0) result = html(text, count);
  while (work.ring.after != &work.ring) release(work.ring.after + 1);
  current = NULL;
  *is_slow = work.is_slow;
  return result;
}
