#!/usr/bin/env bash
# Sizes, line ends and names of files; an include guard in every header; no clock but in cli/.
set -u
cd "$1" || exit 2
bad=0
complain() { echo "$1"; bad=1; }
while read -r lines file; do
  most=400
  [[ $file == tests/* ]] && most=700  # tables of cases
  [ "$file" = total ] || [ "$lines" -le $most ] || complain "$file has $lines lines: look for the second idea"
done < <(find src tests -name '*.cc' -o -name '*.h' | xargs wc -l)
for header in $(find src -name '*.h'); do
  head -1 "$header" | grep -q '#pragma once' || complain "$header does not begin with #pragma once"
done
while read -r file; do complain "$file has a tab, a carriage return or a space at a line's end"; done < <(
  grep -rlE $'\t|\r| $' src rules man CMakeLists.txt --include='*' 2>/dev/null)
while read -r file; do complain "$file reads the clock"; done < <(
  grep -rlE 'system_clock::now|std::time\(|gettimeofday' src | grep -v '^src/cli/')
exit $bad
