#include "eval/evaluate.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/once.h"
#include "base/text.h"
#include "eval/deadline.h"
#include "eval/order.h"
#include "eval/walk.h"

namespace relief {
namespace {

// Where the case does not say that a request was filed, it stays unknown; a request that was not filed is
// tested as if it were filed on --filed, or on the as-of date.
Request request_of(const Program& program, const ReliefNode& relief, const CaseFile& case_file,
                   const EvaluateOptions& options) {
  Request request;
  const DateRange today{program.as_of, program.as_of};
  const DateRange planned = options.filed ? DateRange{*options.filed, *options.filed} : today;
  if (relief.filed == nullptr) {
    request.filed = planned;
    request.decided = today;
    return request;
  }
  request.filed_fact = relief.filed;
  request.status_fact = relief.status;
  request.decided_fact = relief.decided;
  const auto value = [&](const Fact* fact) -> const Value& {
    return case_file.values[program.rules->vocabulary.index_of(*fact)];
  };
  const auto status_is = [&](std::initializer_list<std::string_view> words) {
    const auto& status = value(relief.status);
    if (not status.known()) return false;
    const auto& word = program.rules->vocabulary.words_of(*relief.status).words[status.word];
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  const bool not_filed = status_is({"not_filed", "rejected"});  // a rejected filing keeps no date
  if (not_filed or (options.filed and not value(relief.filed).known() and not value(relief.status).known())) {
    request.filed = planned;
    request.filed_says = fmt::format("{}, as if filed then", to_string(planned.first));
  } else if (value(relief.filed).known()) {
    request.filed = value(relief.filed).dates;
    request.filed_says = to_string(*request.filed);
  } else {
    request.filed_says = "not known";
  }
  if (value(relief.decided).known()) request.decided = value(relief.decided).dates;
  else if (not_filed or status_is({"pending", "waiting_list"})) request.decided = today;
  return request;
}

// What a record is, in a word: its first closed-list field ("felonious_assault", "child").
std::string label_of(const Record& record, const Topic& topic, const Vocabulary& vocabulary) {
  for (const auto index : topic.facts) {
    const auto& fact = vocabulary.facts[index];
    if (fact.type != FactType::one_of) continue;
    const auto& value = record.fields[fact.position];
    return value.known() ? vocabulary.words_of(fact).words[value.word] : std::string();
  }
  return {};
}

std::string_view in_a_sentence(State state) {
  switch (state) {
    case State::met: return "met on the facts given";
    case State::not_met: return "not met on the facts given";
    case State::open: return "open";
    case State::review: return "for review";
    case State::not_applicable: return "not applicable";
  }
  return "";
}

class ReliefEvaluation {
 public:
  ReliefEvaluation(const Program& program, const ReliefNode& relief, const CaseFile& case_file,
                   const EvaluateOptions& options)
      : program_(program),
        relief_(relief),
        case_(case_file),
        request_(request_of(program, relief, case_file, options)),
        walk_(program, case_file, request_) {}

  std::vector<Finding> run() {
    if (not relief_.in_force) {
      Finding finding = blank();
      finding.state = State::not_applicable;
      finding.why = fmt::format("not in force on {}", to_string(program_.as_of));
      return one(std::move(finding));
    }
    if (relief_.list < 0) return one(finding_for(nullptr, "client", ""));
    std::vector<Finding> all = one_a_record();
    if (relief_.relief->report == Relief::Report::all) return all;
    std::stable_sort(all.begin(), all.end(), comes_before);
    Finding leading = std::move(all.front());
    leading.others.assign(std::make_move_iterator(all.begin() + 1), std::make_move_iterator(all.end()));
    return one(std::move(leading));
  }

  const Walk& walk() const { return walk_; }

 private:
  static std::vector<Finding> one(Finding finding) {
    std::vector<Finding> all;
    all.push_back(std::move(finding));
    return all;
  }

  Finding blank() const {
    Finding finding;
    finding.relief = relief_.relief;
    finding.subject = "client";
    finding.filed = request_.filed_says;
    return finding;
  }

  std::vector<Finding> one_a_record() {
    const auto& topic = program_.rules->vocabulary.topics[static_cast<size_t>(relief_.list)];
    const auto& list = case_.lists[static_cast<size_t>(relief_.list)];
    std::vector<Finding> all;
    for (const auto& record : list.records)
      all.push_back(finding_for(&record, record.id, label_of(record, topic, program_.rules->vocabulary)));
    const bool more = list.knowledge != Knowledge::known or not list.complete;
    if (more) {
      // There may be a record that nobody has asked about, or written down.
      Finding finding = finding_for(nullptr, list.records.empty() ? "any " + topic.record : "another " + topic.record, "");
      if (finding.state != State::not_met) finding.state = State::open;  // there may be none
      finding.conditions.clear();
      Missing question{.topic = &topic, .knowledge = list.knowledge};
      if (finding.state == State::open) {
        std::erase(finding.missing, question);
        finding.missing.insert(finding.missing.begin(), question);
      }
      if (list.records.empty() or finding.state == State::open) all.push_back(std::move(finding));
    } else if (list.records.empty()) {
      Finding finding = finding_for(nullptr, "client", "");
      finding.state = relief_.relief->report == Relief::Report::all ? State::not_applicable : State::not_met;
      finding.why = fmt::format("{}: none", topic.name);
      finding.missing.clear();
      finding.conditions.clear();
      finding.gaps = relief_.relief->gaps;  // of the criteria none was decided
      finding.flags.clear();
      finding.flags_urgent.clear();
      all.push_back(std::move(finding));
    }
    return all;
  }

  Finding finding_for(const Record* record, std::string subject, std::string says) {
    walk_.take_in_hand(relief_.list, record);
    Finding finding = blank();
    finding.subject = std::move(subject);
    finding.subject_says = std::move(says);
    if (relief_.relief->observes) {
      observe(finding);
      add_remarks(relief_.next_steps, finding.next_steps);
      add_remarks(relief_.protections, finding.protections);
      add_deadlines(record, finding);
      return finding;
    }
    Truth truth = Truth::yes;
    bool open = false;
    for (const auto index : relief_.requires_all) {
      finding.criteria.push_back(walk_.criterion(index));
      const auto& result = finding.criteria.back();
      if (result.state == State::not_applicable) continue;
      truth = both(truth, result.truth);
      if (result.truth == Truth::unknown) open = open or result.state == State::open;
      add_once(finding.conditions, result.conditions);
    }
    const bool none_applies = std::all_of(finding.criteria.begin(), finding.criteria.end(), [](const auto& result) {
      return result.state == State::not_applicable;
    });
    finding.state = none_applies ? State::not_applicable : state_of(truth, open);
    if (finding.state != State::met) finding.conditions.clear();
    if (truth == Truth::unknown) collect_missing(finding);
    collect_support(finding);
    add_once(finding.gaps, relief_.relief->gaps);
    for (const auto& result : finding.criteria) collect_notes(result, finding);
    add_flags(finding);
    add_remarks(relief_.forms, finding.forms);
    add_remarks(relief_.benefits, finding.benefits);
    add_remarks(relief_.next_steps, finding.next_steps);
    add_remarks(relief_.protections, finding.protections);
    add_deadlines(record, finding);
    return finding;
  }

  // Every indicator with what it came to; met where one is seen.
  void observe(Finding& finding) {
    Truth truth = Truth::no;
    bool open = false;
    for (const auto index : relief_.flags) {
      finding.criteria.push_back(walk_.criterion(index));
      const auto& result = finding.criteria.back();
      if (result.state == State::not_applicable) continue;
      truth = either(truth, result.truth);
      if (result.truth == Truth::unknown) open = open or result.state == State::open;
    }
    finding.state = state_of(truth, open);
    collect_missing(finding);
    finding.gaps = relief_.relief->gaps;
  }

  // Facts first, then judgements; those of undecided criteria alone.
  static void collect_missing(Finding& finding) {
    for (const bool judgement : {false, true})
      for (const auto& result : finding.criteria)
        for (const auto& each : result.missing)
          if (each.judgement == judgement) add_once(finding.missing, each);
  }

  // Gaps and alternatives of the criteria that the finding rests on.
  static void collect_notes(const CriterionResult& result, Finding& finding) {
    if (not result.decides or result.state == State::not_applicable or result.version == nullptr) return;
    if (not result.version->gap.empty()) add_once(finding.gaps, result.version->gap);
    if (result.state == State::not_met)
      for (const auto& alternative : result.version->alternatives) add_once(finding.alternatives, alternative);
    for (const auto& child : result.children) collect_notes(child, finding);
    for (const auto& child : result.unless) collect_notes(child, finding);
  }

  void add_flags(Finding& finding) {
    for (size_t i = 0; i < relief_.flags.size(); ++i) {
      auto result = walk_.criterion(relief_.flags[i]);
      if (result.state != State::met) continue;
      finding.flags.push_back(std::move(result));
      finding.flags_urgent.push_back(relief_.relief->flags[i].urgent);
    }
  }

  void add_remarks(const std::vector<RemarkNode>& nodes, std::vector<const Remark*>& out) {
    for (const auto& node : nodes)
      if (not node.when or walk_.test(*node.when) != Truth::no) out.push_back(node.remark);
  }

  // The dates that a deadline runs from; nothing where they are not known.
  std::optional<DateRange> dates_of(const DeadlineNode& node, const Record* record) {
    const auto& vocabulary = program_.rules->vocabulary;
    if (node.rule->last) return latest(node);
    const bool of_list = vocabulary.topics[node.fact->topic_index].is_list;
    if (of_list and (record == nullptr or node.fact->topic_index != relief_.list)) return std::nullopt;
    const auto& value = of_list ? record->fields[node.fact->position]
                                : case_.values[vocabulary.index_of(*node.fact)];
    return value.known() ? std::optional(value.dates) : std::nullopt;
  }

  // Of a list that is whole, the records that pass `where`; nothing while that or a date of theirs is not known.
  std::optional<DateRange> latest(const DeadlineNode& node) {
    const auto& list = case_.lists[node.fact->topic_index];
    if (list.knowledge != Knowledge::known or not list.complete) return std::nullopt;
    std::optional<DateRange> last;
    bool known = true;
    for (const auto& record : list.records) {
      walk_.take_in_hand(node.fact->topic_index, &record);
      const Truth passes = node.where ? walk_.test(*node.where) : Truth::yes;
      if (passes == Truth::no) continue;
      const auto& value = record.fields[node.fact->position];
      known = known and passes == Truth::yes and value.known();
      if (not value.known()) continue;
      if (not last) last = value.dates;
      last->first = std::max(last->first, value.dates.first);
      last->last = std::max(last->last, value.dates.last);
    }
    walk_.let_go(node.fact->topic_index);
    return known ? last : std::nullopt;
  }

  void add_deadlines(const Record* record, Finding& finding) {
    for (const auto& node : relief_.deadlines) {
      const Truth when = node.when ? walk_.test(*node.when) : Truth::yes;
      if (when == Truth::no) continue;
      const auto dates = dates_of(node, record);
      if (not dates) continue;
      finding.deadlines.push_back(deadline(*node.rule, *dates, program_.as_of));
      finding.deadlines.back().sure = when == Truth::yes;
    }
    std::stable_sort(finding.deadlines.begin(), finding.deadlines.end(),
                     [](const DeadlineResult& a, const DeadlineResult& b) { return a.safe < b.safe; });
  }

  const Program& program_;
  const ReliefNode& relief_;
  const CaseFile& case_;
  Request request_;
  Walk walk_;
};

// A relative's finding that waits for the client's own relief is no better than the finding for that relief.
void follow(const std::vector<Finding>& all, Finding& finding) {
  const auto& relief = *finding.relief;
  const auto path = std::find_if(finding.criteria.begin(), finding.criteria.end(), [&](const CriterionResult& result) {
    return result.criterion->name == relief.follows_by;
  });
  if (path == finding.criteria.end() or path->conditions.empty()) return;
  const auto first = std::find_if(all.begin(), all.end(),
                                  [&](const Finding& other) { return other.relief->id == relief.follows; });
  if (first == all.end() or rank(first->state) <= rank(finding.state)) return;
  finding.state = first->state == State::not_applicable ? State::not_met : first->state;
  finding.conditions.clear();
  finding.why = fmt::format("it waits for the {}, which is {}", first->relief->brief, in_a_sentence(first->state));
  if (finding.state != State::not_met) add_once(finding.missing, first->missing);
}

}  // namespace

Findings evaluate(const Program& program, const CaseFile& case_file, const EvaluateOptions& options) {
  Findings out;
  out.case_id = case_file.id;
  out.as_of = program.as_of;
  std::set<const Value*> approximate;
  std::set<const Conclusion*> conclusions;
  std::set<const Value*> judged;
  for (const auto& relief : program.reliefs) {
    if (not relief.looked_at) continue;
    ReliefEvaluation evaluation(program, relief, case_file, options);
    for (auto& finding : evaluation.run()) out.findings.push_back(std::move(finding));
    approximate.insert(evaluation.walk().approximate().begin(), evaluation.walk().approximate().end());
    conclusions.insert(evaluation.walk().conclusions().begin(), evaluation.walk().conclusions().end());
    judged.insert(evaluation.walk().judged().begin(), evaluation.walk().judged().end());
  }
  if (not options.alone)
    for (auto& finding : out.findings)
      if (not finding.relief->follows.empty()) follow(out.findings, finding);
  std::erase_if(out.findings, [&](const Finding& finding) {
    return std::any_of(program.reliefs.begin(), program.reliefs.end(), [&](const ReliefNode& node) {
      return node.relief == finding.relief and not node.shown;
    });
  });
  if (not options.alone) {
    const auto seen = std::stable_partition(out.findings.begin(), out.findings.end(),
                                            [](const Finding& finding) { return not finding.relief->observes; });
    out.observations.assign(std::make_move_iterator(seen), std::make_move_iterator(out.findings.end()));
    out.findings.erase(seen, out.findings.end());
  }
  weigh_support(out.findings);
  std::stable_sort(out.findings.begin(), out.findings.end(), comes_before);
  out.approximate = approximate.size();
  out.conclusions = conclusions.size() + judged.size();
  return out;
}

void check_conclusions(const Program& program, const CaseFile& case_file, Diagnostics& diagnostics) {
  const auto& rules = *program.rules;
  for (const auto& conclusion : case_file.conclusions) {
    const auto* node = program.find(conclusion.criterion);
    if (node == nullptr) {
      const auto relief = conclusion.criterion.substr(0, conclusion.criterion.find('.'));
      const auto compiled = std::any_of(program.reliefs.begin(), program.reliefs.end(),
                                        [&](const ReliefNode& each) { return each.relief->id == relief; });
      if (rules.relief(relief) != nullptr and not compiled) continue;  // of a relief left out of this run
      std::vector<std::string_view> names;
      for (const auto& each : program.criteria) names.push_back(each.criterion->id);
      diagnostics.error("unknown-criterion", conclusion.place, fmt::format("no criterion '{}'", conclusion.criterion),
                        did_you_mean(conclusion.criterion, names));
      continue;
    }
    for (size_t topic = 0; topic < node->needs.size(); ++topic) {
      if (not node->needs[topic] or not conclusion.record.empty()) continue;
      if (case_file.lists[topic].records.size() > 1)
        diagnostics.error("which-record", conclusion.place,
                          fmt::format("'{}' is concluded, and there are {} records of '{}'", conclusion.criterion,
                                      case_file.lists[topic].records.size(), rules.vocabulary.topics[topic].name),
                          "add 'for: ID' with the record's id");
    }
    if (conclusion.record.empty()) continue;
    const bool found = std::any_of(case_file.lists.begin(), case_file.lists.end(), [&](const RecordList& list) {
      return std::any_of(list.records.begin(), list.records.end(),
                         [&](const Record& record) { return record.id == conclusion.record; });
    });
    if (not found)
      diagnostics.error("unknown-record", conclusion.place, fmt::format("no record '{}'", conclusion.record));
  }
}

}  // namespace relief
