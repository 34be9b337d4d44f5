#pragma once
// Writes JSON: keys in the order given, text escaped so that it is valid JSON whatever bytes it had, and safe on
// a terminal as well. Indented for people, or on one line.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace relief {

class JsonWriter {
 public:
  explicit JsonWriter(bool indented) : indented_(indented) {}

  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  void key(std::string_view name);

  void text(std::string_view value);
  void number(std::int64_t value);
  void truth(bool value);
  void null();

  // key and value at once
  void text(std::string_view name, std::string_view value);
  void number(std::string_view name, std::int64_t value);
  void truth(std::string_view name, bool value);
  void texts(std::string_view name, std::span<const std::string> values);  // on one line
  // Left out where there is nothing to say.
  void text_if(std::string_view name, std::string_view value);

  std::string take();  // with a line end

 private:
  void before_value();
  void open(char bracket);
  void close(char bracket);
  void new_line();

  bool indented_;
  bool after_key_ = false;
  std::vector<bool> filled_;  // of each open object or array: something stands in it
  std::string text_;
};

// In quotes. Invalid UTF-8 becomes U+FFFD; control characters and bidirectional overrides are escaped.
std::string json_quoted(std::string_view text);

}  // namespace relief
