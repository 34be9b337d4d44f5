#pragma once
// A fact, a topic, a list of words: what may be said, how it is asked, and which criteria rest on it.
#include "law/rule_set.h"
#include "report/page.h"

namespace relief {

void write_fact_page(Page& page, const RuleSet& rules, const Fact& fact);
void write_topic_page(Page& page, const RuleSet& rules, const Topic& topic);
void write_enumeration_page(Page& page, const RuleSet& rules, const Enumeration& words);
void write_word_list_page(Page& page, const RuleSet& rules, const WordList& list, Date as_of);

// "one_of agency", "set_of [recruit, harbor]", "reference crimes".
std::string type_words(const Fact& fact, const Vocabulary& vocabulary);

}  // namespace relief
