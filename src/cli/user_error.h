#pragma once
// What stops a command: said in one line, with a hint, and with the exit status that goes with it.
#include <stdexcept>
#include <string>

#include "cli/exit_status.h"

namespace relief::cli {

struct UserError : std::runtime_error {
  UserError(ExitStatus with, const std::string& message, std::string and_hint = {})
      : std::runtime_error(message), status(with), hint(std::move(and_hint)) {}

  ExitStatus status;
  std::string hint;  // may be empty
};

}  // namespace relief::cli
