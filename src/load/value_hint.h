#pragma once
// The wording of problems with a fact's value: what the fact takes, and what its author may have meant.
#include <span>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "law/fact.h"
#include "yaml/document.h"

namespace relief {

// A word of a file, quoted for a message: cut short and without control characters, since a case file may hold
// anything, and its messages should hold little of it.
std::string in_quotes(std::string_view word);

// False after the first hundred errors: looking for the nearest of many names takes time, and a file of nothing
// but slips must not take all day.
bool wants_hint(const Diagnostics& diagnostics);

// "one of: client, family_member, ...": a closed list, or its beginning.
std::string one_of(std::span<const std::string_view> words);
// The same, after a "did you mean" where a word is near.
std::string hint_for_word(std::string_view word, std::span<const std::string_view> words);

// "a date", for "'client.birth_date' takes a date".
std::string what_it_takes(const Fact& fact, const Vocabulary& vocabulary);
// How a value of the fact's type is written.
std::string how_to_write(const Fact& fact, const Vocabulary& vocabulary);
// For a value of another type than the fact's.
std::string hint_for_type(const yaml::Node& node, const Fact& fact, const Vocabulary& vocabulary);
// For a word outside the fact's closed list.
std::string hint_for_fact_word(std::string_view word, const Fact& fact, const Vocabulary& vocabulary);
// The long form that a judgement needs.
std::string attorneys_form(const Fact& fact, const Vocabulary& vocabulary);

}  // namespace relief
