// Descriptors for instants and signals (timerfd_create(2), signalfd(2)), which Swift's Glibc module leaves out.

#include <signal.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

// Swift refuses the variable `environ`, because threads could share it; the daemon changes it before it starts any
// thread.
static inline char **nhacviec_environment(void) {
  extern char **environ;
  return environ;
}
