#pragma once
// Rule files that were read without a complaint, parsed, kept between runs in the user's cache folder: one file a
// rule set, named by a fingerprint of all its bytes, so it is never stale. It is read only when it and its folder
// belong to this user and nobody else can write there; whatever is wrong with it, the rules are parsed anew. It
// holds rules alone, never facts of a case.
//
// $RELIEF_CACHE names another folder; set to nothing, it turns the cache off.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace relief {

class ParsedCache {
 public:
  // `texts` are the rule files, in order.
  explicit ParsedCache(const std::vector<std::string_view>& texts);

  // The parts as they were stored; nothing where there are none, or not `count` of them.
  std::optional<std::vector<std::string>> load(size_t count) const;
  // Replaces what is there; older rule sets beyond a few are removed. Fails silently.
  void store(const std::vector<std::string>& parts) const;

 private:
  std::string folder_;  // empty: no cache
  std::string path_;
};

}  // namespace relief
