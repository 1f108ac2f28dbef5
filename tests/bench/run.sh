#!/bin/sh
# run.sh BIN WORK: the costs of `check` and of `build` with every output, for
# catalogs of 2,000 and 20,000 generated items; then those of reading YAML.
# Where valgrind is there, also the instructions that `check` takes an item, and
# each reader a byte. Made files go to WORK.
set -eu
bin=$1
work=$2
rm -rf "$work"
mkdir -p "$work"

"$bin/catalog_measure"
for items in 2000 20000; do
  "$bin/catalog_generate" "$items" "$work/$items"
  "$bin/catalog_measure" check "$items" "$work/out" "$work/log" \
    "$bin/catalog" check "$work/$items"
  "$bin/catalog_measure" build "$items" "$work/out" "$work/log" \
    "$bin/catalog" build "$work/$items" -o "$work/out"
done

# The instructions of one `check`.
instructions() {
  valgrind --tool=callgrind --callgrind-out-file=/dev/null \
    "$bin/catalog" check "$1" 2>&1 >"$work/log" | awk '/Collected/ { print $4 }'
}

if command -v valgrind >/dev/null; then
  few=$(instructions "$work/2000")
  many=$(instructions "$work/20000")
  printf '\ncheck of 20,000 items: %d instructions an item, ' $((many / 20000))
  printf '%d for each beyond the first 2,000\n' $(((many - few) / 18000))
fi

reader="$bin/catalog_readers"
printf '\n'
"$reader" "$work/2000"
if command -v valgrind >/dev/null; then
  for name in strict yaml-cpp libyaml; do
    valgrind --tool=callgrind --callgrind-out-file=/dev/null \
      --toggle-collect='reading_of(*' "$reader" "$work/2000/items" "$name" 1 \
      >"$work/log" 2>"$work/callgrind"
    awk -v name="$name" '
      NR == FNR { if ($1 == name) bytes = $2; next }
      /Collected/ { printf "%-14s%8.1f instructions/B\n", name, $4 / bytes }
    ' "$work/log" "$work/callgrind"
  done
fi
