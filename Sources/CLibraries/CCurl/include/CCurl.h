// libcurl, as far as it is used.
#pragma once

// Only what the library table needs says whether it may be null.
#pragma clang diagnostic ignored "-Wnullability-completeness"

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

#include "CLoading.h"

#define LIBCURL(F)                                                                                                     \
  F(curl_global_init) F(curl_easy_init) F(curl_easy_cleanup) F(curl_easy_perform) F(curl_easy_setopt)                  \
  F(curl_easy_getinfo) F(curl_easy_strerror) F(curl_slist_append) F(curl_slist_free_all) F(curl_getdate)
NHACVIEC_LIBRARY(libcurl, LIBCURL)

// curl_easy_setopt and curl_easy_getinfo take any argument, which Swift cannot call: one function for each kind.

typedef size_t (*nhacviec_curl_bytes)(char *bytes, size_t size, size_t count, void *context);
typedef curl_socket_t (*nhacviec_curl_open)(void *context, curlsocktype purpose, struct curl_sockaddr *address);
typedef int (*nhacviec_curl_debug)(CURL *handle, curl_infotype type, char *bytes, size_t count, void *context);

CURLcode nhacviec_curl_set_long(CURL *handle, CURLoption option, long value);
CURLcode nhacviec_curl_set_offset(CURL *handle, CURLoption option, curl_off_t value);
/// curl copies the text.
CURLcode nhacviec_curl_set_text(CURL *handle, CURLoption option, const char *value);
/// curl keeps the address: a context, a list, an error buffer, the bytes of a POST.
CURLcode nhacviec_curl_set_pointer(CURL *handle, CURLoption option, const void *value);
CURLcode nhacviec_curl_set_bytes(CURL *handle, CURLoption option, nhacviec_curl_bytes function);
CURLcode nhacviec_curl_set_open(CURL *handle, CURLoption option, nhacviec_curl_open function);
CURLcode nhacviec_curl_set_debug(CURL *handle, CURLoption option, nhacviec_curl_debug function);
CURLcode nhacviec_curl_get_long(CURL *handle, CURLINFO info, long *value);
CURLcode nhacviec_curl_get_offset(CURL *handle, CURLINFO info, curl_off_t *value);
CURLcode nhacviec_curl_get_socket(CURL *handle, CURLINFO info, curl_socket_t *value);
