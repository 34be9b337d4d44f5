#include "load/value_hint.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "load/only_when.h"

namespace relief {
namespace {

using Words = std::vector<std::string_view>;

constexpr std::array<std::string_view, 3> tokens{"unknown", "declined", "not_asked"};

Words words_of(const Fact& fact, const Vocabulary& vocabulary) {
  const auto& words = vocabulary.words_of(fact).words;
  return {words.begin(), words.end()};
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (auto& c : result) {
    if (c >= 'A' and c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

// "yes" for what people write when they mean it: true, Y, sí; likewise "no"; nothing for other words.
std::string_view meant_by(std::string_view text) {
  constexpr std::array<std::string_view, 9> yes{"yes", "y", "true", "t", "on", "1", "si", "sí", "sÍ"};
  constexpr std::array<std::string_view, 6> no{"no", "n", "false", "f", "off", "0"};
  const auto word = lower(text);
  if (std::ranges::find(yes, word) != yes.end()) return "yes";
  if (std::ranges::find(no, word) != no.end()) return "no";
  return "";
}

// "It did not happen" is said beside the date, never by the date.
std::string hint_for_no_date(const Fact& fact, const Vocabulary& vocabulary) {
  std::string why;
  const auto test = fact.only_when.empty() ? std::nullopt : parse_only_when(fact, vocabulary, why);
  const auto entry = test ? entry_for_no(*test, vocabulary) : std::string();
  if (entry.empty()) return "leave the date out where there is none; write unknown where it is not known";
  return fmt::format("where it did not happen, leave the date out and write '{}'", entry);
}

}  // namespace

std::string in_quotes(std::string_view word) { return fmt::format("'{}'", shorten(harmless(word), 40)); }

bool wants_hint(const Diagnostics& diagnostics) { return diagnostics.errors() < 100; }

std::string one_of(std::span<const std::string_view> words) {
  constexpr size_t shown = 12;
  const auto beginning = words.first(std::min(words.size(), shown));
  const std::vector<std::string> first(beginning.begin(), beginning.end());
  if (words.size() <= shown) return "one of: " + join(first, ", ");
  return fmt::format("one of: {}, ... ({} in all)", join(first, ", "), words.size());
}

std::string hint_for_word(std::string_view word, std::span<const std::string_view> words) {
  const auto guess = did_you_mean(word, words);
  return guess.empty() ? one_of(words) : guess;
}

std::string what_it_takes(const Fact& fact, const Vocabulary& vocabulary) {
  switch (fact.type) {
    case FactType::yes_no: return "yes or no";
    case FactType::date: return "a date";
    case FactType::integer: return "a whole number";
    case FactType::one_of: return "one word of its list";
    case FactType::set_of: return "a list of words";
    case FactType::text: return "text";
    case FactType::reference: {
      const auto* list = vocabulary.topic(fact.refers_to);
      return fmt::format("the id of a {}", list ? list->record : "record");
    }
  }
  return "";
}

std::string how_to_write(const Fact& fact, const Vocabulary& vocabulary) {
  switch (fact.type) {
    case FactType::yes_no: return "write yes or no";
    case FactType::date: return "write 2019-07-14, 2019-07, 2019, ~2019-07 or 2019-03..2019-07";
    case FactType::integer: return "write 16, or a range: 16..17";
    case FactType::one_of: return one_of(words_of(fact, vocabulary));
    case FactType::set_of: {
      const auto words = words_of(fact, vocabulary);
      const auto first = words.empty() ? "word" : words.front();
      return fmt::format("write [{}], with commas between several, or none where there are none", first);
    }
    case FactType::text: return "write one line of text, in quotes where it has ': ' or ' #' in it";
    case FactType::reference: return "write the id that the record has, such as c1";
  }
  return "";
}

std::string hint_for_type(const yaml::Node& node, const Fact& fact, const Vocabulary& vocabulary) {
  if (not node.is_scalar()) return how_to_write(fact, vocabulary);
  const auto meant = meant_by(node.text);
  if (fact.type == FactType::yes_no and not meant.empty()) return fmt::format("write {}", meant);
  if (fact.type == FactType::date and meant == "no") return hint_for_no_date(fact, vocabulary);
  const auto guess = did_you_mean(node.text, tokens);
  return guess.empty() ? how_to_write(fact, vocabulary) : guess;
}

std::string hint_for_fact_word(std::string_view word, const Fact& fact, const Vocabulary& vocabulary) {
  const bool is_set = fact.type == FactType::set_of;
  if (is_set and word.find(',') != std::string_view::npos)
    return fmt::format("write a list in brackets: [{}]", shorten(harmless(word), 40));
  const auto words = words_of(fact, vocabulary);
  auto candidates = words;
  candidates.insert(candidates.end(), tokens.begin(), tokens.end());
  if (is_set) candidates.push_back("none");
  const auto guess = did_you_mean(word, candidates);
  return guess.empty() ? one_of(words) : guess;
}

std::string attorneys_form(const Fact& fact, const Vocabulary& vocabulary) {
  std::string value = fact.type == FactType::yes_no ? "yes" : "...";
  if (fact.type == FactType::one_of or fact.type == FactType::set_of) {
    const auto words = words_of(fact, vocabulary);
    if (not words.empty()) value = words.front();
    if (fact.type == FactType::set_of) value = fmt::format("[{}]", value);
  }
  return fmt::format("{}: {{value: {}, source: attorney, note: why}}", fact.field, value);
}

}  // namespace relief
