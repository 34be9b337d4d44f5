#pragma once
// Files, read and written with care: what a path is, limits, owner-only output that is never half there.
#include <cstddef>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace relief {

// A file could not be read or written; what() says which and why, in one line.
struct FileError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

inline constexpr size_t file_limit = 16u << 20;  // bytes; a rule or case file beyond it is refused

// The whole file. Throws FileError: missing, a directory, not a regular file, unreadable, or over `limit` bytes.
std::string read_file(const std::filesystem::path& path, size_t limit = file_limit);
// All of standard input; the same limit.
std::string read_stdin(size_t limit = file_limit);

// Files below `folder` whose names end in `ending`, in order of their path; hidden ones are passed over.
// Throws FileError when the folder is missing, is no folder or cannot be read.
std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder, std::string_view ending);

// Writes mode 0600 to a temporary name beside `path`, syncs, renames. Nothing is left behind on failure.
// An existing file is refused unless `force`. Throws FileError.
void write_file(const std::filesystem::path& path, std::string_view text, bool force);

}  // namespace relief
