#include "compile/compile.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/text.h"
#include "compile/expand_matrix.h"
#include "compile/resolve_test.h"

namespace relief {
namespace {

class Compiler {
 public:
  Compiler(const RuleSet& rules, const CompileOptions& options, Diagnostics& diagnostics)
      : rules_(rules), options_(options), diagnostics_(diagnostics), as_of_(options.as_of), resolve_(rules, as_of_, diagnostics) {}

  std::optional<Program> run() {
    const size_t before = diagnostics_.errors();
    program_.rules = &rules_;
    program_.as_of = options_.as_of;
    for (const auto& [id, criterion] : rules_.shared) declare(criterion);
    if (rules_.matrix)
      for (const auto& criterion : rules_.matrix->criteria) declare(criterion);
    for (const auto& relief : rules_.reliefs) {
      if (not wanted(relief)) continue;
      for (const auto& criterion : relief.criteria) declare(criterion);
      for (const auto& flag : relief.flags) declare(flag.criterion);
    }
    for (const auto& relief : rules_.reliefs)
      if (wanted(relief)) add(relief);
    if (diagnostics_.errors() > before) return std::nullopt;
    program_.steady = as_of_.steady();
    return std::move(program_);
  }

 private:
  bool wanted(const Relief& relief) const {
    if (shown(relief)) return true;
    return std::any_of(rules_.reliefs.begin(), rules_.reliefs.end(),
                       [&](const Relief& other) { return other.follows == relief.id and shown(other); });
  }
  bool shown(const Relief& relief) const {
    return options_.reliefs.empty() or
           std::find(options_.reliefs.begin(), options_.reliefs.end(), relief.id) != options_.reliefs.end();
  }

  bool in_force(const Relief& relief) {
    bool any = false;
    for (const auto& period : relief.in_force) any = as_of_.in(period) or any;
    return any;
  }

  void declare(const Criterion& criterion) {
    const auto [old, fresh] = declared_.try_emplace(criterion.id, &criterion);
    if (not fresh)
      diagnostics_.error("doubled-name", criterion.place,
                         fmt::format("'{}' is already in {}", criterion.id, old->second->place.to_string()));
  }

  // The criterion that `name` means in a file whose names begin with `scope`, if any.
  const Criterion* criterion_named(const std::string& name, const std::string& scope) const {
    for (const auto& id : {scope + "." + name, name})
      if (const auto found = declared_.find(id); found != declared_.end()) return found->second;
    return nullptr;
  }

  void add(const Relief& relief) {
    ReliefNode node;
    node.relief = &relief;
    node.in_force = in_force(relief);
    node.shown = shown(relief);
    if (not relief.follows.empty()) check_follows(relief);
    if (not relief.for_each.empty()) node.list = resolve_.list(relief.for_each, relief.place);
    if (not relief.filing.empty()) {
      node.filed = resolve_.fact(relief.filing + "_date", relief.place);
      node.status = resolve_.fact(relief.filing + "_status", relief.place);
      node.decided = resolve_.fact(relief.filing + "_decided_date", relief.place);
    }
    for (const auto& test : relief.requires_all) {
      if (not as_of_.in(test.period)) continue;
      const auto* criterion = criterion_named(test.name, relief.id);
      if (criterion == nullptr or test.kind != Test::Kind::name or test.negated) {
        unknown_name(test, relief.id, "criterion");
        continue;
      }
      node.requires_all.push_back(build(*criterion, relief.id));
    }
    for (const auto& criterion : relief.criteria) node.all.push_back(build(criterion, relief.id));
    for (const auto& flag : relief.flags) node.flags.push_back(build(flag.criterion, relief.id));
    // A criterion that tests a record is good where another one takes that record in hand.
    for (const auto index : node.requires_all) check_in_hand(index, node.list);
    for (const auto index : node.flags) check_in_hand(index, node.list);
    for (const auto& rule : relief.deadlines) {
      DeadlineNode deadline{&rule, resolve_.fact(rule.fact, rule.place), std::nullopt, std::nullopt};
      check_deadline(deadline, node.list);
      if (rule.when) deadline.when = resolve(*rule.when, relief.id);
      if (rule.where) deadline.where = resolve(*rule.where, relief.id);
      node.deadlines.push_back(std::move(deadline));
    }
    add_remarks(relief.forms, relief, node.forms);
    add_remarks(relief.benefits, relief, node.benefits);
    add_remarks(relief.next_steps, relief, node.next_steps);
    add_remarks(relief.protections, relief, node.protections);
    program_.reliefs.push_back(std::move(node));
  }

