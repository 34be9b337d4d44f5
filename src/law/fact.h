#pragma once
// The vocabulary: every fact that a rule may test, once, with its type and its question.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace relief {

enum class FactType : std::uint8_t { yes_no, date, integer, one_of, set_of, text, reference };
std::string_view to_string(FactType type);

enum class Sensitivity : std::uint8_t { low, medium, high };

// A closed list of words: "marital_status: never_married, married, ...".
struct Enumeration {
  std::string name;  // empty where the words are written in the fact's type
  std::vector<std::string> words;
  Place place;

  std::optional<std::uint16_t> index_of(std::string_view word) const;
};

struct Fact {
  std::string name;   // "crimes.certified_date"
  std::string topic;  // "crimes"
  std::string field;  // "certified_date"
  FactType type = FactType::text;
  std::uint16_t enumeration = 0;      // of one_of and set_of: index into Vocabulary::enumerations
  std::uint16_t topic_index = 0;      // index into Vocabulary::topics
  std::uint16_t position = 0;         // its place among the fields of its topic
  std::string refers_to;              // of a reference: the list topic
  std::string ask, pregunta, help;    // question in English, in Spanish; a note for the asker
  bool asked_of_client = true;        // else of the attorney, or read from a record
  bool judgement = false;             // a legal conclusion: only an attorney sets it
  std::vector<std::string> factors;   // facts or list topics that inform a judgement
  std::string cite;                   // where the law asks for the judgement
  std::string only_when;              // a test; a value given while it is no is an error in a case file
  Sensitivity sensitivity = Sensitivity::medium;
  Place place;
};

struct Topic {
  std::string name;        // "crimes"
  bool is_list = false;
  std::string record;      // the word for one record: "crime"
  std::string ask, pregunta;         // of a list: "Have you left the United States, even once?"
  Sensitivity sensitivity = Sensitivity::medium;  // of that question
  std::vector<std::uint16_t> facts;  // indices into Vocabulary::facts, by position
  Place place;
};

struct Vocabulary {
  std::vector<Enumeration> enumerations;
  std::vector<Topic> topics;
  std::vector<Fact> facts;
  std::map<std::string, std::uint16_t, std::less<>> fact_by_name;
  std::map<std::string, std::uint16_t, std::less<>> topic_by_name;

  const Fact* fact(std::string_view name) const;
  // Of one of `facts`: its index there, which is that of its value in a case.
  size_t index_of(const Fact& fact) const { return static_cast<size_t>(&fact - facts.data()); }
  const Topic* topic(std::string_view name) const;
  const Enumeration& words_of(const Fact& fact) const { return enumerations[fact.enumeration]; }
};

}  // namespace relief
