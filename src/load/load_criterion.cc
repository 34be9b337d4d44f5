#include "load/load_criterion.h"

#include <fmt/format.h>

#include <charconv>

#include "base/text.h"
#include "load/load_condition.h"

namespace relief {
namespace {

void read_text(yaml::MapReader& reader, std::string_view key, std::string& out) {
  if (auto text = reader.text(key)) out = std::move(*text);
}

Alternative load_alternative(const yaml::Node& node, Diagnostics& diagnostics) {
  if (node.is_scalar()) return {"", node.text};
  yaml::MapReader reader(node, "an alternative", diagnostics);
  Alternative out{reader.required_text("relief"), reader.required_text("says")};
  reader.finish();
  return out;
}

// Text, a relief with what is to be said of it, or a list of these.
void read_alternatives(yaml::MapReader& reader, std::vector<Alternative>& out) {
  const auto* node = reader.take("alternative");
  if (node == nullptr) return;
  out.clear();
  if (not node->is_sequence()) out.push_back(load_alternative(*node, reader.diagnostics()));
  for (const auto& item : node->items) out.push_back(load_alternative(item, reader.diagnostics()));
}

// "at least 2", "exactly 1", "at most 1".
bool read_number(yaml::MapReader& reader, Condition& body) {
  const auto text = reader.text("number");
  if (not text) return true;
  static constexpr std::pair<std::string_view, Comparison> words[] = {
      {"at least ", Comparison::at_least}, {"at most ", Comparison::at_most}, {"exactly ", Comparison::equal}};
  for (const auto& [word, comparison] : words) {
    if (not text->starts_with(word)) continue;
    body.number_comparison = comparison;
    const char* end = text->data() + text->size();
    if (std::from_chars(text->data() + word.size(), end, body.number).ptr == end and body.number >= 0) return true;
  }
  return false;
}

void read_quantifier(yaml::MapReader& reader, Condition& body) {
  static constexpr std::pair<std::string_view, Quantifier> keys[] = {{"some", Quantifier::some},
                                                                     {"every", Quantifier::every},
                                                                     {"none", Quantifier::none},
                                                                     {"the", Quantifier::the}};
  for (const auto& [key, quantifier] : keys) {
    const auto* node = reader.take(key);
    if (node == nullptr) continue;
    if (body.quantifier != Quantifier::single)
      reader.diagnostics().error("two-bodies", node->place, "a criterion has one of 'some', 'every', 'none' and 'the'");
    body.quantifier = quantifier;
    body.list = node->text;
    body.list_place = node->place;
  }
  if (const auto* where = reader.take("where")) {
    body.where = load_tests(where, reader.diagnostics());
    if (body.quantifier == Quantifier::single)
      reader.diagnostics().error("where-without-list", where->place, "'where' goes with 'some', 'every', 'none' or 'the'");
  }
  if (not read_number(reader, body))
    reader.diagnostics().error("bad-number", reader.place(), "'number' is 'at least N', 'exactly N' or 'at most N'");
}

// True where the reader has a body; the old one is replaced.
bool read_body(yaml::MapReader& reader, Condition& out) {
  auto& diagnostics = reader.diagnostics();
  Condition body;
  int bodies = 0;
  if (const auto* all = reader.take("all of")) {
    body.kind = Condition::Kind::all;
    body.tests = load_tests(all, diagnostics);
    ++bodies;
  }
  if (const auto* any = reader.take("any of")) {
    body.kind = Condition::Kind::any;
    body.tests = load_tests(any, diagnostics);
    ++bodies;
  }
  if (auto question = reader.text("judgement")) {
    body.kind = Condition::Kind::judgement;
    body.question = std::move(*question);
    ++bodies;
  }
  if (const auto* factors = reader.take("factors"); factors != nullptr) {
    for (const auto& item : factors->items) body.factors.push_back(item.text);
    if (body.kind != Condition::Kind::judgement or body.factors.empty())
      diagnostics.error("factors", factors->place, "'factors' is a list of names and goes with 'judgement'");
  } else if (body.kind == Condition::Kind::judgement) {
    diagnostics.error("factors", reader.place(), "a judgement names the facts that inform it in 'factors'");
  }
  if (auto column = reader.text("admissible or waived")) {
    body.kind = Condition::Kind::admissible;
    body.of_family = column->ends_with(" of family");
    body.column = column->substr(0, column->find(' '));
    ++bodies;
  }
  read_quantifier(reader, body);
  if (bodies > 1)
    diagnostics.error("two-bodies", reader.place(),
                      "a criterion has one of 'all of', 'any of', 'judgement' and 'admissible or waived'",
                      "give the inner compound a name of its own");
  const bool found = bodies > 0 or body.quantifier != Quantifier::single;
  if (found) {
    body.unless = std::move(out.unless);
    body.applies_when = std::move(out.applies_when);
    out = std::move(body);
  }
  return found;
}

void read_test(const yaml::Node& node, Box<Test>& out, yaml::MapReader& reader) {
  out = {};
  if (auto test = load_test(node, reader.diagnostics())) out.emplace(std::move(*test));
}

bool read_version(yaml::MapReader& reader, CriterionVersion& version) {
  read_text(reader, "cite", version.cite);
  read_text(reader, "says", version.says);
  read_text(reader, "condition", version.condition);
  read_text(reader, "cure", version.cure);
  read_text(reader, "note", version.note);
  read_text(reader, "gap", version.gap);
  read_alternatives(reader, version.alternatives);
  if (auto evidence = reader.texts("evidence"); not evidence.empty()) version.evidence = std::move(evidence);
  bool body = read_body(reader, version.body);
  if (const auto* unless = reader.take("unless")) read_test(*unless, version.body.unless, reader);
  if (const auto* applies = reader.take("applies when"))
    read_test(*applies, version.body.applies_when, reader);
  return body;
}

void read_period(yaml::MapReader& reader, CriterionVersion& version) {
  version.period.from = reader.date("from");
  if (not version.period.from)
    reader.diagnostics().error("missing-key", reader.place(), "a version needs 'from: DATE'");
  static constexpr std::string_view words[] = {"decided on or after", "filed on or after",
                                               "pending or filed on or after"};
  if (const auto word = reader.word("governs", words)) version.governs = static_cast<Governs>(*word);
  if (const auto repealed = reader.yes_no("repealed")) version.repealed = *repealed;
}

void check(const CriterionVersion& version, const std::string& name, bool body, MayLack may_lack,
           Diagnostics& diagnostics) {
  if (version.repealed) return;
  const bool own_words = may_lack != MayLack::cite_and_says;
  if (own_words and version.cite.empty())
    diagnostics.error("no-authority", version.place, fmt::format("'{}' has no 'cite'", name),
                      "every criterion names its authority");
  if (own_words and version.says.empty())
    diagnostics.error("missing-key", version.place, fmt::format("'{}' has no 'says'", name));
  if (may_lack != MayLack::body and not body)
    diagnostics.error("no-body", version.place, fmt::format("'{}' has nothing that decides it", name),
                      "one of 'all of', 'any of', 'judgement', 'some: LIST'");
}

}  // namespace

Criterion load_criterion(yaml::MapReader& reader, std::string id, std::string name, MayLack may_lack) {
  auto& diagnostics = reader.diagnostics();
  Criterion criterion;
  criterion.id = std::move(id);
  criterion.name = std::move(name);
  criterion.place = reader.place();
  CriterionVersion common;
  common.place = reader.place();
  const bool common_body = read_version(reader, common);
  const auto* versions = reader.take("versions");
  if (versions == nullptr) {
    check(common, criterion.name, common_body, may_lack, diagnostics);
    criterion.versions.push_back(std::move(common));
    return criterion;
  }
  if (not versions->is_sequence() or versions->items.empty())
    diagnostics.error("wrong-type", versions->place, "'versions' is a list of versions in order of time");
  for (const auto& item : versions->items) {
    CriterionVersion version = common;
    version.place = item.place;
    yaml::MapReader each(item, "a version", diagnostics);
    read_period(each, version);
    const bool body = read_version(each, version) or common_body;
    each.finish();
    check(version, criterion.name, body, may_lack, diagnostics);
    if (not criterion.versions.empty()) {
      auto& last = criterion.versions.back();
      if (last.period.from and version.period.from and *version.period.from <= *last.period.from)
        diagnostics.error("version-order", item.place, "versions stand in order of time, each later than the last");
      last.period.until = version.period.from;
    }
    criterion.versions.push_back(std::move(version));
  }
  if (criterion.versions.empty()) criterion.versions.push_back(std::move(common));
  return criterion;
}

Criterion load_criterion(const yaml::Node& node, std::string id, std::string name, Diagnostics& diagnostics,
                         MayLack may_lack) {
  yaml::MapReader reader(node, "a criterion", diagnostics);
  auto criterion = load_criterion(reader, std::move(id), std::move(name), may_lack);
  reader.finish();
  return criterion;
}

}  // namespace relief
