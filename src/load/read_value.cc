#include "load/read_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "load/value_hint.h"
#include "yaml/reader.h"

namespace relief {
namespace {

constexpr size_t longest_date = 40;  // "~2019-03-01..2019-07-01" and some space; what is longer is no date

// "16"; at most nine digits, which is more than any count or number of days in a case.
std::optional<std::int64_t> whole_number(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' and c <= '9'; };
  if (text.empty() or text.size() > 9 or not std::ranges::all_of(text, is_digit)) return std::nullopt;
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

class ValueReader {
 public:
  ValueReader(const Fact& fact, const Vocabulary& vocabulary, Diagnostics& diagnostics)
      : fact_(fact), vocabulary_(vocabulary), diagnostics_(diagnostics) {}

  Value read(const yaml::Node& node) { return node.is_map() ? read_long(node) : read_short(node); }

 private:
  Value read_long(const yaml::Node& node) {
    const size_t errors = diagnostics_.errors();
    Provenance provenance;
    const yaml::Node* given = nullptr;
    {
      yaml::MapReader map(node, fmt::format("the long form of '{}'", fact_.name), diagnostics_);
      given = map.require("value");
      if (const auto* source = map.take("source")) provenance.source = closed_word(*source, "source", fact_sources);
      if (const auto* evidence = map.take("evidence")) provenance.evidence = closed_words(*evidence);
      if (const auto* certainty = map.take("certainty"))
        provenance.certainty = closed_word(*certainty, "certainty", fact_certainties);
      provenance.note = map.text("note").value_or("");
    }
    if (not given) return {};
    source_ = provenance.source;
    if (given->is_map()) {
      diagnostics_.error("wrong-type", given->place, "the value of a long form is no long form itself");
      return {};
    }
    auto value = read_short(*given);
    if (diagnostics_.errors() > errors) return {};
    value.provenance = std::make_shared<const Provenance>(std::move(provenance));
    return value;
  }

  Value read_short(const yaml::Node& node) {
    Value value;
    value.place = node.place;
    if (node.kind == yaml::Kind::empty or (node.is_sequence() and node.items.empty())) {
      diagnostics_.error("missing-value", node.place, fmt::format("'{}' has no value", fact_.name),
                         fact_.type == FactType::set_of
                             ? "write none where there are none; leave the line out where nobody asked"
                             : "leave the line out where nobody asked, or write unknown");
      return {};
    }
    if (node.is_scalar()) {
      if (const auto token = token_of(node.text)) {
        value.knowledge = *token;
        return value;
      }
    } else if (fact_.type != FactType::set_of) {
      wrong_type(node, yaml::describe(node));
      return {};
    }
    if (fact_.judgement and source_ != "attorney") {
      diagnostics_.error("judgement-needs-attorney", node.place,
                         fmt::format("'{}' is a legal judgement, which only an attorney makes", fact_.name),
                         attorneys_form(fact_, vocabulary_));
      return {};
    }
    value.knowledge = read_typed(node, value) ? Knowledge::known : Knowledge::not_asked;
    if (fact_.type == FactType::set_of and value.known() and value.words.empty() and not value.complete)
      value.knowledge = Knowledge::unknown;  // [unknown] says no more than `unknown`
    return value;
  }

  bool read_typed(const yaml::Node& node, Value& value) {
    switch (fact_.type) {
      case FactType::yes_no: return read_yes_no(node, value);
      case FactType::date: return read_date(node, value);
      case FactType::integer: return read_integer(node, value);
      case FactType::one_of: return read_one_of(node, value);
      case FactType::set_of: return read_set(node, value);
      case FactType::text:
      case FactType::reference:
        value.text = std::string(trim(node.text));
        return not value.text.empty() or wrong_type(node, "nothing but space");
    }
    return false;
  }

  bool read_yes_no(const yaml::Node& node, Value& value) {
    value.yes = node.text == "yes";
    if (value.yes or node.text == "no") return true;
    return wrong_type(node, in_quotes(node.text));
  }

  bool read_date(const yaml::Node& node, Value& value) {
    const auto text = trim(node.text);
    const bool has_digit = text.find_first_of("0123456789") != std::string_view::npos;
    if (not has_digit or text.size() > longest_date) return wrong_type(node, in_quotes(text));
    std::string why;
    if (const auto range = parse_date_range(text, why)) {
      value.dates = *range;
      return true;
    }
    diagnostics_.error("bad-date", node.place, fmt::format("'{}' takes a date: {}", fact_.name, harmless(why)),
                       how_to_write(fact_, vocabulary_));
    return false;
  }

  bool read_integer(const yaml::Node& node, Value& value) {
    const std::string_view text = node.text;
    const auto dots = text.find("..");
    const auto low = whole_number(trim(text.substr(0, dots)));
    const auto high = dots == std::string_view::npos ? low : whole_number(trim(text.substr(dots + 2)));
    if (not low or not high) return wrong_type(node, in_quotes(text));
    if (*low > *high) {
      diagnostics_.error("bad-number", node.place, fmt::format("the range {} ends before it begins", in_quotes(text)),
                         fmt::format("write {}..{}", *high, *low));
      return false;
    }
    value.low = *low;
    value.high = *high;
    return true;
  }

  bool read_one_of(const yaml::Node& node, Value& value) {
    const auto index = vocabulary_.words_of(fact_).index_of(node.text);
    if (not index) return unknown_word(node);
    value.word = *index;
    return true;
  }

  bool read_set(const yaml::Node& node, Value& value) {
    if (node.is_scalar()) {
      if (node.text == "none") return true;
      return add_word(node, value);
    }
    bool good = true;
    for (size_t i = 0; i < node.items.size(); ++i) {
      const auto& item = node.items[i];
      if (not item.is_scalar()) {
        diagnostics_.error("wrong-type", item.place,
                           fmt::format("'{}' takes a list of words, and this is {}", fact_.name, yaml::describe(item)),
                           how_to_write(fact_, vocabulary_));
        good = false;
      } else if (item.text == "unknown" and i + 1 == node.items.size()) {
        value.complete = false;
      } else if (item.text == "none" or token_of(item.text)) {
        diagnostics_.error("misplaced-word", item.place, fmt::format("'{}' cannot stand here in a list", item.text),
                           item.text == "unknown" ? "it comes last: [a, b, unknown]"
                                                  : fmt::format("it stands alone: {}: {}", fact_.field, item.text));
        good = false;
      } else {
        good = add_word(item, value) and good;
      }
    }
    std::ranges::sort(value.words);
    return good;
  }

  bool add_word(const yaml::Node& node, Value& value) {
    const auto index = vocabulary_.words_of(fact_).index_of(node.text);
    if (not index) return unknown_word(node);
    if (std::ranges::find(value.words, *index) != value.words.end()) {
      diagnostics_.error("doubled-word", node.place, fmt::format("{} stands twice in one list", in_quotes(node.text)));
      return false;
    }
    value.words.push_back(*index);
    return true;
  }

  // "source: client", "evidence: [contract]": words that have nothing to do with the fact.
  std::string closed_word(const yaml::Node& node, std::string_view what, std::span<const std::string_view> words) {
    if (node.is_scalar() and std::ranges::find(words, node.text) != words.end()) return node.text;
    if (node.is_scalar()) {
      diagnostics_.error("unknown-word", node.place, fmt::format("'{}' has no word {}", what, in_quotes(node.text)),
                         hint_for_word(node.text, words));
    } else {
      diagnostics_.error("wrong-type", node.place, fmt::format("'{}' takes a word, not {}", what, yaml::describe(node)),
                         one_of(words));
    }
    return "";
  }
  std::vector<std::string> closed_words(const yaml::Node& node) {
    if (not node.is_sequence()) return {closed_word(node, "evidence", fact_evidence)};
    std::vector<std::string> result;
    for (const auto& item : node.items) result.push_back(closed_word(item, "evidence", fact_evidence));
    return result;
  }

  bool wrong_type(const yaml::Node& node, std::string_view found) {
    diagnostics_.error("wrong-type", node.place,
                       fmt::format("'{}' takes {}, not {}", fact_.name, what_it_takes(fact_, vocabulary_), found),
                       hint_for_type(node, fact_, vocabulary_));
    return false;
  }

  bool unknown_word(const yaml::Node& node) {
    diagnostics_.error("unknown-word", node.place, fmt::format("'{}' has no word {}", fact_.name, in_quotes(node.text)),
                       wants_hint(diagnostics_) ? hint_for_fact_word(node.text, fact_, vocabulary_) : "");
    return false;
  }

  const Fact& fact_;
  const Vocabulary& vocabulary_;
  Diagnostics& diagnostics_;
  std::string source_;  // of the long form
};

}  // namespace

Value read_value(const yaml::Node& node, const Fact& fact, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  return ValueReader(fact, vocabulary, diagnostics).read(node);
}

std::optional<Knowledge> token_of(std::string_view text) {
  if (text == "unknown") return Knowledge::unknown;
  if (text == "declined") return Knowledge::declined;
  if (text == "not_asked") return Knowledge::not_asked;
  return std::nullopt;
}

}  // namespace relief
