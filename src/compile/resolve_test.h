#pragma once
// Names in one-line tests to facts, words and lists; types are checked on the way.
#include "base/diagnostic.h"
#include "compile/as_of.h"
#include "compile/program.h"

namespace relief {

class TestResolver {
 public:
  TestResolver(const RuleSet& rules, AsOf& as_of, Diagnostics& diagnostics)
      : rules_(rules), as_of_(as_of), diagnostics_(diagnostics) {}

  // A test on a fact; those that name a criterion are the compiler's.
  TestNode test(const Test& test);
  // Null after a problem.
  const Fact* fact(const std::string& name, Place place);
  // The index of a list topic; -1 after a problem.
  std::int32_t list(const std::string& name, Place place);

 private:
  void resolve_words(const Test& test, const Fact& fact, TestNode& node);
  void resolve_date(const Test& test, TestNode& node);
  void check_type(const Test& test, const Fact& fact);
  std::int32_t list_of(const Fact& fact) const;

  const RuleSet& rules_;
  AsOf& as_of_;
  Diagnostics& diagnostics_;
};

}  // namespace relief
