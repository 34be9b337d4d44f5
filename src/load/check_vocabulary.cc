#include <fmt/format.h>

#include "base/text.h"
#include "load/load_facts.h"
#include "load/only_when.h"
#include "load/value_hint.h"

namespace relief {
namespace {

std::string hint_for_factor(const Fact& fact, const std::string& factor, const Vocabulary& vocabulary) {
  if (vocabulary.topic(factor)) return fmt::format("name the facts of '{}' that inform it", factor);
  if (const auto* sibling = vocabulary.fact(fact.topic + "." + factor))
    return fmt::format("did you mean '{}'?", sibling->name);
  std::vector<std::string_view> names;
  for (const auto& [name, index] : vocabulary.fact_by_name) names.push_back(name);
  for (const auto& [name, index] : vocabulary.topic_by_name) names.push_back(name);
  return did_you_mean(factor, names);
}

// A factor is another fact, or a list topic: that there are records informs as well.
void check_factor(const Fact& fact, const std::string& factor, const Vocabulary& vocabulary,
                  Diagnostics& diagnostics) {
  const auto* topic = vocabulary.topic(factor);
  if (factor == fact.name) {
    diagnostics.error("unknown-factor", fact.place, fmt::format("'{}' is a factor of itself", fact.name));
  } else if (not vocabulary.fact(factor) and not(topic and topic->is_list)) {
    diagnostics.error("unknown-factor", fact.place,
                      fmt::format("{}, a factor of '{}', is no fact and no list topic", in_quotes(factor), fact.name),
                      wants_hint(diagnostics) ? hint_for_factor(fact, factor, vocabulary) : "");
  }
}

void check_reference(const Fact& fact, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  const auto* topic = vocabulary.topic(fact.refers_to);
  if (topic and topic->is_list) return;
  std::vector<std::string_view> lists;
  for (const auto& other : vocabulary.topics) {
    if (other.is_list) lists.push_back(other.name);
  }
  diagnostics.error("unknown-list", fact.place,
                    fmt::format("'{}' refers to {}, which is no list topic", fact.name, in_quotes(fact.refers_to)),
                    wants_hint(diagnostics) ? did_you_mean(fact.refers_to, lists) : "");
}

}  // namespace

void check_vocabulary(const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  for (const auto& fact : vocabulary.facts) {
    for (const auto& factor : fact.factors) check_factor(fact, factor, vocabulary, diagnostics);
    if (fact.type == FactType::reference) check_reference(fact, vocabulary, diagnostics);
    std::string why;
    if (not fact.only_when.empty() and not parse_only_when(fact, vocabulary, why))
      diagnostics.error("bad-only-when", fact.place, fmt::format("'only when' of '{}': {}", fact.name, why));
  }
}

}  // namespace relief
