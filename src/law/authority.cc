#include "law/authority.h"

#include <algorithm>
#include <cctype>
#include <iterator>

#include "base/text.h"

namespace relief {
namespace {

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

// A comma or "and" goes on with the same source where "(2)", "214.206(a)", "274a.12", "240A" or "(d)(3)" follows.
bool continues(std::string_view part) {
  if (part.empty()) return false;
  if (part.front() == '(') return true;
  if (not is_digit(part.front())) return false;
  const auto end = std::find_if(part.begin(), part.end(), [](char c) { return not is_digit(c) and c != '.'; });
  const auto after = end != part.end() and std::isalpha(static_cast<unsigned char>(*end)) != 0 ? end + 1 : end;
  if (after == part.end() or *after == '(' or *after == '-') return true;
  return after != end and *after == '.';  // 274a.12
}

// "INA 214", "8 CFR 214.14": of another source, what follows a comma is a part of its name.
bool has_sections(std::string_view citation) {
  if (citation.starts_with("former ")) citation.remove_prefix(7);
  if (citation.starts_with("INA ")) return true;
  const auto code = citation.find_first_not_of("0123456789 ");
  if (code == 0 or code == std::string_view::npos) return citation.find(" art. ") != std::string_view::npos;
  const auto rest = citation.substr(code);
  return rest.starts_with("CFR ") or rest.starts_with("USC ") or rest.starts_with("USCIS-PM ") or rest.starts_with("FR ") or
         citation.find(" art. ") != std::string_view::npos;
}

// What a designator may be at its depth: (a)(1)(A)(i)(I)(aa) of a statute, (a)(1)(i)(A) of a regulation.
enum class Class { lower, upper, digit, roman, capital_roman };

bool looks_roman(std::string_view designator, std::string_view letters) {
  return designator.find_first_not_of(letters) == std::string_view::npos;
}

bool may_be(std::string_view designator, Class kind) {
  switch (kind) {
    case Class::digit: return is_digit(designator.front());
    case Class::lower: return std::islower(static_cast<unsigned char>(designator.front())) != 0;
    case Class::upper: return std::isupper(static_cast<unsigned char>(designator.front())) != 0;
    case Class::roman: return looks_roman(designator, "ivx");
    case Class::capital_roman: return looks_roman(designator, "IVX");
  }
  return false;
}

Class class_at(size_t depth, bool regulation) {
  static constexpr Class of_statute[] = {Class::lower, Class::digit, Class::upper, Class::roman, Class::capital_roman};
  static constexpr Class of_regulation[] = {Class::lower, Class::digit, Class::roman, Class::upper, Class::digit};
  if (depth >= std::size(of_statute)) return Class::lower;
  return regulation ? of_regulation[depth] : of_statute[depth];
}

std::vector<std::string> designators(std::string_view text) {
  std::vector<std::string> found;
  for (size_t open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1)) {
    const auto close = text.find(')', open);
    if (close == std::string_view::npos or close == open + 1) break;
    found.emplace_back(text.substr(open + 1, close - open - 1));
  }
  return found;
}

// "INA 214(o)(2)" and "(7)": "INA 214(o)(7)". The deepest designator that the first of the next ones may stand for is
// replaced.
std::string resumed(const std::string& last, std::string_view part) {
  const auto open = last.find('(');
  const auto head = last.substr(0, open);
  if (part.front() != '(') {  // another section of the same title
    const auto space = head.find_last_of(' ');
    return head.substr(0, space + 1) + std::string(part);
  }
  auto kept = designators(last);
  const auto next = designators(part);
  if (next.empty() or kept.empty()) return head + std::string(part);
  const bool regulation = head.find("CFR") != std::string::npos;
  size_t at = kept.size() >= next.size() ? kept.size() - next.size() : 0;
  for (size_t i = kept.size(); i-- > 0;)
    if (may_be(next.front(), class_at(i, regulation)) and may_be(kept[i], class_at(i, regulation))) {
      at = i;
      break;
    }
  kept.resize(at);
  std::string whole = head;
  for (const auto& designator : kept) whole += "(" + designator + ")";
  return whole + std::string(part);
}

}  // namespace

bool is_within(std::string_view citation, std::string_view source) {
  if (source.empty() or not citation.starts_with(source)) return false;
  if (citation.size() == source.size()) return true;
  const char next = citation[source.size()];
  return std::isalnum(static_cast<unsigned char>(next)) == 0;
}

std::vector<std::string> citations_in(std::string_view cite) {
  std::vector<std::string> found;
  for (const auto& whole : split(cite, ';')) {
    size_t start = 0;
    bool first = true;
    const auto add = [&](std::string_view part) {
      part = trim(part);
      if (part.empty()) return;
      if (first or not continues(part) or not has_sections(found.back())) found.emplace_back(part);
      else found.push_back(resumed(found.back(), part));
      first = false;
    };
    for (size_t i = 0; i < whole.size(); ++i) {
      const std::string_view rest = std::string_view(whole).substr(i);
      const size_t width = rest.starts_with(", ") ? 2 : rest.starts_with(" and ") ? 5 : 0;
      if (width == 0 or not has_sections(trim(whole)) or not continues(trim(rest.substr(width)))) continue;
      add(std::string_view(whole).substr(start, i - start));
      start = i + width;
      i += width - 1;
    }
    add(std::string_view(whole).substr(start));
  }
  return found;
}

}  // namespace relief
