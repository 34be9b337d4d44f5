#!/usr/bin/env bash
# Each option of --help stands in its manual page or in relief(1), and the other way round.
set -u
cd "$1" || exit 2
program=$2
bad=0
for page in man/relief-*.1; do
  command=$(basename "$page" .1); command=${command#relief-}
  help=$("$program" "$command" --help) || { echo "relief $command --help failed"; bad=1; continue; }
  for option in $(grep -oE -- '--[a-z][a-z-]+' <<<"$help" | sort -u); do
    name=${option#--}
    grep -qE -- "Fl -${name}( |$)" "$page" man/relief.1 || { echo "$option of relief $command is in no manual page"; bad=1; }
  done
  for name in $(sed -nE 's/^\.It Fl -([a-z][a-z-]+).*/\1/p; s/^\.It Fl [a-z] , Fl -([a-z][a-z-]+).*/\1/p' "$page" | sort -u); do
    grep -q -- "--$name" <<<"$help" || { echo "--$name of $page is no option of relief $command"; bad=1; }
  done
done
exit $bad
