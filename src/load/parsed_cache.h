#pragma once
// Parsed rule files, kept between runs in the user's cache folder: one file a rule set, named by the hash of
// all its bytes and of the program's format, so it is never stale. It is read only when it and its folder
// belong to this user and nobody else can write there; whatever is wrong with it, the rules are parsed anew.
// It holds rules alone, never facts of a case.
//
// $RELIEF_CACHE names another folder; set to nothing, it turns the cache off.
#include <optional>
#include <string>
#include <vector>

namespace relief {

class ParsedCache {
 public:
  // `key` is the SHA-256 of the rule files.
  explicit ParsedCache(const std::string& key);

  // The parts as they were stored; nothing where there are none, or not `count` of them.
  std::optional<std::vector<std::string>> load(size_t count) const;
  // Replaces what is there; older rule sets beyond a few are removed. Fails silently.
  void store(const std::vector<std::string>& parts) const;

 private:
  std::string folder_;  // empty: no cache
  std::string path_;
};

}  // namespace relief
