#pragma once
// The program's name and version, as --version and JSON say them.
#include <string>

#ifndef RELIEF_VERSION
#define RELIEF_VERSION "0.1.0"
#endif

namespace relief::cli {

inline std::string program_name() { return "relief " RELIEF_VERSION; }

}  // namespace relief::cli
