#include "load/parsed_cache.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "base/files.h"

namespace relief {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view magic = "relief parsed rules 1\n";
constexpr size_t most_kept = 4;  // rule sets

std::string folder_in_use() {
  if (const char* own = std::getenv("RELIEF_CACHE")) return own;
  if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache != nullptr and *cache == '/')
    return std::string(cache) + "/relief";
  if (const char* home = std::getenv("HOME"); home != nullptr and *home == '/')
    return std::string(home) + "/.cache/relief";
  return {};
}

bool is_ours(const std::string& path, mode_t type) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0 and (status.st_mode & S_IFMT) == type and status.st_uid == geteuid() and
         (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

// Tells texts apart and finds damage; it does not stand against malice, so what others could write is not read.
std::uint64_t checksum(std::string_view bytes, std::uint64_t sum = 0xcbf29ce484222325) {
  size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + i, 8);
    sum = (sum ^ word) * 0x9fb21c651e98df25;
    sum ^= sum >> 29;
  }
  for (; i < bytes.size(); ++i) sum = (sum ^ static_cast<unsigned char>(bytes[i])) * 0x100000001b3;
  return sum;
}

void put(std::string& out, std::uint64_t number) {
  char bytes[8];
  std::memcpy(bytes, &number, 8);
  out.append(bytes, 8);
}

bool take(std::string_view& in, std::uint64_t& number) {
  if (in.size() < 8) return false;
  std::memcpy(&number, in.data(), 8);
  in.remove_prefix(8);
  return true;
}

void remove_old(const fs::path& folder) {
  std::vector<std::pair<fs::file_time_type, fs::path>> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".rules") files.emplace_back(entry.last_write_time(), entry.path());
  std::sort(files.begin(), files.end());
  for (size_t i = 0; i + most_kept < files.size(); ++i) fs::remove(files[i].second);
}

}  // namespace

ParsedCache::ParsedCache(const std::vector<std::string_view>& texts) : folder_(folder_in_use()) {
  if (folder_.empty()) return;
  std::uint64_t first = 1, second = 2;
  for (const auto text : texts) {
    first = checksum(text, first) + text.size();
    second = checksum(text, second ^ 0x5bd1e9955bd1e995) + text.size();
  }
  path_ = fmt::format("{}/{:016x}{:016x}.rules", folder_, first, second);
}

std::optional<std::vector<std::string>> ParsedCache::load(size_t count) const {
  if (folder_.empty() or not is_ours(folder_, S_IFDIR) or not is_ours(path_, S_IFREG)) return std::nullopt;
  std::string text;
  try {
    text = read_file(path_, size_t{64} << 20);
  } catch (const FileError&) {
    return std::nullopt;
  }
  std::string_view in = text;
  std::uint64_t sum = 0, parts = 0;
  if (not in.starts_with(magic)) return std::nullopt;
  in.remove_prefix(magic.size());
  if (not take(in, sum) or checksum(in) != sum or not take(in, parts) or parts != count) return std::nullopt;
  std::vector<std::string> all;
  for (size_t i = 0; i < count; ++i) {
    std::uint64_t size = 0;
    if (not take(in, size) or size > in.size()) return std::nullopt;
    all.emplace_back(in.substr(0, size));
    in.remove_prefix(size);
  }
  return all;
}

void ParsedCache::store(const std::vector<std::string>& parts) const {
  if (folder_.empty()) return;
  std::string body;
  put(body, parts.size());
  for (const auto& part : parts) {
    put(body, part.size());
    body += part;
  }
  std::string text(magic);
  put(text, checksum(body));
  text += body;
  try {
    fs::create_directories(fs::path(folder_).parent_path());
    mkdir(folder_.c_str(), 0700);
    if (not is_ours(folder_, S_IFDIR)) return;
    write_file(path_, text, true);
    remove_old(folder_);
  } catch (const std::exception&) {
    // A full disk or a read-only home: the next run parses again.
  }
}

}  // namespace relief
