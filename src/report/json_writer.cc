#include "report/json_writer.h"

#include <fmt/format.h>

#include "base/text.h"

namespace relief {
namespace {

// The code point that a valid sequence encodes, and the bytes that it takes.
char32_t decode(std::string_view text, size_t& length) {
  const auto byte = [&](size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
  if (byte(0) < 0x80) return length = 1, byte(0);
  if (byte(0) < 0xE0) return length = 2, (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
  if (byte(0) < 0xF0) return length = 3, (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
  return length = 4, (byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
}

// Control characters, line separators, and marks that turn the direction of text: none may reach a terminal.
bool is_unsafe(char32_t c) {
  return c < 0x20 or (c >= 0x7F and c <= 0x9F) or (c >= 0x200E and c <= 0x200F) or (c >= 0x2028 and c <= 0x202E) or
         (c >= 0x2066 and c <= 0x2069) or c == 0xFEFF;
}

void append_valid(std::string& out, std::string_view text) {
  while (not text.empty()) {
    size_t length = 1;
    const char32_t c = decode(text, length);
    if (c == '"' or c == '\\') {
      out += '\\';
      out += text[0];
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (is_unsafe(c)) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += text.substr(0, length);
    }
    text.remove_prefix(length);
  }
}

}  // namespace

std::string json_quoted(std::string_view text) {
  std::string out = "\"";
  while (const auto bad = invalid_utf8(text)) {
    append_valid(out, text.substr(0, *bad));
    out += "\xEF\xBF\xBD";
    text.remove_prefix(*bad + 1);
  }
  append_valid(out, text);
  return out += '"';
}

void JsonWriter::new_line() {
  if (not indented_) return;
  text_ += '\n';
  text_.append(filled_.size() * 2, ' ');
}

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (filled_.empty()) return;
  if (filled_.back()) text_ += ',';
  filled_.back() = true;
  new_line();
}

void JsonWriter::open(char bracket) {
  before_value();
  text_ += bracket;
  filled_.push_back(false);
}

void JsonWriter::close(char bracket) {
  const bool filled = filled_.back();
  filled_.pop_back();
  if (filled) new_line();
  text_ += bracket;
}

void JsonWriter::begin_object() { open('{'); }
void JsonWriter::end_object() { close('}'); }
void JsonWriter::begin_array() { open('['); }
void JsonWriter::end_array() { close(']'); }

void JsonWriter::key(std::string_view name) {
  before_value();
  text_ += json_quoted(name);
  text_ += indented_ ? ": " : ":";
  after_key_ = true;
}

void JsonWriter::text(std::string_view value) {
  before_value();
  text_ += json_quoted(value);
}

void JsonWriter::number(std::int64_t value) {
  before_value();
  text_ += fmt::format("{}", value);
}

void JsonWriter::truth(bool value) {
  before_value();
  text_ += value ? "true" : "false";
}

void JsonWriter::null() {
  before_value();
  text_ += "null";
}

void JsonWriter::text(std::string_view name, std::string_view value) {
  key(name);
  text(value);
}

void JsonWriter::number(std::string_view name, std::int64_t value) {
  key(name);
  number(value);
}

void JsonWriter::truth(std::string_view name, bool value) {
  key(name);
  truth(value);
}

void JsonWriter::texts(std::string_view name, std::span<const std::string> values) {
  key(name);
  before_value();
  text_ += '[';
  for (size_t i = 0; i < values.size(); ++i) {
    if (i > 0) text_ += indented_ ? ", " : ",";
    text_ += json_quoted(values[i]);
  }
  text_ += ']';
}

void JsonWriter::text_if(std::string_view name, std::string_view value) {
  if (not value.empty()) text(name, value);
}

std::string JsonWriter::take() {
  text_ += '\n';
  return std::move(text_);
}

}  // namespace relief
