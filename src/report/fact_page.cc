#include "report/fact_page.h"

#include <fmt/format.h>

#include "base/text.h"
#include "report/catalogue.h"

namespace relief {
namespace {

std::string_view word_of(Sensitivity sensitivity) {
  switch (sensitivity) {
    case Sensitivity::low: return "low";
    case Sensitivity::medium: return "medium";
    case Sensitivity::high: return "high";
  }
  return "";
}

void write_users(Page& page, const RuleSet& rules, std::string_view name) {
  const std::vector<std::string> users = users_of(rules, name);
  page.paragraph(2, users.empty() ? "no criterion rests on it" : "used by: " + join(users, ", "), 4);
}

void tell(Page& page, std::string_view what, std::string_view text) {
  if (not text.empty()) page.paragraph(2, fmt::format("{}: {}", what, text), 4);
}

}  // namespace

std::string type_words(const Fact& fact, const Vocabulary& vocabulary) {
  std::string type(to_string(fact.type));
  if (fact.type == FactType::reference) return type + " " + fact.refers_to;
  if (fact.type != FactType::one_of and fact.type != FactType::set_of) return type;
  const Enumeration& words = vocabulary.words_of(fact);
  return type + " " + (words.name.empty() ? "[" + join(words.words, ", ") + "]" : words.name);
}

void write_fact_page(Page& page, const RuleSet& rules, const Fact& fact) {
  page.entry(0, {fact.name + ":", 0, Ink::strong}, type_words(fact, rules.vocabulary), fact.cite);
  tell(page, "ask", fact.ask);
  tell(page, "pregunta", fact.pregunta);
  tell(page, "help", fact.help);
  if (fact.type == FactType::one_of or fact.type == FactType::set_of) {
    const Enumeration& words = rules.vocabulary.words_of(fact);
    if (not words.name.empty()) tell(page, "words", join(words.words, ", "));
  }
  if (fact.judgement) page.paragraph(2, "a judgement: only an attorney sets it, with who, when and why", 4);
  tell(page, "factors", join(fact.factors, ", "));
  tell(page, "only when", fact.only_when);
  page.paragraph(2, fmt::format("asked of: {}; sensitivity: {}", fact.asked_of_client ? "the client" : "the attorney",
                                word_of(fact.sensitivity)));
  write_users(page, rules, fact.name);
}

void write_topic_page(Page& page, const RuleSet& rules, const Topic& topic) {
  const std::string what =
      topic.is_list ? fmt::format("a list; each record is one {}", topic.record) : std::string("a group of facts");
  page.entry(0, {topic.name + ":", 0, Ink::strong}, what);
  tell(page, "ask", topic.ask);
  tell(page, "pregunta", topic.pregunta);
  for (const auto index : topic.facts) {
    const Fact& fact = rules.vocabulary.facts[index];
    page.title(2, fact.name, type_words(fact, rules.vocabulary));
    page.paragraph(4, fact.ask);
  }
}

void write_enumeration_page(Page& page, const RuleSet& rules, const Enumeration& words) {
  page.entry(0, {words.name + ":", 0, Ink::strong}, fmt::format("{} words", words.words.size()));
  page.paragraph(2, join(words.words, ", "));
  std::vector<std::string> facts;
  for (const Fact& fact : rules.vocabulary.facts) {
    const bool worded = fact.type == FactType::one_of or fact.type == FactType::set_of;
    if (worded and rules.vocabulary.words_of(fact).name == words.name) facts.push_back(fact.name);
  }
  tell(page, "the type of", join(facts, ", "));
}

void write_word_list_page(Page& page, const RuleSet& rules, const WordList& list, Date as_of) {
  page.entry(0, {list.id + ":", 0, Ink::strong}, fmt::format("a list of {} words", list.words.size()), list.cite);
  for (const WordList::Word& word : list.words) {
    std::string text = word.word;
    if (not word.period.always()) text += ", " + to_string(word.period);
    if (not word.period.contains(as_of)) text += fmt::format(" (not in force on {})", to_string(as_of));
    page.entry(2, {"-", 2}, text);
  }
  write_users(page, rules, list.id);
}

}  // namespace relief
