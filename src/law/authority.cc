#include "law/authority.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace relief {
namespace {

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

// A comma or "and" goes on with the same source where "(2)", "214.206(a)" or "(d)(3)" follows.
bool continues(std::string_view part) {
  if (part.empty()) return false;
  if (part.front() == '(') return true;
  if (not is_digit(part.front())) return false;
  const auto end = std::find_if(part.begin(), part.end(), [](char c) { return not is_digit(c) and c != '.'; });
  return end == part.end() or *end == '(' or *end == '-';
}

enum class Class { lower, upper, digit };
Class class_of(std::string_view designator) {
  if (is_digit(designator.front())) return Class::digit;
  return std::isupper(static_cast<unsigned char>(designator.front())) != 0 ? Class::upper : Class::lower;
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

// "INA 214(o)(2)" and "(7)": "INA 214(o)(7)". The first designator of the same kind is replaced from the end.
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
  size_t at = kept.size() >= next.size() ? kept.size() - next.size() : 0;
  for (size_t i = kept.size(); i-- > 0;)
    if (class_of(kept[i]) == class_of(next.front())) {
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
      if (first or not continues(part)) found.emplace_back(part);
      else found.push_back(resumed(found.back(), part));
      first = false;
    };
    for (size_t i = 0; i < whole.size(); ++i) {
      const std::string_view rest = std::string_view(whole).substr(i);
      const size_t width = rest.starts_with(", ") ? 2 : rest.starts_with(" and ") ? 5 : 0;
      if (width == 0 or not continues(trim(rest.substr(width)))) continue;
      add(std::string_view(whole).substr(start, i - start));
      start = i + width;
      i += width - 1;
    }
    add(std::string_view(whole).substr(start));
  }
  return found;
}

}  // namespace relief
