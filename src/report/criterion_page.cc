#include "report/criterion_page.h"

#include <fmt/format.h>

#include "base/text.h"
#include "report/catalogue.h"
#include "report/words.h"

namespace relief {
namespace {

std::string_view quantifier_words(Quantifier quantifier) {
  switch (quantifier) {
    case Quantifier::single: return "";
    case Quantifier::some: return "some record of";
    case Quantifier::every: return "every record of";
    case Quantifier::none: return "no record of";
    case Quantifier::the: return "the record of";
  }
  return "";
}

std::string_view number_words(Comparison comparison) {
  switch (comparison) {
    case Comparison::equal: return "exactly";
    case Comparison::less: return "less than";
    case Comparison::at_most: return "at most";
    case Comparison::at_least: return "at least";
    case Comparison::more: return "more than";
  }
  return "";
}

std::string test_words(const Test& test) {
  return test.period.always() ? test.text : fmt::format("{}, {}", test.text, to_string(test.period));
}

// "all of", "any of", "on some record of convictions where ..., all of".
std::string opening_of(const Condition& body) {
  std::string text = body.kind == Condition::Kind::any ? "any of" : "all of";
  if (body.quantifier == Quantifier::single) return text;
  std::string records = fmt::format("on {} {}", quantifier_words(body.quantifier), body.list);
  if (body.number != 1 or body.number_comparison != Comparison::at_least)
    records += fmt::format(" ({} {})", number_words(body.number_comparison), body.number);
  std::vector<std::string> where;
  for (const Test& test : body.where) where.push_back(test_words(test));
  if (not where.empty()) records += " where " + join(where, " and ");
  return body.tests.empty() ? records : records + ", " + text;
}

void write_body(Page& page, size_t indent, const Condition& body) {
  if (body.applies_when)
    page.paragraph(indent, "applies when " + test_words(*body.applies_when), indent + 2);
  switch (body.kind) {
    case Condition::Kind::judgement:
      page.paragraph(indent, "judgement: " + body.question, indent + 2);
      break;
    case Condition::Kind::admissible:
      page.paragraph(indent, fmt::format("admissible or waived: column {} of the matrix{}", body.column,
                                         body.of_family ? ", for the relative" : ""));
      break;
    case Condition::Kind::all:
    case Condition::Kind::any:
      if (body.tests.size() != 1 or body.quantifier != Quantifier::single)
        page.paragraph(indent, opening_of(body), indent + 2);
      for (const Test& test : body.tests) page.paragraph(indent, "- " + test_words(test), indent + 2);
      break;
  }
  if (body.unless) page.paragraph(indent, "unless " + test_words(*body.unless), indent + 2);
  if (not body.factors.empty())
    page.paragraph(indent,
                   fmt::format("{}: {}", count_of(body.factors.size(), "factor", "factors"), join(body.factors, ", ")),
                   indent + 2);
}

void write_rest(Page& page, size_t indent, const CriterionVersion& version) {
  const auto tell = [&](std::string_view what, const std::string& text) {
    if (not text.empty()) page.paragraph(indent, fmt::format("{}: {}", what, text), indent + 2);
  };
  tell("met only if", version.condition);
  tell("evidence", join(version.evidence, "; "));
  tell("cure", version.cure);
  for (const Alternative& alternative : version.alternatives)
    tell("where it fails, look at", alternative_words(alternative));
  tell("gap", version.gap);
  tell("note", version.note);
}

std::string_view governs_words(Governs governs) {
  switch (governs) {
    case Governs::decided_on_or_after: return "for requests decided on or after its first day";
    case Governs::filed_on_or_after: return "for requests filed on or after its first day";
    case Governs::pending_or_filed_on_or_after: return "for requests pending on its first day or filed later";
  }
  return "";
}

std::string version_words(const CriterionVersion& version, const CriterionVersion* current, Date as_of) {
  std::string text = to_string(version.period);
  if (version.repealed) text += ": repealed, no successor";
  else if (not version.period.always()) text += fmt::format(", {}", governs_words(version.governs));
  if (&version == current) text += fmt::format(" (in force on {})", to_string(as_of));
  return text;
}

}  // namespace

void write_criterion_page(Page& page, size_t indent, const Criterion& criterion, std::string_view name, Date as_of) {
  const CriterionVersion* current = version_on(criterion, as_of);
  const CriterionVersion& shown = current ? *current : criterion.latest();
  page.title(indent, name, shown.cite);
  const size_t inner = indent + 2;
  page.paragraph(inner, shown.says);
  const bool dated = criterion.versions.size() > 1 or not shown.period.always();
  if (dated and not current) page.paragraph(inner, fmt::format("not in force on {}", to_string(as_of)));
  if (not dated) {
    write_body(page, inner, shown.body);
    write_rest(page, inner, shown);
    return;
  }
  for (const CriterionVersion& version : criterion.versions) {
    page.entry(inner, {&version == current ? "*" : "-", 2}, version_words(version, current, as_of),
               version.cite == shown.cite ? "" : version.cite);
    if (version.repealed) continue;
    if (version.says != shown.says) page.paragraph(inner + 2, version.says);
    write_body(page, inner + 2, version.body);
    write_rest(page, inner + 2, version);
  }
}

}  // namespace relief
