#pragma once
// YAML text in a test: as nodes, as a vocabulary, and its problems as one short line.
#include <doctest/doctest.h>

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "load/load_facts.h"
#include "yaml/document.h"

namespace relief::test {

// "2:13 unknown-word, 4:3 unknown-fact": every problem's place and code, in the order in which they were found.
inline std::string problems(const Diagnostics& diagnostics) {
  std::string result;
  for (const auto& problem : diagnostics.list()) {
    if (not result.empty()) result += ", ";
    result += std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column) + " " + problem.code;
  }
  return result;
}

// A document, kept with its text, since places point into it.
class YamlText {
 public:
  explicit YamlText(std::string text) : source_(std::make_unique<Source>("test.yaml", std::move(text))) {
    Diagnostics diagnostics;
    auto node = yaml::parse(*source_, diagnostics);
    if (node) node_ = std::move(*node);
    INFO(source_->text().substr(0, 1000));
    CHECK(problems(diagnostics) == "");
  }
  const yaml::Node& node() const { return node_; }

 private:
  std::unique_ptr<Source> source_;
  yaml::Node node_;
};

// The vocabulary of some fact files; one that begins with `enumerations` goes first. Must be without problems.
class TestVocabulary {
 public:
  TestVocabulary(std::initializer_list<std::string_view> files) {
    Diagnostics diagnostics;
    for (const auto& file : files) {
      const auto& root = texts_.emplace_back(std::string(file)).node();
      if (root.find("enumerations")) {
        load_enumerations(root, vocabulary_, diagnostics);
      } else {
        load_facts(root, vocabulary_, diagnostics);
      }
    }
    check_vocabulary(vocabulary_, diagnostics);
    CHECK(problems(diagnostics) == "");
  }
  const Vocabulary& operator*() const { return vocabulary_; }
  const Vocabulary* operator->() const { return &vocabulary_; }

 private:
  std::vector<YamlText> texts_;
  Vocabulary vocabulary_;
};

}  // namespace relief::test
