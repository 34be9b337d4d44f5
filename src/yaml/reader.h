#pragma once
// Typed reading of a map: ask for each key by name; what nobody asked for is a problem when the reader ends.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "yaml/document.h"

namespace relief::yaml {

// "a list", "a map", "text", "nothing": for messages.
std::string_view describe(const Node& node);

class MapReader {
 public:
  // `what` names the map in messages: "a criterion". A node that is no map is reported, and reads as empty.
  MapReader(const Node& node, std::string what, Diagnostics& diagnostics);

  bool ok() const { return map_ != nullptr; }
  Place place() const { return place_; }
  Diagnostics& diagnostics() { return diagnostics_; }

  // Keys outlive the reader: they are what a "did you mean" offers at its end.
  const Node* take(std::string_view key);      // marks the key as read; null when absent
  const Node* require(std::string_view key);   // the same, and absence is a problem
  std::optional<std::string> text(std::string_view key);  // a non-empty scalar, white space trimmed
  std::string required_text(std::string_view key);        // "" after a problem
  std::vector<std::string> texts(std::string_view key);   // a list of scalars, or one scalar
  std::optional<bool> yes_no(std::string_view key);       // the words yes and no, unquoted
  std::optional<Date> date(std::string_view key);         // a full date
  // One of `words`, by its index; another word is a problem with a "did you mean".
  std::optional<size_t> word(std::string_view key, std::span<const std::string_view> words);

  // Entries whose keys were not read so far, in order; marks them as read.
  std::vector<const Entry*> rest();
  // Reports each key that was not read: "unknown key 'requries' in a relief", with a "did you mean" from the
  // keys that were asked for. Called by the destructor as well.
  void finish();
  ~MapReader();
  MapReader(const MapReader&) = delete;
  MapReader& operator=(const MapReader&) = delete;

 private:
  const Node* map_ = nullptr;
  Place place_;
  std::string what_;
  Diagnostics& diagnostics_;
  std::vector<bool> read_;
  std::vector<std::string_view> asked_;
  bool finished_ = false;
};

}  // namespace relief::yaml
