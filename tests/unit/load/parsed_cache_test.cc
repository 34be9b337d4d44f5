#include "load/parsed_cache.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/files.h"
#include "load/load_rule_set.h"
#include "support/small_rules.h"

namespace relief {
namespace {

class CacheFolder {
 public:
  CacheFolder() {
    if (const char* old = std::getenv("RELIEF_CACHE")) old_ = old;
    setenv("RELIEF_CACHE", path().c_str(), 1);
  }
  ~CacheFolder() { setenv("RELIEF_CACHE", old_.c_str(), 1); }
  std::string path() const { return folder_ / "cache"; }
  std::string only_file() const {
    std::string found;
    for (const auto& entry : std::filesystem::directory_iterator(path())) found = entry.path().string();
    return found;
  }

 private:
  test::Folder folder_;
  std::string old_;
};

TEST_CASE("what is stored for these texts comes back for them, and for no others") {
  const CacheFolder folder;
  ParsedCache({"one", "two"}).store({"a", std::string("b\0c", 3)});
  const auto found = ParsedCache({"one", "two"}).load(2);
  REQUIRE(found.has_value());
  CHECK(*found == std::vector<std::string>{"a", std::string("b\0c", 3)});
  CHECK_FALSE(ParsedCache({"one", "twO"}).load(2).has_value());
  CHECK_FALSE(ParsedCache({"onet", "wo"}).load(2).has_value());
  CHECK_FALSE(ParsedCache({"two", "one"}).load(2).has_value());
  CHECK_FALSE(ParsedCache({"one", "two"}).load(3).has_value());
}

TEST_CASE("what is damaged, or others could have written, is not read") {
  const CacheFolder folder;
  const ParsedCache cache({"text"});
  cache.store({"part"});
  const auto file = folder.only_file();
  struct stat status {};
  REQUIRE(stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  REQUIRE(stat(folder.path().c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0700);

  chmod(file.c_str(), 0620);
  CHECK_FALSE(cache.load(1).has_value());
  chmod(file.c_str(), 0600);
  CHECK(cache.load(1).has_value());
  chmod(folder.path().c_str(), 0777);
  CHECK_FALSE(cache.load(1).has_value());
  chmod(folder.path().c_str(), 0700);

  const auto bytes = read_file(file);
  for (size_t i = 0; i < bytes.size(); ++i) {
    auto damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    std::ofstream(file, std::ios::binary) << damaged;
    CHECK_FALSE(cache.load(1).has_value());
    std::ofstream(file, std::ios::binary) << bytes.substr(0, i);
    CHECK_FALSE(cache.load(1).has_value());
  }
}

TEST_CASE("rules read from the cache are the same, and an edited rule is seen on the next run") {
  const CacheFolder cache;
  const test::Folder folder;
  test::write_small_rules(folder);
  const auto load = [&] {
    Sources sources;
    Diagnostics diagnostics;
    auto rules = load_rule_set({folder / "rules"}, sources, diagnostics);
    REQUIRE(rules.has_value());
    return std::pair(rules->sha256, rules->relief("u")->title);
  };
  const auto first = load();
  CHECK_FALSE(cache.only_file().empty());
  CHECK(load() == first);
  auto text = read_file(folder / "rules/u.yaml");
  text.replace(text.find("Status for"), 6, "statuS");
  folder.write("rules/u.yaml", text);
  const auto edited = load();
  CHECK(edited.first != first.first);
  CHECK(edited.second.starts_with("statuS"));
}

}  // namespace
}  // namespace relief
