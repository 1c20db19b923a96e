#include "CCurl.h"

NHACVIEC_LIBRARY_IN(libcurl, "libcurl.so.4", LIBCURL)

#define SET(kind, type)                                                                                                \
  CURLcode nhacviec_curl_set_##kind(CURL *handle, CURLoption option, type value) {                                     \
    return nhacviec_libcurl()->curl_easy_setopt(handle, option, value);                                                \
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
    return nhacviec_libcurl()->curl_easy_getinfo(handle, info, value);                                                 \
  }
GET(long, long)
GET(offset, curl_off_t)
GET(socket, curl_socket_t)
