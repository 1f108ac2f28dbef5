#!/bin/sh
# Installs the program, then does what an office does first, far from this
# repository: scaffolds its catalog on the national one, checks it, builds it.
# usage: install_test.sh CMAKE BUILD
set -eu
cmake=$1
build=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
unset CATALOG_PATH
LC_ALL=C
export LC_ALL

fail() {
  echo "$1"
  exit 1
}

"$cmake" --install "$build" --prefix "$folder/first" >"$folder/install.log"
# An installed program may be moved.
mv "$folder/first" "$folder/prefix"
catalog=$folder/prefix/bin/catalog
[ -f "$folder/prefix/share/catalog/national/catalog.yaml" ] ||
  fail "the national catalog is not installed"
mkdir "$folder/work"
cd "$folder/work"

"$catalog" init --extends national --jurisdiction 330304 mine
"$catalog" check mine >check.txt || {
  cat check.txt
  fail "a new catalog has errors"
}
tail -2 check.txt
grep -q 'against the base: .* not weaker, 0 incomparable, 0 waived' check.txt ||
  fail "a new catalog is compared with its base"
"$catalog" build mine -o out
for file in catalog.xlsx index.html catalog.json provenance.json; do
  [ -s "out/$file" ] || fail "out/$file is missing"
done
grep -q '"origins"' out/catalog.json || fail "values have no origins"
if grep -q "$folder" out/catalog.json out/index.html; then
  fail "an output names a folder of this machine"
fi

# A town and a village, whose codes are longer.
for code in 330304001 330304001001; do
  "$catalog" init --extends national --jurisdiction $code "at-$code"
  "$catalog" check "at-$code" >check.txt || {
    cat check.txt
    fail "a new catalog of $code has errors"
  }
done

# Elsewhere installed, it is found by CATALOG_PATH; nowhere, that is said.
mkdir "$folder/shelf"
mv "$folder/prefix/share/catalog/national" "$folder/shelf/"
CATALOG_PATH=$folder/shelf "$catalog" check mine >/dev/null ||
  fail "CATALOG_PATH is not looked at"
if "$catalog" check mine >gone.txt; then
  fail "a base that is gone goes unnoticed"
fi
grep -q 'no installed catalog is called .national.' gone.txt ||
  fail "a base that is gone is not named"
if "$catalog" init --extends national --jurisdiction 330304 other 2>/dev/null
then
  fail "a catalog was made on a base that is gone"
fi
[ ! -e other ] || fail "what could not be made lies about"
