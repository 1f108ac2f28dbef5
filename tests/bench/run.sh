#!/bin/sh
# run.sh BIN WORK: the costs of `check` and of `build` with every output, for
# catalogs of 2,000 and 20,000 generated items; made files go to WORK.
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
