// libsystemd, as far as it is used. A machine may do without it.
#pragma once

// Only what the library table needs says whether it may be null.
#pragma clang diagnostic ignored "-Wnullability-completeness"

#define SD_JOURNAL_SUPPRESS_LOCATION
#include <systemd/sd-daemon.h>
#include <systemd/sd-journal.h>

#include "CLoading.h"

#define LIBSYSTEMD(F)                                                                                                  \
  F(sd_notify) F(sd_watchdog_enabled) F(sd_listen_fds_with_names) F(sd_is_socket) F(sd_journal_sendv)
NHACVIEC_OPTIONAL_LIBRARY(libsystemd, LIBSYSTEMD)

/// Where the system's journal takes entries.
#define NHACVIEC_JOURNAL "/run/systemd/journal/socket"

/// 0 as soon as the journal takes an entry; an error number where there is no journal, or it took none in that time
/// (EAGAIN). sd_journal_sendv(3) tells neither: without a journal it says that all went well, and it waits for a busy one
/// for ever.
int nhacviec_await_journal(int milliseconds);
