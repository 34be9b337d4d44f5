#pragma once
// A text that was read, and a place in it. Diagnostics point at places; sources must outlive them.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace relief {

class Source {
 public:
  Source(std::string name, std::string text);

  const std::string& name() const { return name_; }  // the path as given, or "<stdin>"
  const std::string& text() const { return text_; }
  // Line `number`, from 1, without its line end (and line 1 without a byte order mark); empty beyond the last line.
  std::string_view line(unsigned number) const;

 private:
  std::string name_;
  std::string text_;
};

// The mark with which some editors begin a UTF-8 file. It is no part of the first line: columns count from after it.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Line and column are from 1; the column counts bytes. Line 0: the whole file. No source: no place is known.
struct Place {
  const Source* source = nullptr;
  unsigned line = 0;
  unsigned column = 0;

  // "rules/u-visa.yaml:16:13", with columns in characters; shorter where less is known.
  std::string to_string() const;
};

// Keeps sources alive at stable addresses. add() may be called from several threads.
class Sources {
 public:
  Sources();
  ~Sources();
  Sources(Sources&&) noexcept;
  Sources& operator=(Sources&&) noexcept;
  const Source& add(std::string name, std::string text);

 private:
  struct Store;
  std::unique_ptr<Store> store_;
};

}  // namespace relief
