#pragma once
// The words in which findings are told, the same in every form that people read.
#include <string>
#include <string_view>
#include <vector>

#include "eval/finding.h"
#include "report/page.h"

namespace relief {

enum class Language { english, spanish };  // of the questions

// "met", "met if", "not met", "open", "review", "n/a"; for rows.
std::string_view state_word(State state, bool conditional);
// "MET", "MET IF", "NOT MET", "OPEN", "REVIEW", "N/A"; for one-line findings.
std::string_view state_heading(State state, bool conditional);
Ink ink_of(State state);

// "U visa"; "U visa, c1 (felonious assault)" where it is about a record.
// "MET on the facts given, if:" where conditions follow.
std::string finding_words(const Finding& finding);
std::string name_of(const Finding& finding);
// The same, without what the record is where it would be wider than `width`.
std::string name_of(const Finding& finding, size_t width);
// "certification", "shared.debt_bondage", "crime_on_list (c1)": the name within the relief's own file.
std::string name_of(const CriterionResult& result, const Relief& relief);
// The statement and the authority of the version that governs, else of the latest.
const CriterionVersion& version_of(const CriterionResult& result);
// "crimes.certified_date (c1)"; a list's own name; of a judgement that a criterion asks for: the criterion's id.
std::string name_of(const Missing& missing);
// "not asked", "declined", "needed more exactly"; nothing for a judgement.
std::string knowledge_words(const Missing& missing);
// "crimes.certified_date (c1)".
std::string fact_label(std::string_view fact, std::string_view record);

// "crimes.place = us_state_or_dc; source: client; evidence: declaration": what the case says, and how it is known.
std::string value_words(const TestResult& result, const Vocabulary& vocabulary);
// "4 of 8 factors recorded".
std::string factors_words(size_t known, size_t all);
// "Concluded yes by AB on 2026-11-02: a diagnosis of PTSD".
std::string conclusion_words(const Conclusion& conclusion);

// "due 2027-01-11, in 48 days"; "was due 2026-11-01, 23 days ago; 2026-12-01 on the widest reading".
std::string due_words(const DeadlineResult& deadline, Date as_of);
// The same with what is due, and, where asked for, what follows if it is missed.
std::string deadline_words(const DeadlineResult& deadline, Date as_of, bool if_missed);

// Why a finding stands as it does, on one line: its first questions, its judgements, what fails.
std::string reason_of(const Finding& finding, Language language);
// Of a finding that is not met, the name of what fails, with a star where that can be mended.
std::string failure_of(const Finding& finding);
// What a criterion rests on, on one line, for the short view.
std::string reason_of(const CriterionResult& result);
// How a ground of inadmissibility stands: the first two need work, the last four stand in nobody's way.
enum class GroundStanding { in_the_way, needs_waiver, review, open, waivable, lifted, not_found, exempt };
GroundStanding standing_of(const CriterionResult& ground);
// "45 grounds: 2 found and in need of a waiver, 28 open, 12 not found, 3 exempt or not reached": those under an
// "admissible or waived".
std::string grounds_words(const CriterionResult& result);
bool is_admissibility(const CriterionResult& result);

// "t-visa: needs no certification".
std::string alternative_words(const Alternative& alternative);
// The same with the relief's name and how it stands: "T visa (OPEN): needs no certification".
std::string alternative_words(const Alternative& alternative, const Findings& findings, const RuleSet& rules);
// The leading finding for that relief, if it was looked at.
const Finding* finding_for(const Findings& findings, std::string_view relief);

// "rules us 2026.11 + clinic 3 (9f2c41ab)".
std::string rules_words(const RuleSet& rules);
// "forced_labor" as people write it: "forced labor".
std::string in_words(std::string_view word);
// "18 reliefs", "2 people".
std::string scope_words(const Findings& findings);

}  // namespace relief
