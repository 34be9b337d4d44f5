#include "report/rule_page.h"

#include <algorithm>

#include "report/catalogue.h"
#include "report/criterion_page.h"
#include "report/fact_page.h"
#include "report/matrix_page.h"
#include "report/relief_page.h"

namespace relief {
namespace {

bool write_page(Page& page, const RuleSet& rules, std::string_view id, const RulePageOptions& options) {
  if (const Relief* relief = rules.relief(id)) {
    write_relief_page(page, rules, *relief, options.as_of);
    return true;
  }
  if (rules.matrix and (id == "matrix" or id == rules.matrix->name or id == "inadmissibility")) {
    write_matrix_page(page, *rules.matrix);
    return true;
  }
  if (rules.matrix)
    for (const Ground& ground : rules.matrix->grounds)
      if (id == "matrix." + ground.name) {
        write_ground_page(page, *rules.matrix, ground, options.as_of);
        return true;
      }
  if (const Criterion* criterion = criterion_of(rules, id)) {
    write_criterion_page(page, 0, *criterion, criterion->id, options.as_of);
    return true;
  }
  if (const auto list = rules.lists.find(id); list != rules.lists.end()) {
    write_word_list_page(page, rules, list->second, options.as_of);
    return true;
  }
  if (const Fact* fact = rules.vocabulary.fact(id)) {
    write_fact_page(page, rules, *fact);
    return true;
  }
  if (const Topic* topic = rules.vocabulary.topic(id)) {
    write_topic_page(page, rules, *topic);
    return true;
  }
  for (const Enumeration& words : rules.vocabulary.enumerations)
    if (not words.name.empty() and words.name == id) {
      write_enumeration_page(page, rules, words);
      return true;
    }
  return false;
}

}  // namespace

std::optional<std::string> rule_page(const RuleSet& rules, std::string_view id, const RulePageOptions& options) {
  Page page(options.paper);
  if (not write_page(page, rules, id, options)) return std::nullopt;
  return page.take();
}

}  // namespace relief
