#define _GNU_SOURCE
#include "CWorkbooks.h"

#include <sys/mman.h>

// Debian 12's version, whose headers are included.
NHACVIEC_LIBRARY_IN(libxlsxwriter, "libxlsxwriter.so.4", LIBXLSXWRITER)

int nhacviec_memory_file(void) { return memfd_create("workbook", MFD_CLOEXEC); }
