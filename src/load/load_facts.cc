#include "load/load_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "load/value_hint.h"
#include "yaml/reader.h"

namespace relief {
namespace {

constexpr std::array<std::string_view, 3> sensitivities{"low", "medium", "high"};  // in the order of Sensitivity
constexpr std::array<std::string_view, 2> answerers{"client", "attorney"};
// Words that mean something of their own where a fact's value stands, so that no closed list may have them.
constexpr std::array<std::string_view, 7> reserved_words{"yes",     "no",       "none",  "unknown",
                                                         "declined", "not_asked", "absent"};
constexpr std::array<std::string_view, 2> reserved_topics{"case", "conclusions"};
// Limits far above any real vocabulary; they bound the work, and the indices, which have 16 bits.
constexpr size_t most = 10'000;
constexpr size_t most_words = 1'000;

// snake_case: a lower-case letter, then lower-case letters, digits and single underscores.
bool is_name(std::string_view text) {
  const auto is_lower = [](char c) { return c >= 'a' and c <= 'z'; };
  const auto may_follow = [&](char c) { return is_lower(c) or (c >= '0' and c <= '9') or c == '_'; };
  return not text.empty() and is_lower(text.front()) and text.back() != '_' and
         text.find("__") == std::string_view::npos and std::ranges::all_of(text, may_follow);
}

bool is_among(std::span<const std::string_view> names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

// False, and a problem, where one more would be too many.
bool has_room(size_t count, size_t limit, std::string_view what, Place place, Diagnostics& diagnostics) {
  if (count < limit) return true;
  diagnostics.error("too-many", place, fmt::format("more than {} {}", limit, what));
  return false;
}

struct Word {
  std::string text;
  Place place;
};

void add_words(const std::vector<Word>& words, Enumeration& enumeration, Diagnostics& diagnostics) {
  for (const auto& [word, place] : words) {
    if (not has_room(enumeration.words.size(), most_words, "words in a list", place, diagnostics)) return;
    if (not is_name(word)) {
      diagnostics.error("bad-name", place, fmt::format("{} is no word for a closed list", in_quotes(word)),
                        "lower case, digits and underscores: felonious_assault");
    } else if (is_among(reserved_words, word)) {
      diagnostics.error("bad-name", place, fmt::format("'{}' has a meaning of its own in case files", word),
                        "choose a word that says what is so: no_injury, not_filed, never");
    } else if (enumeration.index_of(word)) {
      diagnostics.error("doubled-word", place, fmt::format("'{}' stands twice in one list", word));
    } else {
      enumeration.words.push_back(word);
    }
  }
}

std::optional<std::uint16_t> enumeration_named(std::string_view name, const Vocabulary& vocabulary) {
  const auto found = std::ranges::find(vocabulary.enumerations, name, &Enumeration::name);
  if (found == vocabulary.enumerations.end()) return std::nullopt;
  return static_cast<std::uint16_t>(found - vocabulary.enumerations.begin());
}

// The words of a one_of or set_of, after its name: "marital_status", "[completed, attempted]".
bool read_words(std::string_view words, Fact& fact, Place place, Vocabulary& vocabulary, Diagnostics& diagnostics) {
  if (not words.starts_with('[')) {
    if (const auto index = enumeration_named(words, vocabulary)) {
      fact.enumeration = *index;
      return true;
    }
    std::vector<std::string_view> names;
    for (const auto& enumeration : vocabulary.enumerations) names.push_back(enumeration.name);
    diagnostics.error("unknown-enumeration", place, fmt::format("no enumeration {}", in_quotes(words)),
                      wants_hint(diagnostics) ? did_you_mean(words, names) : "");
    return false;
  }
  if (not words.ends_with(']')) {
    diagnostics.error("bad-type", place, "the list of words has no end", "one_of [a, b]");
    return false;
  }
  if (not has_room(vocabulary.enumerations.size(), most, "enumerations", place, diagnostics)) return false;
  Enumeration enumeration{"", {}, place};
  std::vector<Word> list;
  for (auto& word : split(words.substr(1, words.size() - 2), ',')) list.push_back({std::move(word), place});
  add_words(list, enumeration, diagnostics);
  fact.enumeration = static_cast<std::uint16_t>(vocabulary.enumerations.size());
  vocabulary.enumerations.push_back(std::move(enumeration));
  return true;
}

// "yes_no", "one_of NAME", "set_of [a, b]", "reference crimes".
bool read_type(std::string_view text, Fact& fact, Place place, Vocabulary& vocabulary, Diagnostics& diagnostics) {
  const auto end = text.find_first_of(" [");
  const auto name = text.substr(0, end);
  const auto rest = end == std::string_view::npos ? std::string_view{} : trim(text.substr(end));
  for (const auto type : {FactType::yes_no, FactType::date, FactType::integer, FactType::text, FactType::one_of,
                          FactType::set_of, FactType::reference}) {
    if (name != to_string(type)) continue;
    fact.type = type;
    const bool has_words = type == FactType::one_of or type == FactType::set_of;
    if (has_words and not rest.empty()) return read_words(rest, fact, place, vocabulary, diagnostics);
    if (type == FactType::reference and is_name(rest)) {
      fact.refers_to = rest;
      return true;
    }
    if (not has_words and type != FactType::reference and rest.empty()) return true;
  }
  diagnostics.error("bad-type", place, fmt::format("no type {}", in_quotes(text)),
                    "yes_no, date, integer, text, one_of NAME, one_of [a, b], set_of NAME, set_of [a, b] or "
                    "reference LIST");
  return false;
}

void check_judgement(const Fact& fact, Diagnostics& diagnostics) {
  if (fact.judgement and fact.factors.empty())
    diagnostics.error("no-factors", fact.place, fmt::format("the judgement '{}' has no factors", fact.name),
                      "factors: [the facts that inform it]");
  if (fact.judgement and fact.cite.empty())
    diagnostics.error("uncited", fact.place, fmt::format("the judgement '{}' has no authority", fact.name),
                      "cite: where the law asks for it");
  if (not fact.judgement and not fact.factors.empty())
    diagnostics.error("no-judgement", fact.place, fmt::format("'{}' has factors, but is no judgement", fact.name),
                      "judgement: yes");
}

// One fact of a topic: all but its place in the vocabulary.
std::optional<Fact> read_fact(const yaml::Entry& entry, const Topic& topic, Vocabulary& vocabulary,
                              Diagnostics& diagnostics) {
  Fact fact;
  fact.name = topic.name + "." + entry.key;
  fact.topic = topic.name;
  fact.field = entry.key;
  fact.place = entry.key_place;
  if (not is_name(entry.key) or entry.key == "id") {
    diagnostics.error("bad-name", entry.key_place, fmt::format("{} is no name for a fact", in_quotes(entry.key)),
                      entry.key == "id" ? "'id' is the label of a record"
                                        : "lower case, digits and underscores, without the topic: birth_date");
    return std::nullopt;
  }
  yaml::MapReader map(entry.value, "a fact", diagnostics);
  if (not map.ok()) return std::nullopt;
  const auto type = map.required_text("type");
  fact.ask = map.required_text("ask");
  fact.pregunta = map.text("pregunta").value_or("");
  fact.help = map.text("help").value_or("");
  fact.judgement = map.yes_no("judgement").value_or(false);
  fact.asked_of_client = map.word("asked of", answerers).value_or(fact.judgement ? 1 : 0) == 0;
  fact.sensitivity = static_cast<Sensitivity>(map.word("sensitivity", sensitivities).value_or(1));
  fact.factors = map.texts("factors");
  fact.cite = map.text("cite").value_or("");
  fact.only_when = map.text("only when").value_or("");
  check_judgement(fact, diagnostics);
  if (type.empty() or not read_type(type, fact, entry.value.find("type")->place, vocabulary, diagnostics))
    return std::nullopt;
  return fact;
}

// The head of a file: the topic's name and, for a list, its word for one record and its question.
std::optional<Topic> read_topic(yaml::MapReader& map, const yaml::Node& root, const Vocabulary& vocabulary,
                                Diagnostics& diagnostics) {
  Topic topic;
  topic.name = map.required_text("facts");
  topic.record = map.text("record").value_or("");
  topic.is_list = not topic.record.empty();
  const auto* list = map.take("list");
  if (topic.name.empty()) return std::nullopt;
  topic.place = root.find("facts")->place;
  if (list) {
    yaml::MapReader question(*list, "the question for a list", diagnostics);
    topic.ask = question.required_text("ask");
    topic.pregunta = question.text("pregunta").value_or("");
    topic.sensitivity = static_cast<Sensitivity>(question.word("sensitivity", sensitivities).value_or(1));
  }
  if (list and not topic.is_list)
    diagnostics.error("missing-key", list->place, "a list topic needs the word for one record", "record: crime");
  if (topic.is_list and not list)
    diagnostics.error("missing-key", topic.place, "a list topic needs the question for the whole list",
                      "list: {ask: ..., pregunta: ..., sensitivity: medium}");
  if (not is_name(topic.name) or is_among(reserved_topics, topic.name)) {
    diagnostics.error("bad-name", topic.place, fmt::format("{} is no name for a topic", in_quotes(topic.name)),
                      "lower case, digits and underscores; 'case' and 'conclusions' are kept for case files");
    return std::nullopt;
  }
  if (const auto* other = vocabulary.topic(topic.name)) {
    diagnostics.error("doubled-topic", topic.place,
                      fmt::format("the facts of '{}' are already in {}", topic.name, other->place.to_string()));
    return std::nullopt;
  }
  return topic;
}

// "filing_status: [not_filed, pending]".
void read_enumeration(const yaml::Entry& entry, Vocabulary& vocabulary, Diagnostics& diagnostics) {
  const auto& [name, place, value] = entry;
  if (not is_name(name)) {
    diagnostics.error("bad-name", place, fmt::format("{} is no name for an enumeration", in_quotes(name)),
                      "lower case, digits and underscores: filing_status");
    return;
  }
  if (const auto other = enumeration_named(name, vocabulary)) {
    diagnostics.error("doubled-enumeration", place,
                      fmt::format("'{}' is already in {}", name, vocabulary.enumerations[*other].place.to_string()));
    return;
  }
  if (not value.is_sequence() or value.items.empty()) {
    diagnostics.error("wrong-type", value.place,
                      fmt::format("an enumeration is a list of words, not {}",
                                  value.is_sequence() ? "an empty one" : yaml::describe(value)),
                      "[not_filed, pending]");
    return;
  }
  std::vector<Word> words;
  for (const auto& item : value.items) {
    if (item.is_scalar()) {
      words.push_back({item.text, item.place});
    } else {
      diagnostics.error("wrong-type", item.place, fmt::format("a word is text, not {}", yaml::describe(item)));
    }
  }
  Enumeration enumeration{name, {}, place};
  add_words(words, enumeration, diagnostics);
  vocabulary.enumerations.push_back(std::move(enumeration));
}

}  // namespace

void load_enumerations(const yaml::Node& root, Vocabulary& vocabulary, Diagnostics& diagnostics) {
  yaml::MapReader map(root, "a file of enumerations", diagnostics);
  const auto* all = map.require("enumerations");
  if (not all) return;
  yaml::MapReader names(*all, "the enumerations", diagnostics);
  for (const auto* entry : names.rest()) {
    if (not has_room(vocabulary.enumerations.size(), most, "enumerations", entry->key_place, diagnostics)) return;
    read_enumeration(*entry, vocabulary, diagnostics);
  }
}

void load_facts(const yaml::Node& root, Vocabulary& vocabulary, Diagnostics& diagnostics) {
  yaml::MapReader map(root, "a file of facts", diagnostics);
  if (not map.ok()) return;
  auto topic = read_topic(map, root, vocabulary, diagnostics);
  const auto entries = map.rest();
  if (not topic or not has_room(vocabulary.topics.size(), most, "topics", topic->place, diagnostics)) return;
  const auto topic_index = static_cast<std::uint16_t>(vocabulary.topics.size());
  for (const auto* entry : entries) {
    if (not has_room(vocabulary.facts.size(), most, "facts", entry->key_place, diagnostics)) break;
    auto fact = read_fact(*entry, *topic, vocabulary, diagnostics);
    if (not fact) continue;
    const auto index = static_cast<std::uint16_t>(vocabulary.facts.size());
    fact->topic_index = topic_index;
    fact->position = static_cast<std::uint16_t>(topic->facts.size());
    topic->facts.push_back(index);
    vocabulary.fact_by_name.emplace(fact->name, index);
    vocabulary.facts.push_back(std::move(*fact));
  }
  vocabulary.topic_by_name.emplace(topic->name, topic_index);
  vocabulary.topics.push_back(std::move(*topic));
}

}  // namespace relief
