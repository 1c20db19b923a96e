#include <fcntl.h>

// memfd_create(2) and its seals are Linux's own, which the C library declares only to programs that ask for all of its
// extensions; Swift's import does not. The numbers are the kernel's (linux/memfd.h, linux/fcntl.h).

extern int memfd_create(const char *name, unsigned int flags);

/// Closed when another program starts, and may be sealed. -1 and errno where it fails.
static inline int nhacviec_memory_file(const char *name) { return memfd_create(name, 0x0001U | 0x0002U); }

/// From now on nobody can change the file, or its size. 0, or -1 and errno.
static inline int nhacviec_seal(int file) { return fcntl(file, 1033 /* F_ADD_SEALS */, 0x1 | 0x2 | 0x4 | 0x8); }
