// Ours alone, so that libcurl's own calls never come here.
#pragma GCC visibility push(hidden)
#include "CCurl.h"
#pragma GCC visibility pop

#include <dlfcn.h>
#include <pthread.h>

// The functions of libcurl that are used: name, type of the result, parameters, arguments, result without libcurl.
#define FUNCTIONS(F)                                                                                                   \
  F(curl_global_init, CURLcode, (long flags), (flags), CURLE_FAILED_INIT)                                              \
  F(curl_easy_init, CURL *, (void), (), NULL)                                                                          \
  F(curl_easy_perform, CURLcode, (CURL * handle), (handle), CURLE_FAILED_INIT)                                         \
  F(curl_easy_strerror, const char *, (CURLcode code), (code), "libcurl is not there")                                 \
  F(curl_slist_append, struct curl_slist *, (struct curl_slist * list, const char *text), (list, text), NULL)          \
  F(curl_getdate, time_t, (const char *text, const time_t *unused), (text, unused), -1)                                \
  F(curl_url, CURLU *, (void), (), NULL)                                                                               \
  F(curl_url_set, CURLUcode, (CURLU * url, CURLUPart part, const char *text, unsigned int flags),                      \
    (url, part, text, flags), CURLUE_OUT_OF_MEMORY)                                                                    \
  F(curl_url_get, CURLUcode, (CURLU * url, CURLUPart part, char **text, unsigned int flags),                      \
    (url, part, text, flags), CURLUE_OUT_OF_MEMORY)

// Those without a result.
#define PROCEDURES(P)                                                                                                  \
  P(curl_easy_cleanup, (CURL * handle), (handle))                                                                      \
  P(curl_free, (void *memory), (memory))                                                                               \
  P(curl_slist_free_all, (struct curl_slist * list), (list))                                                           \
  P(curl_url_cleanup, (CURLU * url), (url))

static struct {
#define FIELD(name, result, parameters, ...) result(*name) parameters;
#define FIELD_PROCEDURE(name, parameters, ...) void(*name) parameters;
  FUNCTIONS(FIELD)
  PROCEDURES(FIELD_PROCEDURE)
  CURLcode (*easy_setopt)(CURL *handle, CURLoption option, ...);
  CURLcode (*easy_getinfo)(CURL *handle, CURLINFO info, ...);
} library;

static void load(void) {
  void *file = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!file) return;
#define FIND(name, ...) *(void **)&library.name = dlsym(file, #name);
  FUNCTIONS(FIND)
  PROCEDURES(FIND)
  *(void **)&library.easy_setopt = dlsym(file, "curl_easy_setopt");
  *(void **)&library.easy_getinfo = dlsym(file, "curl_easy_getinfo");
}

static void need(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
}

#define DEFINE(name, result, parameters, arguments, otherwise)                                                         \
  result name parameters {                                                                                             \
    need();                                                                                                            \
    return library.name ? library.name arguments : otherwise;                                                          \
  }
#define DEFINE_PROCEDURE(name, parameters, arguments)                                                                  \
  void name parameters {                                                                                               \
    need();                                                                                                            \
    if (library.name) library.name arguments;                                                                          \
  }
FUNCTIONS(DEFINE)
PROCEDURES(DEFINE_PROCEDURE)

// A handle is there only where libcurl is.
#define SET(kind, type)                                                                                                \
  CURLcode nhacviec_curl_set_##kind(CURL *handle, CURLoption option, type value) {                                     \
    return library.easy_setopt ? library.easy_setopt(handle, option, value) : CURLE_FAILED_INIT;                       \
  }
SET(long, long)
SET(offset, curl_off_t)
SET(text, const char *)
SET(pointer, const void *)
SET(bytes, nhacviec_curl_bytes)
SET(open, nhacviec_curl_open)
SET(debug, nhacviec_curl_debug)

#define GET(kind, type)                                                                                                \
  CURLcode nhacviec_curl_get_##kind(CURL *handle, CURLINFO info, type *value) {                                        \
    return library.easy_getinfo ? library.easy_getinfo(handle, info, value) : CURLE_FAILED_INIT;                       \
  }
GET(long, long)
GET(offset, curl_off_t)
GET(socket, curl_socket_t)
