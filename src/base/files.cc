#include "base/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "base/text.h"

namespace relief {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, std::string_view what) {
  throw FileError(fmt::format("{}: {}", harmless(path.string()), what));
}

[[noreturn]] void fail(const fs::path& path, std::string_view what, int error) {
  fail(path, fmt::format("{}: {}", what, std::generic_category().message(error)));
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }
  // Some file systems report a failed write only here.
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

// `expected` bytes, if all goes well; more are read where there are more.
// `sized`: a regular file of `expected` bytes, in which fewer bytes than were asked for mean its end.
std::string read_all(int descriptor, const fs::path& path, size_t limit, size_t expected, bool sized) {
  std::string text;
  text.resize(std::min(expected, limit) + 1);  // the one more meets the end
  for (size_t used = 0;;) {
    if (used == text.size()) text.resize(used * 2);
    const ssize_t got = ::read(descriptor, text.data() + used, text.size() - used);
    if (got < 0 and errno == EINTR) continue;
    if (got < 0) fail(path, "cannot be read", errno);
    used += static_cast<size_t>(got);
    if (used > limit) fail(path, fmt::format("longer than {} bytes", limit));
    if (got == 0 or (sized and used == expected and used < text.size())) {
      text.resize(used);
      return text;
    }
  }
}

// A file that is gone when this ends, unless it was kept.
class TemporaryFile {
 public:
  explicit TemporaryFile(const fs::path& target)
      : target_(target), name_((target.parent_path() / ("." + target.filename().string() + ".XXXXXX")).string()),
        file_(::mkostemp(name_.data(), O_CLOEXEC)) {  // O_EXCL, mode 0600
    if (file_.number() < 0) fail(target_, "cannot be written", errno);
  }
  ~TemporaryFile() {
    if (not kept_) ::unlink(name_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  void write(std::string_view text) {
    while (not text.empty()) {
      const ssize_t written = ::write(file_.number(), text.data(), text.size());
      if (written < 0 and errno == EINTR) continue;
      if (written < 0) fail(target_, "cannot be written", errno);
      text.remove_prefix(static_cast<size_t>(written));
    }
    if (::fsync(file_.number()) != 0 or not file_.close()) fail(target_, "cannot be written", errno);
  }

  void replace() {
    if (::rename(name_.c_str(), target_.c_str()) != 0) fail(target_, "cannot be written", errno);
    kept_ = true;
  }

  // Never overwrites: neither call below does, whoever creates the target meanwhile.
  void appear() {
    if (::renameat2(AT_FDCWD, name_.c_str(), AT_FDCWD, target_.c_str(), RENAME_NOREPLACE) == 0) {
      kept_ = true;
      return;
    }
    // Not every file system can do that; then a second name, and the first one goes.
    if (errno != EEXIST and ::link(name_.c_str(), target_.c_str()) == 0) return;
    if (errno == EEXIST) fail(target_, exists);
    fail(target_, "cannot be written", errno);
  }

  static constexpr std::string_view exists = "exists already; it is not overwritten without --force";

 private:
  fs::path target_;
  std::string name_;
  Descriptor file_;
  bool kept_ = false;
};

// The new name is in the folder for good only when the folder is on the disk.
void sync_folder(const fs::path& folder) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.number() >= 0) ::fsync(opened.number());
}

}  // namespace

std::string read_file(const fs::path& path, size_t limit) {
  // Without O_NONBLOCK, opening a pipe would wait for its other end.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (file.number() < 0) fail(path, "cannot be read", errno);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) fail(path, "cannot be read", errno);
  if (S_ISDIR(status.st_mode)) fail(path, "is a folder, not a file");
  if (not S_ISREG(status.st_mode)) fail(path, "is not a regular file");
  if (static_cast<size_t>(status.st_size) > limit) fail(path, fmt::format("longer than {} bytes", limit));
  return read_all(file.number(), path, limit, static_cast<size_t>(status.st_size), true);
}

std::string read_stdin(size_t limit) { return read_all(STDIN_FILENO, "<stdin>", limit, 64u << 10, false); }

std::vector<fs::path> files_below(const fs::path& folder, std::string_view ending) {
  std::vector<fs::path> found;
  try {
    if (not fs::is_directory(folder)) fail(folder, fs::exists(folder) ? "is not a folder" : "there is no such folder");
    for (fs::recursive_directory_iterator each(folder), end; each != end; ++each) {
      const std::string name = each->path().filename().string();
      std::error_code broken_link;  // such a link counts as a file, so that whoever reads it says what is wrong
      const bool is_folder = each->is_directory(broken_link);
      if (name.starts_with('.')) {
        if (is_folder) each.disable_recursion_pending();
      } else if (is_folder and each->is_symlink()) {
        fail(each->path(), "a link to a folder is not followed; name that folder itself");
      } else if (not is_folder and name.ends_with(ending)) {
        found.push_back(each->path());
      }
    }
  } catch (const fs::filesystem_error& error) {
    fail(error.path1().empty() ? folder : error.path1(), "cannot be read: " + error.code().message());
  }
  std::ranges::sort(found);
  return found;
}

void write_file(const fs::path& path, std::string_view text, bool force) {
  if (not path.has_filename()) fail(path, "names no file");
  struct stat status {};
  if (::lstat(path.c_str(), &status) == 0) {
    if (S_ISDIR(status.st_mode)) fail(path, "is a folder, not a file");
    if (not S_ISREG(status.st_mode) and not S_ISLNK(status.st_mode)) fail(path, "is not a regular file");
    if (not force) fail(path, TemporaryFile::exists);
  }
  TemporaryFile file(path);
  file.write(text);
  if (force) {
    file.replace();
  } else {
    file.appear();
  }
  sync_folder(path.has_parent_path() ? path.parent_path() : fs::path("."));
}

}  // namespace relief
