#include "load/load_shared.h"

#include <fmt/format.h>

#include "load/load_condition.h"
#include "load/load_criterion.h"
#include "yaml/reader.h"

namespace relief {
namespace {

void load_list(const std::string& name, Place place, const yaml::Node& node, RuleSet& rules,
               Diagnostics& diagnostics) {
  WordList list;
  list.id = "shared." + name;
  list.place = place;
  yaml::MapReader reader(node, "a word list", diagnostics);
  list.cite = reader.required_text("cite");
  reader.text("says");
  if (const auto* words = reader.require("words")) {
    for (const auto& item : words->items) {
      if (item.is_scalar()) {
        list.words.push_back({item.text, {}, item.place});
      } else if (item.is_map() and item.entries.size() == 1) {
        const auto& [word, word_place, when] = item.entries[0];
        if (const auto period = parse_period(when.text, when.place, diagnostics))
          list.words.push_back({word, *period, word_place});
      } else {
        diagnostics.error("wrong-type", item.place, "a word, or 'word: from DATE', is expected here");
      }
    }
  }
  reader.finish();
  if (const auto [old, fresh] = rules.lists.try_emplace(list.id, list); not fresh)
    diagnostics.error("doubled-name", place,
                      fmt::format("the list '{}' is already in {}", list.id, old->second.place.to_string()));
}

}  // namespace

void load_identity(const yaml::Node& root, RuleSet& rules, Diagnostics& diagnostics) {
  yaml::MapReader reader(root, "a rule set", diagnostics);
  if (not rules.name.empty())
    diagnostics.error("doubled-name", root.place,
                      fmt::format("the rule set is already named '{}' in {}", rules.name, rules.place.to_string()),
                      "what is laid over it begins with 'overlay: NAME'");
  rules.place = root.place;
  rules.name = reader.required_text("ruleset");
  rules.title = reader.required_text("title");
  rules.version = reader.required_text("version");
  rules.law_from = reader.date("law from");
  rules.last_checked = reader.required_text("last checked");
  rules.notice = reader.required_text("notice");
  if (const auto* names = reader.take("jurisdictions"))
    for (const auto& [folder, place, title] : names->entries) rules.jurisdictions[folder] = title.text;
  rules.looked_at = reader.texts("looked at");
  for (const auto& folder : rules.looked_at)
    if (not rules.jurisdictions.contains(folder))
      diagnostics.error("unknown-jurisdiction", root.place, fmt::format("no jurisdiction '{}'", folder));
  reader.finish();
}

void load_overlay(const yaml::Node& root, RuleSet& rules, Diagnostics& diagnostics) {
  yaml::MapReader reader(root, "an overlay", diagnostics);
  Overlay overlay{reader.required_text("overlay"), reader.required_text("version"), root.place};
  reader.required_text("title");
  reader.finish();
  for (const auto& other : rules.overlays)
    if (other.name == overlay.name)
      diagnostics.error("doubled-name", root.place,
                        fmt::format("the overlay '{}' is already in {}", overlay.name, other.place.to_string()));
  rules.overlays.push_back(std::move(overlay));
}

void load_authorities(const yaml::Node& root, RuleSet& rules, Diagnostics& diagnostics) {
  yaml::MapReader file(root, "authorities", diagnostics);
  file.required_text("authorities");
  for (const auto* entry : file.rest()) {
    yaml::MapReader reader(entry->value, "an authority", diagnostics);
    Authority authority;
    authority.cite = entry->key;
    authority.place = entry->key_place;
    authority.title = reader.required_text("title");
    authority.also = reader.texts("also");
    authority.address = reader.text("address").value_or("");
    authority.edition = reader.text("edition").value_or("");
    authority.checked = reader.text("checked").value_or("");
    authority.superseded_by = reader.text("superseded by").value_or("");
    reader.finish();
    for (const auto& other : rules.authorities)
      if (other.cite == authority.cite)
        diagnostics.error("doubled-name", entry->key_place,
                          fmt::format("'{}' is already in {}", authority.cite, other.place.to_string()));
    rules.authorities.push_back(std::move(authority));
  }
}

void load_shared(const yaml::Node& root, RuleSet& rules, Diagnostics& diagnostics) {
  yaml::MapReader file(root, "shared definitions", diagnostics);
  file.required_text("shared");
  if (const auto* lists = file.take("lists"))
    for (const auto& [name, place, node] : lists->entries) load_list(name, place, node, rules, diagnostics);
  if (const auto* criteria = file.take("criteria"))
    for (const auto& [name, place, node] : criteria->entries) {
      auto criterion = load_criterion(node, "shared." + name, name, diagnostics);
      criterion.place = place;
      const auto id = criterion.id;
      if (const auto [old, fresh] = rules.shared.try_emplace(id, std::move(criterion)); not fresh)
        diagnostics.error("doubled-name", place,
                          fmt::format("'{}' is already in {}", id, old->second.place.to_string()));
    }
  file.finish();
}

}  // namespace relief
