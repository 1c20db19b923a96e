// Shared libraries that are loaded when a function of theirs is first needed, not whenever the program starts: finding and
// relocating them costs more than a round that has nothing to do.
//
// A library is a list of its functions; each keeps the type that the library's own header gives it:
//
//     #define LIBFOO(F) F(foo_open) F(foo_close)
//     NHACVIEC_LIBRARY(libfoo, LIBFOO)                                  in the header
//     NHACVIEC_LIBRARY_IN(libfoo, "libfoo.so.1", LIBFOO)                in one source file
//
// and `nhacviec_libfoo()->foo_open` is the function. For a library that may be absent there are NHACVIEC_OPTIONAL_LIBRARY and
// NHACVIEC_OPTIONAL_LIBRARY_IN: `nhacviec_libfoo()` is null where it is.
#pragma once

#include <pthread.h>
#include <stdbool.h>

/// Sets each of `functions` to the one of its name in the shared library `file`. Where the library or a function is not
/// there, it returns false; or, if it is needed, says so on standard error and ends the process with 127, as the dynamic
/// loader does at a start.
bool nhacviec_load(const char *file, const char *const *names, void **functions, unsigned long count, bool isNeeded);

#define NHACVIEC_FIELD(function) __typeof__(function) *_Nonnull function;
#define NHACVIEC_NAME(function) #function,

#define NHACVIEC_TABLE(library, functions)                                                                             \
  struct __attribute__((swift_attr("@Sendable"))) library {                                                            \
    functions(NHACVIEC_FIELD)                                                                                          \
  };
#define NHACVIEC_LIBRARY(library, functions)                                                                           \
  NHACVIEC_TABLE(library, functions)                                                                                   \
  const struct library *_Nonnull nhacviec_##library(void);
#define NHACVIEC_OPTIONAL_LIBRARY(library, functions)                                                                  \
  NHACVIEC_TABLE(library, functions)                                                                                   \
  const struct library *_Nullable nhacviec_##library(void);

#define NHACVIEC_LIBRARY_IN(library, file, functions) NHACVIEC_LOADED(library, file, functions, true)
#define NHACVIEC_OPTIONAL_LIBRARY_IN(library, file, functions) NHACVIEC_LOADED(library, file, functions, false)
#define NHACVIEC_LOADED(library, file, functions, isNeeded)                                                            \
  static struct library library##_functions;                                                                           \
  static bool library##_is_there;                                                                                      \
  static void load_##library(void) {                                                                                   \
    static const char *const names[] = {functions(NHACVIEC_NAME)};                                                     \
    library##_is_there =                                                                                               \
      nhacviec_load(file, names, (void **)&library##_functions, sizeof names / sizeof *names, isNeeded);               \
  }                                                                                                                    \
  const struct library *nhacviec_##library(void) {                                                                     \
    static pthread_once_t once = PTHREAD_ONCE_INIT;                                                                    \
    pthread_once(&once, load_##library);                                                                               \
    return library##_is_there ? &library##_functions : NULL;                                                           \
  }
