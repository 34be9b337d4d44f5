#pragma once
// Comparisons of values that are only partly known: yes when they hold on every reading, no when on none.
#include "base/date.h"
#include "casefile/value.h"
#include "compile/program.h"
#include "logic/truth.h"

namespace relief {

Truth compare(std::int64_t low, std::int64_t high, Comparison comparison, std::int64_t with);
Truth compare(const DateRange& date, Comparison comparison, const DateRange& with);

// "F is COMPARISON span before/after D", measured from the earlier date: F before D holds where F <= D, and D
// compares so with F + span. At least and more than look at the distance; the side must be right as well.
Truth compare_span(const DateRange& date, Comparison comparison, const Span& span, bool before, const DateRange& with);

// The age on `day` of someone born on `birth`.
Truth compare_age(const DateRange& birth, const DateRange& day, Comparison comparison, int years);

// is_word, has_any, has_all, has_only: the words of the test are sorted.
Truth compare_words(const Value& value, FactType type, const TestNode& node);

}  // namespace relief
