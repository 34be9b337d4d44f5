#!/usr/bin/env bash
# Every manual page is clean, and every subcommand has one.
set -u
cd "$1" || exit 2
program=$2
bad=0
if command -v mandoc >/dev/null; then
  mandoc -T lint -W warning man/*.[0-9] || bad=1
else
  echo "mandoc is not installed"; bad=1
fi
for command in $("$program" --help | sed -nE '/^Subcommands:/,$ s/^  ([a-z]+) .*/\1/p'); do
  [ -f "man/relief-$command.1" ] || { echo "no man/relief-$command.1"; bad=1; }
done
exit $bad
