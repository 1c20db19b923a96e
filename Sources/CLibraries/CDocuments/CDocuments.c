#include "CDocuments.h"

// Debian 12's versions, whose headers are included.
NHACVIEC_LIBRARY_IN(libxml2, "libxml2.so.2", LIBXML2)
NHACVIEC_LIBRARY_IN(libzip, "libzip.so.4", LIBZIP)
NHACVIEC_LIBRARY_IN(libcsv, "libcsv.so.3", LIBCSV)
NHACVIEC_LIBRARY_IN(libcmark, "libcmark-gfm.so.0.29.0.gfm.6", LIBCMARK)
NHACVIEC_LIBRARY_IN(libcmark_extensions, "libcmark-gfm-extensions.so.0.29.0.gfm.6", LIBCMARK_EXTENSIONS)
