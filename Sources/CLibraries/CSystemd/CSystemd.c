#include "CSystemd.h"

#include <errno.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

NHACVIEC_OPTIONAL_LIBRARY_IN(libsystemd, "libsystemd.so.0", LIBSYSTEMD)

int nhacviec_await_journal(int milliseconds) {
  const struct sockaddr_un journal = {.sun_family = AF_UNIX, .sun_path = NHACVIEC_JOURNAL};
  int probe = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (probe < 0) return errno;
  int failure = 0;
  if (connect(probe, (const struct sockaddr *)&journal, sizeof journal) < 0) {
    failure = errno;
  } else {
    // A connected socket for datagrams can be written to while there is room in the queue of the other one.
    struct pollfd event = {.fd = probe, .events = POLLOUT};
    int count = poll(&event, 1, milliseconds);
    if (count <= 0) failure = count == 0 ? EAGAIN : errno;
  }
  close(probe);
  return failure;
}
