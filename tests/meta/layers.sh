#!/usr/bin/env bash
# A folder of src/ includes only folders above it in this order, and only the named folders include a library.
set -u
cd "$1/src" || exit 2
order="base logic yaml law casefile load compile eval ruletest report cli"
bad=0
seen=" "
for layer in $order; do
  [ -d "$layer" ] || { echo "no layer $layer"; bad=1; continue; }
  while IFS=: read -r file line text; do
    used=$(sed -E 's/.*"([a-z]+)\/.*/\1/' <<<"$text")
    case "$seen$layer " in
      *" $used "*) ;;
      *) echo "src/$file:$line: $layer may not include $used"; bad=1 ;;
    esac
  done < <(grep -rnE '#include "[a-z]+/' "$layer")
  if grep -rnE '#include "[^/"]+"' "$layer"; then echo "include from the src root"; bad=1; fi
  seen="$seen$layer "
done
for folder in */; do
  case " $order " in *" ${folder%/} "*) ;; *) echo "src/$folder is in no layer"; bad=1 ;; esac
done
only() {  # only LAYER PATTERN
  grep -rnE "#include <$2" . | grep -v "^./$1/" && { echo "only $1 may include $2"; bad=1; }
}
only yaml 'yaml-cpp/'
only cli 'CLI/'
only base '(sha2|sha256)\.h'
exit $bad
