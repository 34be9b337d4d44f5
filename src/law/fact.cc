#include "law/fact.h"

#include <algorithm>

namespace relief {

std::string_view to_string(FactType type) {
  switch (type) {
    case FactType::yes_no: return "yes_no";
    case FactType::date: return "date";
    case FactType::integer: return "integer";
    case FactType::one_of: return "one_of";
    case FactType::set_of: return "set_of";
    case FactType::text: return "text";
    case FactType::reference: return "reference";
  }
  return "";
}

std::optional<std::uint16_t> Enumeration::index_of(std::string_view word) const {
  const auto found = std::ranges::find(words, word);
  if (found == words.end()) return std::nullopt;
  return static_cast<std::uint16_t>(found - words.begin());
}

const Fact* Vocabulary::fact(std::string_view name) const {
  const auto found = fact_by_name.find(name);
  return found == fact_by_name.end() ? nullptr : &facts[found->second];
}

const Topic* Vocabulary::topic(std::string_view name) const {
  const auto found = topic_by_name.find(name);
  return found == topic_by_name.end() ? nullptr : &topics[found->second];
}

}  // namespace relief