  void check_deadline(const DeadlineNode& deadline, std::int32_t list) {
    if (deadline.fact == nullptr) return;
    const auto& topic = rules_.vocabulary.topics[deadline.fact->topic_index];
    const bool in_hand = list >= 0 and static_cast<std::int32_t>(deadline.fact->topic_index) == list;
    if (deadline.fact->type != FactType::date)
      diagnostics_.error("wrong-type", deadline.rule->place, fmt::format("'{}' is no date", deadline.fact->name));
    if (topic.is_list and not in_hand and not deadline.rule->last)
      diagnostics_.error("no-record-in-hand", deadline.rule->place,
                         fmt::format("'{}' is of a list, and no record is in hand", deadline.fact->name),
                         fmt::format("write 'the last {}' for the latest one", deadline.fact->name));
    if (deadline.rule->last and not topic.is_list)
      diagnostics_.error("wrong-type", deadline.rule->place, fmt::format("'{}' is of no list", deadline.fact->name));
  }

  void check_follows(const Relief& relief) {
    std::vector<std::string_view> names;
    for (const auto& other : rules_.reliefs) names.push_back(other.id);
    if (rules_.relief(relief.follows) == nullptr)
      diagnostics_.error("unknown-relief", relief.place, fmt::format("no relief '{}'", relief.follows),
                         did_you_mean(relief.follows, names));
    if (criterion_named(relief.follows_by, relief.id) == nullptr)
      diagnostics_.error("unknown-name", relief.place, fmt::format("no criterion '{}'", relief.follows_by));
  }

  void add_remarks(const std::vector<Remark>& remarks, const Relief& relief, std::vector<RemarkNode>& out) {
    for (const auto& remark : remarks) {
      RemarkNode node{&remark, std::nullopt};
      if (remark.when) node.when = resolve(*remark.when, relief.id);
      out.push_back(std::move(node));
    }
  }

  void check_in_hand(NodeIndex index, std::int32_t list) {
    const auto& node = program_.criteria[index];
    for (size_t topic = 0; topic < node.needs.size(); ++topic) {
      if (not node.needs[topic] or static_cast<std::int32_t>(topic) == list) continue;
      diagnostics_.error("no-record-in-hand", node.criterion->place,
                         fmt::format("'{}' tests a field of '{}', a list, without saying which record",
                                     node.criterion->id, rules_.vocabulary.topics[topic].name),
                         "write 'some', 'every' or 'no' before the fact, or 'some: LIST' in the criterion");
    }
  }

  void unknown_name(const Test& test, const std::string& scope, std::string_view what) {
    std::vector<std::string_view> names;
    for (const auto& [id, criterion] : declared_) {
      names.push_back(id);
      if (id.starts_with(scope + ".")) names.push_back(criterion->name);
    }
    for (const auto& fact : rules_.vocabulary.facts) names.push_back(fact.name);
    const auto near = did_you_mean(test.name, names);
    const bool a_word = test.name.find('.') == std::string::npos;
    diagnostics_.error("unknown-name", test.place, fmt::format("no {} '{}'", what, test.name),
                       near.empty() and a_word
                           ? "within [ ] a comma ends an entry; a test with commas stands on a line of its own"
                           : near);
  }

  // A test, with the criterion that it names built first.
  TestNode resolve(const Test& test, const std::string& scope) {
    if (test.kind == Test::Kind::name and test.quantifier == Quantifier::single) {
      if (const auto* criterion = criterion_named(test.name, scope)) {
        TestNode node;
        node.test = &test;
        node.criterion = build(*criterion, scope_of(*criterion));
        return node;
      }
      if (rules_.vocabulary.fact(test.name) == nullptr) {
        unknown_name(test, scope, "fact or criterion");
        return TestNode{.test = &test};
      }
    }
    return resolve_.test(test);
  }

  static std::string scope_of(const Criterion& criterion) { return criterion.id.substr(0, criterion.id.find('.')); }

  NodeIndex build(const Criterion& criterion, const std::string& scope) {
    const auto [slot, fresh] = built_.try_emplace(&criterion, program_.criteria.size());
    if (not fresh) {
      if (open_[slot->second])
        diagnostics_.error("circle", criterion.place, fmt::format("'{}' depends on itself", criterion.id));
      return slot->second;
    }
    const NodeIndex index = slot->second;
    program_.criteria.emplace_back().criterion = &criterion;
    open_.resize(program_.criteria.size());
    open_[index] = true;
    std::vector<bool> needs(rules_.vocabulary.topics.size());
    std::vector<BodyNode> bodies;
    for (const auto* version : select_versions(criterion)) bodies.push_back(body(*version, criterion, scope, needs));
    program_.criteria[index].bodies = std::move(bodies);
    program_.criteria[index].needs = std::move(needs);
    open_[index] = false;
    return index;
  }

