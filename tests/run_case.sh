#!/usr/bin/env bash
# Runs one golden folder: `cmd` holds a line of shell in which "relief" is the program; its output must be that
# of `out` (examples: findings.txt), its errors that of `err` and its exit status that of `code` (absent: empty, 0).
#
#   run_case.sh PROGRAM FOLDER           compares
#   UPDATE=1 run_case.sh PROGRAM FOLDER  records anew
set -u
program=$(realpath "$1") || exit 2
folder=$2
out=out
[ -f "$folder/story.md" ] && out=findings.txt
export LC_ALL=C.UTF-8 TZ=UTC NO_COLOR=1 COLUMNS=80
RELIEF_RULES=$(realpath "$(dirname "$0")/../rules") RELIEF_CACHE=
export RELIEF_RULES RELIEF_CACHE
[ -x "$program" ] || { echo "no program at $program"; exit 2; }
[ -f "$folder/cmd" ] || { echo "$folder has no cmd"; exit 2; }

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
cp -r "$folder"/. "$work"/ || exit 2
mkdir "$work/.bin" && ln -s "$program" "$work/.bin/relief"
line=$(cat "$folder/cmd")
[ "$out" = findings.txt ] && line="relief $line"
(cd "$work" && PATH="$work/.bin:$PATH" bash -c "$line") >"$work/.out" 2>"$work/.err" </dev/null
code=$?
if [ $code -ge 126 ] && [ $code -ne 141 ]; then echo "the command did not run (exit $code)"; cat "$work/.err"; exit 2; fi
# The rule set's hash changes with every rule; what is compared is everything else.
sed -E 's/\([0-9a-f]{8}\)/(HASH)/; s/("sha256": *")[0-9a-f]*"/\1HASH"/' "$work/.out" >"$work/.masked" && mv "$work/.masked" "$work/.out"
sed "s|$RELIEF_RULES|RULES|g" "$work/.err" >"$work/.masked" && mv "$work/.masked" "$work/.err"

if [ "${UPDATE:-}" = 1 ]; then
  cp "$work/.out" "$folder/$out"
  if [ -s "$work/.err" ]; then cp "$work/.err" "$folder/err"; else rm -f "$folder/err"; fi
  if [ $code -ne 0 ]; then echo $code >"$folder/code"; else rm -f "$folder/code"; fi
  exit 0
fi
bad=0
wanted=$work/.wanted
compare() {
  if [ -f "$folder/$1" ]; then cp "$folder/$1" "$wanted"; else : >"$wanted"; fi
  diff -u --label "wanted $1" --label "found $1" "$wanted" "$2" || bad=1
}
[ -f "$folder/$out" ] || { echo "$folder/$out is missing; record it with UPDATE=1"; bad=1; }
compare "$out" "$work/.out"
compare err "$work/.err"
[ "$code" = "$(cat "$folder/code" 2>/dev/null || echo 0)" ] || { echo "exit status $code"; bad=1; }
exit $bad
