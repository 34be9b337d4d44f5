#include "compile/expand_matrix.h"

#include <fmt/format.h>

#include <algorithm>

#include "load/load_condition.h"

namespace relief {
namespace {

class Expansion {
 public:
  Expansion(const Matrix& matrix, const std::vector<std::string>& kinds, const std::string& parent,
            const Condition& body, std::deque<Criterion>& expanded, Diagnostics& diagnostics)
      : matrix_(matrix), kinds_(kinds), parent_(parent), body_(body), expanded_(expanded), diagnostics_(diagnostics) {}

  std::vector<Test> grounds() {
    std::vector<Test> tests;
    for (const auto& ground : matrix_.grounds) {
      const auto cell = ground.cells.find(body_.column);
      if (cell == ground.cells.end()) continue;  // an unknown column is reported by the caller
      tests.push_back(expand(ground, cell->second));
    }
    return tests;
  }

 private:
  Test test(const std::string& text, Place place) {
    return parse_test(text, place, diagnostics_).value_or(Test{});
  }

  // A reference to a version stays good while more are added: the criteria are kept in a deque.
  // A criterion with one version; its name is the part of the id below `parent_`'s own name.
  CriterionVersion& add(const std::string& id, const std::string& cite, const std::string& says, Place place) {
    auto& criterion = expanded_.emplace_back();
    criterion.id = id;
    criterion.name = id.substr(id.find('.') + 1);
    criterion.place = place;
    auto& version = criterion.versions.emplace_back();
    version.cite = cite;
    version.says = says;
    version.place = place;
    return version;
  }
  // A criterion written in the matrix file, under this id.
  void copy(const Criterion& from, const std::string& id) {
    auto& criterion = expanded_.emplace_back(from);
    criterion.id = id;
    criterion.name = id.substr(id.find('.') + 1);
  }

  // The word of the enumeration that names the waiver: "t_212_d_13" for "t_212_d_13_health"; empty where none does.
  std::string kind_of(const Waiver& waiver) const {
    std::string best;
    for (const auto& word : kinds_)
      if (waiver.name.starts_with(word) and word.size() > best.size()) best = word;
    return best;
  }

  Test expand(const Ground& ground, const MatrixCell& cell) {
    const std::string id = parent_ + "." + ground.name;
    const std::string cite = cell.cite.empty() ? ground.cite : ground.cite + "; " + cell.cite;
    auto& version = add(id, cite, "no bar, or it is lifted or waived: " + ground.says, ground.place);
    version.gap = cell.gap.empty() ? ground.gap : cell.gap;
    if (cell.kind == MatrixCell::Kind::exempt or cell.kind == MatrixCell::Kind::not_reached) {
      version.repealed = true;  // there is no such criterion for this class
      version.note = cell.why;
      return test(id, ground.place);
    }
    version.body.kind = Condition::Kind::any;
    version.note = cell.why;
    add_found(ground, id);
    version.body.tests.push_back(test("not " + id + ".found", ground.place));
    if (not body_.of_family)
      for (const auto& exception : ground.exceptions) {
        if (cell.exceptions and std::find(cell.exceptions->begin(), cell.exceptions->end(), exception.name) ==
                                    cell.exceptions->end())
          continue;
        copy(exception, id + "." + exception.name);
        version.body.tests.push_back(test(id + "." + exception.name, exception.place));
      }
    for (const auto& name : cell.waivers) {
      const auto waiver =
          std::find_if(matrix_.waivers.begin(), matrix_.waivers.end(), [&](const Waiver& w) { return w.name == name; });
      if (waiver == matrix_.waivers.end()) continue;
      add_waiver(ground, *waiver, id);
      version.body.tests.push_back(test(id + "." + name, cell.place));
    }
    return test(id, ground.place);
  }

  void add_found(const Ground& ground, const std::string& id) {
    auto& found = add(id + ".found", ground.cite, ground.says, ground.place);
    found.body.kind = Condition::Kind::any;
    if (body_.of_family) {
      found.body.tests.push_back(test("family.inadmissibility_grounds has " + ground.name, ground.place));
      return;
    }
    found.body.tests.push_back(test(id + ".listed", ground.place));
    if (ground.found_by) {
      copy(*ground.found_by, id + ".shown");
      found.body.tests.push_back(test(id + ".shown", ground.place));
    }
    found.body.unless = test(id + ".cleared", ground.place);
    of_record(add(id + ".listed", ground.cite, "an attorney lists the ground as one that applies", ground.place),
              Quantifier::some, ground, {"inadmissibility.applies"});
    auto& cleared = add(id + ".cleared", ground.cite, "an attorney has found that it does not apply", ground.place);
    of_record(cleared, Quantifier::some, ground, {"not inadmissibility.applies"});
    cleared.body.unless = test(id + ".listed", ground.place);  // another record of the ground may apply
  }