  // The versions that may govern on the as-of date: the last one that it chooses, and after that the ones
  // among which the filing or decision date of the request chooses. None where no text is in force.
  std::vector<const CriterionVersion*> select_versions(const Criterion& criterion) {
    std::vector<const CriterionVersion*> chosen;
    for (const auto& version : criterion.versions) {
      if (version.period.from and not as_of_.reached(*version.period.from)) continue;
      const bool by_request = version.governs != Governs::decided_on_or_after;
      if (not by_request) chosen.clear();
      chosen.push_back(&version);
    }
    // What is repealed for every request is gone.
    if (chosen.size() == 1 and chosen[0]->repealed) chosen.clear();
    return chosen;
  }

  BodyNode body(const CriterionVersion& version, const Criterion& criterion, const std::string& scope,
                std::vector<bool>& needs) {
    BodyNode node;
    node.version = &version;
    if (version.repealed) return node;
    const auto& body = version.body;
    if (not body.list.empty()) node.list = resolve_.list(body.list, body.list_place);
    std::vector<bool> inner(needs.size());
    const auto take = [&](const std::vector<Test>& tests, std::vector<TestNode>& out) {
      for (const auto& test : tests) {
        if (not as_of_.in(test.period)) continue;
        out.push_back(resolve(test, scope));
        add_needs(out.back(), inner);
      }
    };
    if (body.kind == Condition::Kind::admissible) {
      take(matrix_tests(criterion, body), node.tests);
    } else {
      take(body.tests, node.tests);
    }
    take(body.where, node.where);
    if (node.list >= 0) inner[static_cast<size_t>(node.list)] = false;
    if (body.unless) add_needs(node.unless.emplace(resolve(*body.unless, scope)), inner);
    if (body.applies_when) add_needs(node.applies_when.emplace(resolve(*body.applies_when, scope)), inner);
    for (size_t i = 0; i < needs.size(); ++i) needs[i] = needs[i] or inner[i];
    add_factors(version, scope, node);
    return node;
  }

  // The program keeps the tests, since its nodes point at them.
  const std::vector<Test>& matrix_tests(const Criterion& criterion, const Condition& body) {
    auto& tests = program_.expanded_tests.emplace_back();
    if (not rules_.matrix or not rules_.matrix->columns.contains(body.column)) {
      diagnostics_.error("unknown-column", criterion.place,
                         fmt::format("the inadmissibility matrix has no column '{}'", body.column));
      return tests;
    }
    const size_t first = program_.expanded.size();
    const auto* waiver = rules_.vocabulary.fact("inadmissibility.waiver");
    static const std::vector<std::string> none;
    const auto& kinds = waiver == nullptr ? none : rules_.vocabulary.words_of(*waiver).words;
    tests = expand_matrix(*rules_.matrix, kinds, criterion.id, body, program_.expanded, diagnostics_);
    for (size_t i = first; i < program_.expanded.size(); ++i) declare(program_.expanded[i]);
    return tests;
  }

  void add_needs(const TestNode& node, std::vector<bool>& needs) const {
    if (node.test == nullptr) return;
    if (node.date_list >= 0 and (node.test->quantifier == Quantifier::single or node.date_list != node.list))
      needs[static_cast<size_t>(node.date_list)] = true;
    if (node.test->quantifier != Quantifier::single) return;
    if (node.fact == nullptr and node.test->kind == Test::Kind::name and node.criterion < program_.criteria.size()) {
      const auto& inner = program_.criteria[node.criterion].needs;
      for (size_t i = 0; i < inner.size(); ++i)
        if (inner[i]) needs[i] = true;
    }
    if (node.list >= 0) needs[static_cast<size_t>(node.list)] = true;
  }

  void add_factors(const CriterionVersion& version, const std::string& scope, BodyNode& node) {
    for (const auto& name : version.body.factors) {
      if (const auto* fact = rules_.vocabulary.fact(name)) node.factor_facts.push_back(fact);
      else if (const auto* topic = rules_.vocabulary.topic(name)) node.factor_topics.push_back(topic);
      else if (const auto* criterion = criterion_named(name, scope))
        node.factor_criteria.push_back(build(*criterion, scope_of(*criterion)));
      else
        diagnostics_.error("unknown-name", version.place, fmt::format("no fact, list or criterion '{}'", name));
    }
  }

  const RuleSet& rules_;
  const CompileOptions& options_;
  Diagnostics& diagnostics_;
  AsOf as_of_;
  TestResolver resolve_;
  Program program_;
  std::map<std::string, const Criterion*, std::less<>> declared_;
  std::unordered_map<const Criterion*, NodeIndex> built_;
  std::vector<bool> open_;  // being built: meeting it again is a circle
};

}  // namespace

std::optional<Program> compile(const RuleSet& rules, const CompileOptions& options, Diagnostics& diagnostics) {
  return Compiler(rules, options, diagnostics).run();
}

}  // namespace relief
