#include "report/json.h"

#include <algorithm>

#include "report/asks.h"
#include "report/words.h"

namespace relief {
namespace {

std::string_view word_of(DeadlineSeverity severity) {
  switch (severity) {
    case DeadlineSeverity::fatal: return "fatal";
    case DeadlineSeverity::curable: return "curable";
    case DeadlineSeverity::timing: return "timing";
  }
  return "";
}

class FindingWriter {
 public:
  FindingWriter(JsonWriter& json, const Findings& findings, const RuleSet& rules)
      : json_(json), findings_(findings), vocabulary_(rules.vocabulary) {}

  void write(const Finding& finding);
  void write_observed(const Finding& observation);

 private:
  void write(const CriterionResult& result);
  void write(std::string_view key, const std::vector<CriterionResult>& results);
  void write(std::string_view key, const std::vector<Alternative>& alternatives);
  void write(const TestResult& test, std::string_view role);
  void write_value(const Value& value, const Fact& fact);
  void write_asks(const Finding& finding);
  void write_flags(const Finding& finding);
  void write_deadlines(const Finding& finding);
  void write_remarks(std::string_view key, const std::vector<const Remark*>& remarks);
  void write_cites(const std::string& cite) { json_.texts("cite", citations_in(cite)); }

  JsonWriter& json_;
  const Findings& findings_;
  const Vocabulary& vocabulary_;
};

// A value as what it is: true, 17, "2019-07", ["recruit", "harbor"]; a range of numbers as text.
void FindingWriter::write_value(const Value& value, const Fact& fact) {
  json_.key("value");
  switch (fact.type) {
    case FactType::yes_no: json_.truth(value.yes); return;
    case FactType::integer:
      if (value.low == value.high) json_.number(value.low);
      else json_.text(to_string(value, fact, vocabulary_));
      return;
    case FactType::set_of:
      json_.begin_array();
      for (const auto word : value.words) json_.text(vocabulary_.words_of(fact).words[word]);
      json_.end_array();
      if (not value.complete) json_.truth("complete", false);
      return;
    case FactType::date:
    case FactType::one_of:
    case FactType::text:
    case FactType::reference: json_.text(to_string(value, fact, vocabulary_)); return;
  }
}

void FindingWriter::write(const TestResult& test, std::string_view role) {
  json_.begin_object();
  if (test.fact) {
    json_.text("fact", test.fact->name);
    json_.text_if("record", test.record);
    json_.text("state", to_string(test.value ? test.value->knowledge : Knowledge::not_asked));
    if (test.value and test.value->known()) write_value(*test.value, *test.fact);
  }
  json_.text("test", test.test->text);
  json_.text_if("role", role);
  json_.text_if("against", test.against);
  json_.text("truth", to_string(test.truth));
  if (test.needs_judgement) json_.truth("judgement", true);
  if (test.value and test.value->provenance) {
    const Provenance& from = *test.value->provenance;
    json_.text_if("source", from.source);
    if (not from.evidence.empty()) json_.texts("evidence", from.evidence);
    json_.text_if("certainty", from.certainty);
    json_.text_if("note", from.note);
  }
  json_.end_object();
}

void FindingWriter::write(std::string_view key, const std::vector<CriterionResult>& results) {
  json_.key(key);
  json_.begin_array();
  for (const CriterionResult& result : results) write(result);
  json_.end_array();
}

void FindingWriter::write(const CriterionResult& result) {
  const CriterionVersion& version = version_of(result);
  json_.begin_object();
  json_.text("id", result.criterion->id);
  json_.text_if("record", result.record);
  json_.text("says", version.says);
  write_cites(version.cite);
  json_.text("result", to_string(result.state));
  json_.truth("decides", result.decides);
  json_.texts("conditions", result.conditions);
  json_.text_if("why", result.why);
  if (not result.version) json_.truth("in_force", false);
  if (result.conclusion) {
    json_.key("conclusion");
    json_.begin_object();
    json_.truth("is", result.conclusion->is);
    json_.text_if("by", result.conclusion->by);
    if (result.conclusion->on) json_.text("on", to_string(*result.conclusion->on));
    json_.text_if("why", result.conclusion->why);
    json_.end_object();
  }
  if (result.factors > 0) {
    json_.number("factors_known", static_cast<std::int64_t>(result.factors_known));
    json_.number("factors", static_cast<std::int64_t>(result.factors));
  }
  if (result.version and result.version->body.kind == Condition::Kind::judgement)
    json_.text("judgement", result.version->body.question);
  json_.key("facts");
  json_.begin_array();
  for (const TestResult& test : result.tests) write(test, {});
  if (result.unless_test) write(*result.unless_test, "unless");
  if (result.applies_test) write(*result.applies_test, "only where");
  json_.end_array();
  write("criteria", result.children);
  if (not result.unless.empty()) write("unless", result.unless);
  if (not result.applies_when.empty()) write("applies_when", result.applies_when);
  if (not version.evidence.empty()) json_.texts("evidence", version.evidence);
  if (result.state == State::not_met) {
    json_.text_if("cure", version.cure);
    write("alternatives", version.alternatives);
  }
  json_.text_if("gap", version.gap);
  json_.text_if("note", version.note);
  json_.end_object();
}

void FindingWriter::write_asks(const Finding& finding) {
  const std::vector<Ask> english = asks_of(finding, Language::english);
  const std::vector<Ask> spanish = asks_of(finding, Language::spanish);
  json_.key("missing");
  json_.begin_array();
  for (size_t i = 0; i < english.size(); ++i) {
    const Missing& missing = *english[i].missing;
    json_.begin_object();
    if (missing.fact) json_.text("fact", missing.fact->name);
    else if (missing.topic) json_.text("list", missing.topic->name);
    else json_.text("criterion", missing.criterion->id);
    json_.text_if("record", missing.record);
    json_.text("state", to_string(missing.knowledge));
    json_.truth("judgement", missing.judgement);
    json_.text("ask", english[i].question);
    if (spanish[i].question != english[i].question) json_.text("pregunta", spanish[i].question);
    std::vector<std::string> needed;
    for (const CriterionResult* result : needed_by(missing, finding))
      if (std::find(needed.begin(), needed.end(), result->criterion->id) == needed.end())
        needed.push_back(result->criterion->id);
    json_.texts("for", needed);
    json_.end_object();
  }
  json_.end_array();
}

void FindingWriter::write_flags(const Finding& finding) {
  json_.key("flags");
  json_.begin_array();
  for (size_t i = 0; i < finding.flags.size(); ++i) {
    const CriterionVersion& version = version_of(finding.flags[i]);
    json_.begin_object();
    json_.text("id", finding.flags[i].criterion->id);
    json_.text("says", version.says);
    write_cites(version.cite);
    json_.truth("urgent", i < finding.flags_urgent.size() and finding.flags_urgent[i]);
    json_.end_object();
  }
  json_.end_array();
}

void FindingWriter::write_deadlines(const Finding& finding) {
  json_.key("deadlines");
  json_.begin_array();
  for (const DeadlineResult& deadline : finding.deadlines) {
    json_.begin_object();
    json_.text("name", deadline.rule->name);
    json_.text("says", deadline.rule->says);
    write_cites(deadline.rule->cite);
    json_.text("kind", deadline.rule->kind == DeadlineRule::Kind::from ? "opens" : "due");
    json_.text("safe", to_string(deadline.safe));
    json_.text("outside", to_string(deadline.outside));
    json_.number("days_left", deadline.days_left);
    json_.truth("sure", deadline.sure);
    json_.text("severity", word_of(deadline.rule->severity));
    json_.text_if("if_missed", deadline.rule->if_missed);
    json_.end_object();
  }
  json_.end_array();
}

void FindingWriter::write_remarks(std::string_view key, const std::vector<const Remark*>& remarks) {
  json_.key(key);
  json_.begin_array();
  for (const Remark* remark : remarks) {
    json_.begin_object();
    json_.text_if("form", remark->form);
    json_.text_if("title", remark->title);
    json_.text_if("says", remark->says);
    json_.text_if("fee", remark->fee);
    write_cites(remark->cite);
    json_.end_object();
  }
  json_.end_array();
}

void FindingWriter::write(std::string_view key, const std::vector<Alternative>& alternatives) {
  json_.key(key);
  json_.begin_array();
  for (const Alternative& alternative : alternatives) {
    json_.begin_object();
    json_.text_if("relief", alternative.relief);
    if (const Finding* other = finding_for(findings_, alternative.relief)) json_.text("result", to_string(other->state));
    json_.text("says", alternative.says);
    json_.end_object();
  }
  json_.end_array();
}

std::string_view word_of(Reach::How how) {
  return how == Reach::How::yes ? "yes" : how == Reach::How::no ? "no" : "depends";
}

// What was seen; the rest is in what is missing.
void FindingWriter::write_observed(const Finding& observation) {
  json_.begin_object();
  json_.text("observations", observation.relief->id);
  json_.text("title", observation.relief->title);
  json_.text("subject", observation.subject);
  write_cites(observation.relief->cite);
  json_.text("notice", observation.relief->notice);
  json_.key("seen");
  json_.begin_array();
  for (size_t i = 0; i < observation.criteria.size(); ++i) {
    const CriterionResult& result = observation.criteria[i];
    if (result.state != State::met) continue;
    const Flag& indicator = observation.relief->flags[i];
    json_.begin_object();
    json_.text("id", result.criterion->id);
    json_.text("says", version_of(result).says);
    write_cites(version_of(result).cite);
    json_.text_if("strength", indicator.strength);
    json_.text_if("element", indicator.element);
    json_.key("reaches");
    json_.begin_array();
    for (const Reach& reach : indicator.reaches) {
      json_.begin_object();
      json_.text("relief", reach.relief);
      json_.text("reaches", word_of(reach.how));
      json_.text("says", reach.says);
      write_cites(reach.cite);
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
  }
  json_.end_array();
  write_asks(observation);
  write_deadlines(observation);
  json_.texts("gaps", observation.gaps);
  json_.end_object();
}

void FindingWriter::write(const Finding& finding) {
  json_.begin_object();
  json_.text("relief", finding.relief->id);
  json_.text("title", finding.relief->title);
  json_.text("short", finding.relief->brief);
  write_cites(finding.relief->cite);
  json_.text("subject", finding.subject);
  json_.text_if("subject_says", finding.subject_says);
  json_.text("result", to_string(finding.state));
  json_.texts("conditions", finding.conditions);
  json_.text_if("why", finding.why);
  json_.text_if("filed", finding.filed);
  write("criteria", finding.criteria);
  write_asks(finding);
  write_flags(finding);
  write_deadlines(finding);
  json_.texts("gaps", finding.gaps);
  write("alternatives", finding.alternatives);
  write_remarks("forms", finding.forms);
  write_remarks("benefits", finding.benefits);
  write_remarks("next_steps", finding.next_steps);
  write_remarks("protections", finding.protections);
  json_.key("others");
  json_.begin_array();
  for (const Finding& other : finding.others) write(other);
  json_.end_array();
  json_.end_object();
}

std::string_view word_of(Severity severity) {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

}  // namespace

void write_head(JsonWriter& json, std::string_view case_id, const JsonHead& head) {
  json.number("schema_version", findings_schema_version);
  json.text("program", head.program);
  json.key("rules");
  json.begin_object();
  json.text("name", head.rules.name);
  json.text("version", head.rules.version);
  if (not head.rules.overlays.empty()) {
    std::vector<std::string> overlays;
    for (const Overlay& overlay : head.rules.overlays) overlays.push_back(overlay.name + " " + overlay.version);
    json.texts("overlays", overlays);
  }
  json.text("sha256", head.rules.sha256);
  json.end_object();
  json.text("case", case_id);
  json.text("as_of", to_string(head.as_of));
}

void write_json(JsonWriter& json, const Findings& findings, const JsonHead& head) {
  json.begin_object();
  write_head(json, findings.case_id, head);
  json.key("findings");
  json.begin_array();
  FindingWriter writer(json, findings, head.rules);
  for (const Finding& finding : findings.findings) writer.write(finding);
  json.end_array();
  json.key("observations");
  json.begin_array();
  for (const Finding& observation : findings.observations) writer.write_observed(observation);
  json.end_array();
  json.key("rests_on");
  json.begin_object();
  json.number("conclusions", static_cast<std::int64_t>(findings.conclusions));
  json.number("approximate_dates", static_cast<std::int64_t>(findings.approximate));
  json.end_object();
  json.text("notice", head.rules.notice);
  json.texts("errors", {});
  json.end_object();
}

void write_json(JsonWriter& json, std::string_view case_id, const Diagnostics& problems, const JsonHead& head) {
  json.begin_object();
  write_head(json, case_id, head);
  json.texts("findings", {});
  json.key("errors");
  json.begin_array();
  for (const Diagnostic& problem : problems.list()) {
    json.begin_object();
    json.text("severity", word_of(problem.severity));
    json.text("code", problem.code);
    json.text("message", problem.message);
    if (problem.place.source) json.text("file", problem.place.source->name());
    if (problem.place.line > 0) {
      json.number("line", problem.place.line);
      json.number("column", problem.place.column);
    }
    json.text_if("hint", problem.hint);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace relief
