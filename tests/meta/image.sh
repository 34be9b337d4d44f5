#!/usr/bin/env bash
# The law kept between runs: the same findings as from the rule files, never stale, never trusted from others, and
# harmless when damaged. Without it (a sanitizer's build keeps none) the first part alone is tested.
set -u
root=$1
relief=$(realpath "$2")
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
cp -r "$root/rules" "$work/rules"
export RELIEF_RULES=$work/rules
cache=$work/cache
bad=0
complain() { echo "$*"; bad=1; }
kept() { RELIEF_CACHE=$cache "$relief" "$@" 2>&1; }
plain() { RELIEF_CACHE='' "$relief" "$@" 2>&1; }
only_file() { ls "$cache"/*.law 2>/dev/null | tail -n 1; }

case=$root/examples/debt-bondage/case.yaml
day=2026-11-24
wanted=$(plain check "$case" --as-of $day --format ndjson)
[ -n "$wanted" ] || { echo "no findings"; exit 1; }
for run in first second third; do
  [ "$(kept check "$case" --as-of $day --format ndjson)" = "$wanted" ] || complain "the $run run differs"
done
if [ -z "$(only_file)" ]; then echo "no image is kept here"; exit $bad; fi

# Each example, on days with other law too: the image of a span of days serves all of them, and no other day.
for each in "$root"/examples/{smuggled-fee-raised,juvenile-turning-21}/case.yaml; do
  for day in 2026-11-24 2026-12-24 2024-08-27; do
    for form in "--full --verbose" "--format ndjson" ""; do
      # shellcheck disable=SC2086
      [ "$(kept check "$each" --as-of $day $form)" = "$(plain check "$each" --as-of $day $form)" ] ||
        complain "$each $day $form differs"
    done
  done
done
[ "$(kept check "$case" --relief u-visa)" = "$(plain check "$case" --relief u-visa)" ] || complain "--relief differs"
[ "$(kept rule u-visa)" = "$(plain rule u-visa)" ] || complain "rule differs"
[ "$(kept list criteria)" = "$(plain list criteria)" ] || complain "list differs"

[ "$(stat -c %a "$cache")" = 700 ] || complain "the folder is open to others"
[ "$(stat -c %a "$(only_file)")" = 600 ] || complain "the image is open to others"

# An edit of one rule is seen at once.
sed -i 's/^title: .*/title: An edited title/' "$work/rules/us/relief/u-visa.yaml"
kept check "$case" --relief u-visa --full | grep -q "An edited title" || complain "an edit is not seen"
cp "$root/rules/us/relief/u-visa.yaml" "$work/rules/us/relief/u-visa.yaml"

# Damaged, or writable by others: not used.
rm -rf "$cache"
kept check "$case" --as-of 2026-11-24 >/dev/null
image=$(only_file)
good=$work/good.law
cp "$image" "$good"
size=$(stat -c %s "$image")
try() {  # try WHAT: the findings stay right, and the image is made anew
  local before
  before=$(stat -c %i "$image")
  [ "$(kept check "$case" --as-of 2026-11-24 --format ndjson)" = "$wanted" ] || complain "wrong findings: $1"
  [ "$(stat -c %i "$image")" != "$before" ] || complain "trusted: $1"
  cat "$good" >"$image"
  chmod 600 "$image"
  chmod 700 "$cache"
}
for at in 0 17 24 40 4096 $((size / 2)) $((size - 1)); do
  printf '\377' | dd of="$image" bs=1 seek=$at conv=notrunc status=none
  cmp -s "$image" "$good" && printf '\001' | dd of="$image" bs=1 seek=$at conv=notrunc status=none
  try "a byte changed at $at"
done
for length in 0 10 $((size / 2)) $((size - 1)); do
  truncate -s $length "$image"
  try "cut to $length bytes"
done
chmod 620 "$image"; try "writable by the group"
chmod 606 "$image"; try "writable by all"
before=$(stat -c %i "$image")
chmod 777 "$cache"
[ "$(kept check "$case" --as-of 2026-11-24 --format ndjson)" = "$wanted" ] || complain "wrong findings: an open folder"
[ "$(stat -c %i "$image")" = "$before" ] || complain "written to an open folder"
chmod 700 "$cache"
before=$(stat -c %i "$image")
kept check "$case" --as-of 2026-11-24 >/dev/null
[ "$(stat -c %i "$image")" = "$before" ] || complain "a good image is not used"
exit $bad
