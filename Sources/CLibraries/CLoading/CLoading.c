#include "CLoading.h"

#include <dlfcn.h>
#include <stdio.h>
#include <unistd.h>

bool nhacviec_load(const char *file, const char *const *names, void **functions, unsigned long count, bool isNeeded) {
  void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
  for (unsigned long index = 0; library && index < count; index++) {
    functions[index] = dlsym(library, names[index]);
    if (!functions[index]) library = NULL;
  }
  if (library || !isNeeded) return library != NULL;
  fprintf(stderr, "error while loading shared libraries: %s\n", dlerror());
  _exit(127);
}
