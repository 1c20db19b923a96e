#include "CCrypto.h"

NHACVIEC_LIBRARY_IN(libcrypto, "libcrypto.so.3", LIBCRYPTO)
