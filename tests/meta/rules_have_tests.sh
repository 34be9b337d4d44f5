#!/usr/bin/env bash
# Every relief has a test file beside it.
set -u
cd "$1/rules" || exit 2
bad=0
while read -r file; do
  [ -f "${file%.yaml}.test.yaml" ] || { echo "$file has no ${file%.yaml}.test.yaml"; bad=1; }
done < <(grep -lE '^relief: ' -r . --include='*.yaml')
exit $bad
