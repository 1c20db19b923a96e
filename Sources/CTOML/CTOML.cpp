#include "CTOML.h"

// Without exceptions: a mistake in the text is a value.
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#define TOML_ENABLE_WINDOWS_COMPAT 0
#include <toml++/toml.h>

#include <new>
#include <string>
#include <string_view>
#include <vector>

struct ctoml_document {
  toml::table root;
  std::vector<ctoml_node> nodes;
  std::string error;
  ctoml_place error_place{};
  bool failed = false;
};

namespace {

ctoml_place place(const toml::source_position &position) {
  return {static_cast<uint32_t>(position.line), static_cast<uint32_t>(position.column)};
}

ctoml_node blank(int32_t parent, const toml::node &value) {
  ctoml_node node{};
  node.parent = parent;
  node.start = place(value.source().begin);
  node.end = place(value.source().end);
  return node;
}

void add(ctoml_document &document, int32_t parent, const toml::key *key, const toml::node &value) {
  ctoml_node node = blank(parent, value);
  if (key != nullptr) {
    node.key = key->str().data();
    node.key_length = key->str().size();
    node.key_start = place(key->source().begin);
    node.key_end = place(key->source().end);
  }
  if (const auto *text = value.as_string()) {
    node.kind = CTOML_STRING;
    node.text = text->get().data();
    node.text_length = text->get().size();
  } else if (const auto *integer = value.as_integer()) {
    node.kind = CTOML_INTEGER;
    node.integer = integer->get();
  } else if (const auto *number = value.as_floating_point()) {
    node.kind = CTOML_FLOAT;
    node.number = number->get();
  } else if (const auto *truth = value.as_boolean()) {
    node.kind = CTOML_BOOLEAN;
    node.truth = truth->get();
  } else if (value.is_table()) {
    node.kind = CTOML_TABLE;
  } else if (value.is_array()) {
    node.kind = CTOML_ARRAY;
  } else {
    node.kind = CTOML_TIME;
  }
  const auto index = static_cast<int32_t>(document.nodes.size());
  document.nodes.push_back(node);
  // toml++ limits nesting, so that this ends on every text.
  if (const auto *table = value.as_table()) {
    for (const auto &[name, child] : *table) add(document, index, &name, child);
  } else if (const auto *array = value.as_array()) {
    for (const auto &child : *array) add(document, index, nullptr, child);
  }
}

}  // namespace

ctoml_document *ctoml_parse(const char *text, size_t length) {
  auto *document = new (std::nothrow) ctoml_document;
  if (document == nullptr) return nullptr;
  auto result = toml::parse(std::string_view(text, length));
  if (result) {
    document->root = std::move(result).table();
    add(*document, -1, nullptr, document->root);
  } else {
    document->failed = true;
    document->error = std::string(result.error().description());
    document->error_place = place(result.error().source().begin);
  }
  return document;
}

void ctoml_free(ctoml_document *document) { delete document; }

const char *ctoml_error(const ctoml_document *document, ctoml_place *where) {
  if (!document->failed) return nullptr;
  if (where != nullptr) *where = document->error_place;
  return document->error.c_str();
}

size_t ctoml_count(const ctoml_document *document) { return document->nodes.size(); }

const ctoml_node *ctoml_nodes(const ctoml_document *document) { return document->nodes.data(); }
