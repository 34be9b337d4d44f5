#include "report/citing.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace relief {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// The word in capitals, where it is one of the abbreviations that people write in any case.
std::string abbreviation(std::string word) {
  std::string upper = word;
  for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  for (const std::string_view known : {"INA", "USC", "CFR", "FR", "USCIS-PM"})
    if (upper == known) return upper;
  return word;
}

}  // namespace

std::string as_registered(std::string_view query) {
  std::string text(query);
  replace_all(text, "U.S.C.", "USC");
  replace_all(text, "C.F.R.", "CFR");
  replace_all(text, "§", " ");
  std::vector<std::string> words;
  for (const std::string& word : split(text, ' '))
    if (not word.empty()) words.push_back(abbreviation(word));
  return join(words, " ");
}

CitedPlace::CitedPlace(const RuleSet& rules, std::string_view query) {
  const std::string asked = as_registered(query);
  names_.push_back(asked);
  const auto add = [&](std::string name) {
    if (std::find(names_.begin(), names_.end(), name) == names_.end()) names_.push_back(std::move(name));
  };
  for (const Authority& authority : rules.authorities) {
    std::vector<std::string> names = authority.also;
    names.push_back(authority.cite);
    for (const std::string& name : names) {
      const bool within_source = is_within(asked, name);  // INA 214(p) in INA 214
      const bool holds_source = is_within(name, asked);   // 8 USC 1184 in 8 USC
      known_ = known_ or within_source or holds_source;
      for (const std::string& other : names) {
        if (within_source) add(other + asked.substr(name.size()));
        else if (holds_source) add(other);
      }
    }
  }
}

bool CitedPlace::holds(std::string_view cite) const {
  const std::vector<std::string> citations = citations_in(cite);
  return std::any_of(citations.begin(), citations.end(), [&](const std::string& citation) {
    return std::any_of(names_.begin(), names_.end(),
                       [&](const std::string& name) { return is_within(citation, name); });
  });
}

}  // namespace relief
