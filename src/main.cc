#include <sys/prctl.h>
#include <sys/resource.h>

#include <csignal>
#include <cstdlib>
#include <iostream>

#include "cli/app.h"
#include "cli/memory.h"

int main(int count, char** values) {
  // No core dump with a client's facts in it: neither a file nor, through a crash handler, a report.
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
#if not defined(__SANITIZE_ADDRESS__)  // the leak check must be able to trace the process
  prctl(PR_SET_DUMPABLE, 0);
#endif
  relief::cli::prepare_memory();
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is told as a failed write
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> arguments(count > 0 ? values + 1 : values, values + count);
  const int status = relief::cli::number_of(relief::cli::run(arguments, std::cout, std::cerr));
#if defined(__SANITIZE_ADDRESS__)
  return status;
#else
  std::cout.flush();
  std::_Exit(status);  // all that is to be written is written; the rest goes with the process
#endif
}
