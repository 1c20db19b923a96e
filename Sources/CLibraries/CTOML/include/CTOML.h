#ifndef CTOML_H
#define CTOML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The values of a TOML 1.0 document with their places, by toml++ (Debian: libtomlplusplus-dev). */

typedef enum ctoml_kind {
  CTOML_TABLE,
  CTOML_ARRAY,
  CTOML_STRING,
  CTOML_INTEGER,
  CTOML_FLOAT,
  CTOML_BOOLEAN,
  /* A date, a time, or both, which are not distinguished. */
  CTOML_TIME
} ctoml_kind;

/* From 1; columns in code points. 0 where it is not known. */
typedef struct ctoml_place {
  uint32_t line;
  uint32_t column;
} ctoml_place;

typedef struct ctoml_node {
  /* Index of the table or array that holds it, always smaller than its own; -1 for the root. */
  int32_t parent;
  ctoml_kind kind;
  /* UTF-8 without a final zero; NULL in arrays and for the root. */
  const char *key;
  size_t key_length;
  ctoml_place key_start, key_end;
  ctoml_place start, end;
  const char *text;
  size_t text_length;
  int64_t integer;
  double number;
  bool boolean;
} ctoml_node;

typedef struct ctoml_document ctoml_document;

/* The document, or NULL if memory ran out. Its nodes and texts live as long as it does. The function returns for any
   text: nesting of more than 32 levels is an error, and time and stack grow with the length, which the caller
   limits. */
ctoml_document *ctoml_parse(const char *text, size_t length);
void ctoml_free(ctoml_document *document);

/* What is wrong with the text, and where; NULL if it is TOML. */
const char *ctoml_error(const ctoml_document *document, ctoml_place *place);

size_t ctoml_count(const ctoml_document *document);
const ctoml_node *ctoml_nodes(const ctoml_document *document);

#ifdef __cplusplus
}
#endif
#endif
