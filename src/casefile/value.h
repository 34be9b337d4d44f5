#pragma once
// What is known of one fact in one case, and what is not.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/source.h"
#include "law/fact.h"

namespace relief {

// not_asked: absent, or said so. Only `known` decides anything; the others differ in what to do next.
enum class Knowledge : std::uint8_t { not_asked, unknown, declined, known };
std::string_view to_string(Knowledge knowledge);  // as a case file writes it: "not_asked"

// The closed lists of the long form.
inline constexpr std::string_view fact_sources[] = {
    "client",          "family_member", "government_record", "court_record",         "medical_record",
    "employer_record", "advocate",      "third_party",       "abuser_or_trafficker", "attorney"};
inline constexpr std::string_view fact_evidence[] = {
    "declaration",    "witness_statement", "professional_letter",      "medical_record", "psychological_evaluation",
    "photographs",    "messages",          "police_report",            "court_record",   "protection_order",
    "agency_letter",  "agency_finding",    "disability_determination", "civil_record",   "immigration_record",
    "travel_record",  "pay_or_work_record", "contract",                "advertisement",  "news",
    "country_report", "school_record",     "residence_record",         "elements_chart", "other"};
inline constexpr std::string_view fact_certainties[] = {"sure", "likely", "unsure"};

// The long form: where a value comes from, and how sure it is.
struct Provenance {
  std::string source;                 // "court_record"; empty: not said
  std::vector<std::string> evidence;  // "declaration", ...
  std::string certainty;              // "sure", "likely", "unsure"
  std::string note;
};

struct Value {
  Knowledge knowledge = Knowledge::not_asked;
  bool yes = false;                  // yes_no
  std::int64_t low = 0, high = 0;    // integer: its range
  DateRange dates{};                 // date
  std::uint16_t word = 0;            // one_of: index into the enumeration
  std::vector<std::uint16_t> words;  // set_of: the known members, ascending
  bool complete = true;              // set_of: false where it ends in `unknown`
  std::string text;                  // text, reference: as given
  std::shared_ptr<const Provenance> provenance;  // null: short form
  Place place;                       // of the value in the case file

  bool known() const { return knowledge == Knowledge::known; }
};

// As a person would write it: "yes", "2019-07", "16..17", "recruit, harbor, unknown", "not asked".
std::string to_string(const Value& value, const Fact& fact, const Vocabulary& vocabulary);

}  // namespace relief
