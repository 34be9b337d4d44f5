#include "base/files.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

namespace relief {
namespace {

namespace fs = std::filesystem;

// A folder that is gone when the test ends.
class TestFolder {
 public:
  TestFolder() : path_(fs::temp_directory_path() / "relief-test-XXXXXX") {
    std::string name = path_.string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~TestFolder() { fs::remove_all(path_); }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  fs::path operator/(const char* name) const { return path_ / name; }
  const fs::path& path() const { return path_; }
  fs::path put(const char* name, std::string_view text = "") const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name) << text;
    return path_ / name;
  }
  size_t size() const { return static_cast<size_t>(std::distance(fs::directory_iterator(path_), {})); }

 private:
  fs::path path_;
};

// What a FileError says, without the folder's name; "" where there is none.
template <typename Action>
std::string error_of(const TestFolder& folder, Action action) {
  try {
    action();
    return "";
  } catch (const FileError& error) {
    std::string what = error.what();
    const size_t at = what.find(folder.path().string());
    if (at != std::string::npos) what.erase(at, folder.path().string().size());
    return what;
  }
}

bool is_private(const fs::path& path) {
  return fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write);
}

TEST_CASE("a file is read whole, whatever is in it") {
  const TestFolder folder;
  CHECK(read_file(folder.put("empty")) == "");
  const std::string bytes = std::string("a\0\xFF\r\n", 5) + std::string(200'000, 'x');
  CHECK(read_file(folder.put("bytes", bytes)) == bytes);
}

TEST_CASE("what cannot be read says why") {
  const TestFolder folder;
  const auto reading = [&](const fs::path& path, size_t limit = file_limit) {
    return error_of(folder, [&] { read_file(path, limit); });
  };
  CHECK(reading(folder / "none") == "/none: cannot be read: No such file or directory");
  CHECK(reading(folder.path()) == ": is a folder, not a file");
  CHECK(reading("/dev/null") == "/dev/null: is not a regular file");
  const fs::path long_file = folder.put("long", "12345");
  CHECK(reading(long_file, 4) == "/long: longer than 4 bytes");
  CHECK(reading(long_file, 5) == "");
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(reading(folder / "pipe") == "/pipe: is not a regular file");  // and does not wait for a writer
}

TEST_CASE("files below a folder come in order, hidden ones left out") {
  const TestFolder folder;
  for (const char* name : {"b.yaml", "a.yaml", "c.txt", "sub/d.yaml", "sub/deeper/e.yaml", ".hidden.yaml",
                           ".git/f.yaml", "yaml"}) {
    folder.put(name);
  }
  std::string names;
  for (const fs::path& path : files_below(folder.path(), ".yaml")) {
    names += path.lexically_relative(folder.path()).string() + " ";
  }
  CHECK(names == "a.yaml b.yaml sub/d.yaml sub/deeper/e.yaml ");
  CHECK(files_below(folder.path(), ".none").empty());
}

TEST_CASE("a link among the files is never passed over in silence") {
  const TestFolder folder;
  fs::create_symlink("nowhere", folder / "dangling.yaml");
  CHECK(files_below(folder.path(), ".yaml").size() == 1);  // so that reading it says what is wrong
  folder.put("sub/a.yaml");
  fs::create_directory_symlink("sub", folder / "link");
  CHECK(error_of(folder, [&] { files_below(folder.path(), ".yaml"); }) ==
        "/link: a link to a folder is not followed; name that folder itself");
}

TEST_CASE("a folder that is none says so") {
  const TestFolder folder;
  const auto listing = [&](const fs::path& path) { return error_of(folder, [&] { files_below(path, ""); }); };
  CHECK(listing(folder / "none") == "/none: there is no such folder");
  CHECK(listing(folder.put("file")) == "/file: is not a folder");
}

TEST_CASE("a file is written for its owner alone, and nothing else is left") {
  const TestFolder folder;
  write_file(folder / "out", "text", false);
  CHECK(read_file(folder / "out") == "text");
  CHECK(is_private(folder / "out"));
  CHECK(folder.size() == 1);
}

TEST_CASE("an existing file is overwritten only by force") {
  const TestFolder folder;
  folder.put("out", "old");
  CHECK(error_of(folder, [&] { write_file(folder / "out", "new", false); }) ==
        "/out: exists already; it is not overwritten without --force");
  CHECK(read_file(folder / "out") == "old");
  write_file(folder / "out", "new", true);
  CHECK(read_file(folder / "out") == "new");
  CHECK(is_private(folder / "out"));
  CHECK(folder.size() == 1);
}

TEST_CASE("a dangling link counts as a file that exists") {
  const TestFolder folder;
  fs::create_symlink("nowhere", folder / "out");
  CHECK(error_of(folder, [&] { write_file(folder / "out", "new", false); }) ==
        "/out: exists already; it is not overwritten without --force");
}

TEST_CASE("a failed write leaves nothing behind") {
  const TestFolder folder;
  const auto writing = [&](const fs::path& path) { return error_of(folder, [&] { write_file(path, "text", true); }); };
  CHECK(writing(folder / "none/out") == "/none/out: cannot be written: No such file or directory");
  fs::create_directory(folder / "sub");
  CHECK(writing(folder / "sub") == "/sub: is a folder, not a file");
  CHECK(writing("/dev/null") == "/dev/null: is not a regular file");
  CHECK(writing("") == ": names no file");
  CHECK(writing(folder / "sub/") == "/sub/: names no file");
  CHECK(folder.size() == 1);
}

}  // namespace
}  // namespace relief
