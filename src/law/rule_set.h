#pragma once
// Everything loaded from a rules folder, by name.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "law/authority.h"
#include "law/chart.h"
#include "law/criterion.h"
#include "law/fact.h"
#include "law/matrix.h"

namespace relief {

struct Relief {
  enum class Report { strongest, all };

  // A list of things to be seen in a case, its flags, that decides nothing: `notice` is told before it.
  bool observes = false;
  std::string notice;
  std::string jurisdiction;  // the folder it lies in: "us"; empty: none in particular

  std::string id, title, brief, cite, decided_by;  // brief: "U visa"
  std::vector<Period> in_force;
  std::string last_checked;
  std::string filing;      // "filing.i918"; empty: no request
  std::string for_each;    // a list topic; empty: the client
  Report report = Report::strongest;
  // "follows: u-visa by principal_path": while that criterion is met only on a condition, namely that the other
  // relief is granted to the client, the finding is no better than the finding for that relief.
  std::string follows, follows_by;
  std::vector<Test> requires_all;
  std::vector<Criterion> criteria;  // in the file's order
  std::vector<Flag> flags;
  std::vector<DeadlineRule> deadlines;
  std::vector<Remark> forms, benefits, next_steps, protections;
  std::vector<std::string> gaps;
  Place place;

  bool in_force_on(Date day) const;
};

// A named list of words: "shared.qualifying_crimes".
struct WordList {
  struct Word {
    std::string word;
    Period period;
    Place place;
  };
  std::string id, cite;
  std::vector<Word> words;
  Place place;
};

// A folder laid over the law by a site: "clinic 2026.1".
struct Overlay {
  std::string name, version;
  Place place;
};

struct RuleSet {
  std::string name, title, version, last_checked, notice;
  Place place;  // where it is named
  std::vector<Overlay> overlays;
  std::optional<Date> law_from;
  // A folder of the rules and its name for readers; `looked_at` are those that a check looks at unasked (none: all).
  std::map<std::string, std::string> jurisdictions;
  std::vector<std::string> looked_at;
  std::string sha256;  // of every rule file's path and bytes, in order of path
  Vocabulary vocabulary;
  std::vector<Authority> authorities;
  std::map<std::string, Criterion, std::less<>> shared;  // by id
  std::map<std::string, WordList, std::less<>> lists;    // by id
  std::optional<Matrix> matrix;
  std::vector<Chart> charts;
  std::vector<Relief> reliefs;  // in order of their files' paths

  const Relief* relief(std::string_view id) const;
  const Authority* authority(std::string_view citation) const;  // the source that a citation lies in
};

}  // namespace relief