  // The body is tried on the record of `inadmissibility` for this ground.
  void on_record(CriterionVersion& version, Quantifier quantifier, const Ground& ground) {
    version.body.quantifier = quantifier;
    version.body.list = "inadmissibility";
    version.body.list_place = ground.place;
    version.body.where.push_back(test("inadmissibility.ground is " + ground.name, ground.place));
  }
  // The body: `tests` on that record.
  void of_record(CriterionVersion& version, Quantifier quantifier, const Ground& ground,
                 const std::vector<std::string>& tests) {
    version.body.kind = Condition::Kind::all;
    on_record(version, quantifier, ground);
    for (const auto& text : tests) version.body.tests.push_back(test(text, ground.place));
  }

  // Whether a body of one's own words speaks of the ground's record.
  static bool speaks_of_record(const Condition& body) {
    return body.kind != Condition::Kind::judgement and body.quantifier == Quantifier::single and
           std::any_of(body.tests.begin(), body.tests.end(),
                       [](const Test& test) { return test.name.starts_with("inadmissibility."); });
  }

  // What the waiver asks for beyond its grant: a judgement, or tests, on the record of this ground where they speak of it.
  Test add_needs(const Ground& ground, const Waiver& waiver, const std::string& id) {
    copy(waiver.criterion, id);
    for (auto& needs : expanded_.back().versions) {
      needs.condition.clear();
      if (speaks_of_record(needs.body)) on_record(needs, Quantifier::the, ground);
    }
    return test(id, ground.place);
  }

  void add_waiver(const Ground& ground, const Waiver& waiver, const std::string& ground_id) {
    const auto& law = waiver.criterion.latest();
    const std::string id = ground_id + "." + waiver.name;
    if (body_.of_family) {  // a relative's waiver has no facts of its own: it is asked for with Supplement A
      auto& version = add(id, law.cite, law.says, ground.place);
      version.condition = law.condition;
      version.gap = law.gap;
      version.body.tests.push_back(test(ground_id + ".found", ground.place));
      if (law.body.kind == Condition::Kind::judgement)
        version.body.tests.push_back(add_needs(ground, waiver, id + ".needs"));
      return;
    }
    auto& either = add(id, law.cite, law.says, ground.place);
    either.note = law.note;
    either.gap = law.gap;
    either.body.kind = Condition::Kind::any;
    either.body.tests = {test(id + ".granted", ground.place), test(id + ".asked", ground.place)};
    std::vector<std::string> granted = {"inadmissibility.waiver_status is granted"};
    if (const auto kind = kind_of(waiver); not kind.empty()) granted.push_back("inadmissibility.waiver is " + kind);
    of_record(add(id + ".granted", law.cite, "this waiver is granted", ground.place), Quantifier::some, ground, granted);

    auto& asked = add(id + ".asked", law.cite, "the waiver can be asked for and is not refused", ground.place);
    asked.condition = law.condition;
    asked.body.kind = Condition::Kind::all;
    asked.body.tests.push_back(test(ground_id + ".found", ground.place));  // a ground nobody asked about stays open
    asked.body.tests.push_back(test(id + ".open", ground.place));
    if (law.body.kind == Condition::Kind::judgement or not law.body.tests.empty())
      asked.body.tests.push_back(add_needs(ground, waiver, id + ".needs"));
    auto& open = add(id + ".open", law.cite, "no decision on the waiver has been made", ground.place);
    open.body.kind = Condition::Kind::any;
    if (not waiver.request.empty())
      open.body.tests.push_back(test(waiver.request + " is one of not_filed, pending, rejected, withdrawn", ground.place));
    open.body.tests.push_back(test(id + ".pending", ground.place));
    of_record(add(id + ".pending", law.cite, "the waiver is to be filed or is pending", ground.place),
              Quantifier::the, ground, {"inadmissibility.waiver_status is one of not_needed, to_file, pending"});
  }

  const Matrix& matrix_;
  const std::vector<std::string>& kinds_;
  const std::string& parent_;
  const Condition& body_;
  std::deque<Criterion>& expanded_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::vector<Test> expand_matrix(const Matrix& matrix, const std::vector<std::string>& kinds, const std::string& parent,
                                const Condition& body, std::deque<Criterion>& expanded, Diagnostics& diagnostics) {
  return Expansion(matrix, kinds, parent, body, expanded, diagnostics).grounds();
}

}  // namespace relief
