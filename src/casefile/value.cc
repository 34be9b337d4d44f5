#include "casefile/value.h"

#include "base/text.h"

namespace relief {
namespace {

std::string text_of_set(const Value& value, const Enumeration& enumeration) {
  if (value.words.empty() and value.complete) return "none";
  std::vector<std::string> words;
  for (const auto word : value.words) words.push_back(enumeration.words[word]);
  if (not value.complete) words.emplace_back("unknown");
  return join(words, ", ");
}

std::string text_of_range(std::int64_t low, std::int64_t high) {
  return low == high ? std::to_string(low) : std::to_string(low) + ".." + std::to_string(high);
}

}  // namespace

std::string_view to_string(Knowledge knowledge) {
  switch (knowledge) {
    case Knowledge::not_asked: return "not_asked";
    case Knowledge::unknown: return "unknown";
    case Knowledge::declined: return "declined";
    case Knowledge::known: return "known";
  }
  return "";
}

std::string to_string(const Value& value, const Fact& fact, const Vocabulary& vocabulary) {
  if (value.knowledge == Knowledge::not_asked) return "not asked";
  if (not value.known()) return std::string(to_string(value.knowledge));
  switch (fact.type) {
    case FactType::yes_no: return value.yes ? "yes" : "no";
    case FactType::date: return to_string(value.dates);
    case FactType::integer: return text_of_range(value.low, value.high);
    case FactType::one_of: return vocabulary.words_of(fact).words[value.word];
    case FactType::set_of: return text_of_set(value, vocabulary.words_of(fact));
    case FactType::text:
    case FactType::reference: return value.text;
  }
  return "";
}

}  // namespace relief
