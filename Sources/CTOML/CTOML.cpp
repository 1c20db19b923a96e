#include "CTOML.h"

// toml++ asserts some of what it should ask: `[,` fails an assertion, and without assertions its behaviour is undefined.
// Here an assertion that fails is an error of the text. With exceptions the first error ends the reading.
#undef NDEBUG
namespace {
struct unexpected_text {};
}  // namespace
#define TOML_ASSERT(expr) ((expr) ? static_cast<void>(0) : throw unexpected_text())
#define TOML_EXCEPTIONS 1
#define TOML_MAX_NESTED_VALUES 32
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#define TOML_ENABLE_WINDOWS_COMPAT 0
#include <toml++/toml.h>

#include <pthread.h>

#include <algorithm>
#include <deque>
#include <new>
#include <string>
#include <string_view>
#include <vector>

struct ctoml_document {
  std::vector<ctoml_node> nodes;
  // What the nodes point to. The tables of toml++ themselves live only while the text is read.
  std::deque<std::string> texts;
  std::string error;
  ctoml_place error_place{};
  // Nothing is known of the text: there was no memory for it.
  bool unread = true;
};

namespace {

constexpr int deepest = 32;

struct too_deep {
  ctoml_place where;
};

ctoml_place place(const toml::source_position &position) {
  return {static_cast<uint32_t>(position.line), static_cast<uint32_t>(position.column)};
}

const char *keep(ctoml_document &document, std::string_view text) {
  return document.texts.emplace_back(text).data();
}

ctoml_node blank(int32_t parent, const toml::node &value) {
  ctoml_node node{};
  node.parent = parent;
  node.start = place(value.source().begin);
  node.end = place(value.source().end);
  return node;
}

void add(ctoml_document &document, int32_t parent, const toml::key *key, const toml::node &value, int depth) {
  ctoml_node node = blank(parent, value);
  if (depth > deepest) throw too_deep{node.start};
  if (key != nullptr) {
    node.key = keep(document, key->str());
    node.key_length = key->str().size();
    node.key_start = place(key->source().begin);
    node.key_end = place(key->source().end);
  }
  if (const auto *text = value.as_string()) {
    node.kind = CTOML_STRING;
    node.text = keep(document, text->get());
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
  if (const auto *table = value.as_table()) {
    for (const auto &[name, child] : *table) add(document, index, &name, child, depth + 1);
  } else if (const auto *array = value.as_array()) {
    for (const auto &child : *array) add(document, index, nullptr, child, depth + 1);
  }
}

bool is_unexpected(std::string_view text) {
  try {
    (void)toml::parse(text);
  } catch (const unexpected_text &) {
    return true;
  } catch (const toml::parse_error &) {
  }
  return false;
}

// The line at which an assertion fails: without it and what follows none does, since reading goes from line to line.
ctoml_place unexpected_line(std::string_view text) {
  std::vector<size_t> ends;
  for (size_t index = 0; index < text.size(); index++) {
    if (text[index] == '\n') ends.push_back(index + 1);
  }
  const auto line = std::partition_point(
      ends.begin(), ends.end(), [&](size_t end) { return !is_unexpected(text.substr(0, end)); });
  return {static_cast<uint32_t>(line - ends.begin()) + 1, 1};
}

void fail(ctoml_document &document, std::string_view words, ctoml_place where) {
  document.error = words;
  document.error_place = where;
}

void read(ctoml_document &document, std::string_view text) {
  try {
    add(document, -1, nullptr, toml::parse(text), 0);
  } catch (const toml::parse_error &error) {
    fail(document, error.description(), place(error.source().begin));
  } catch (const too_deep &error) {
    fail(document, "tables or arrays are nested too deeply", error.where);
  } catch (const unexpected_text &) {
    fail(document, "unexpected character", unexpected_line(text));
  }
  document.unread = false;
}

struct task {
  ctoml_document *document;
  std::string_view text;
};

void *run(void *argument) {
  const auto *work = static_cast<const task *>(argument);
  try {
    read(*work->document, work->text);
  } catch (...) {
    // No memory: the document stays unread.
  }
  return nullptr;
}

}  // namespace

ctoml_document *ctoml_parse(const char *text, size_t length) {
  auto *document = new (std::nothrow) ctoml_document;
  if (document == nullptr) return nullptr;
  task work{document, {text, length}};
  // `a.a.a` is tables in tables, through which toml++ goes by recursion. A level takes two characters and, where nothing
  // is optimised, 800 bytes of stack: a thread whose stack grows with the text has room for every text.
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, (size_t{4} << 20) + length * 1024);
  pthread_t thread;
  if (pthread_create(&thread, &attributes, run, &work) == 0) pthread_join(thread, nullptr);
  pthread_attr_destroy(&attributes);
  return document;
}

void ctoml_free(ctoml_document *document) { delete document; }

const char *ctoml_error(const ctoml_document *document, ctoml_place *where) {
  if (!document->unread && document->error.empty()) return nullptr;
  if (where != nullptr) *where = document->unread ? ctoml_place{1, 1} : document->error_place;
  return document->unread ? "out of memory" : document->error.c_str();
}

size_t ctoml_count(const ctoml_document *document) { return document->nodes.size(); }

const ctoml_node *ctoml_nodes(const ctoml_document *document) { return document->nodes.data(); }
