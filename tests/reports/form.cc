// catalog_form NAME <TEXT
//
// Whether a JSON text has the form that a schema of the program gives it: NAME
// is the last part of its `$id`, such as `diff`. Says what is wrong, and exits
// with 1 then.

#include <fmt/format.h>

#include <iostream>
#include <iterator>
#include <string>

#include "schema/schema.h"
#include "syntax/json_reader.h"

using catalog::diagnostics::Diagnostic;
using catalog::diagnostics::Diagnostics;
using catalog::diagnostics::Language;
namespace schema = catalog::schema;

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::string bytes{std::istreambuf_iterator<char>(std::cin), {}};
  Diagnostics found(Language::en);
  schema::Registry registry;
  registry.add_embedded();
  const auto form =
      schema::compile(std::string("urn:catalog:output:") + argv[1], registry,
                      schema::Dialect::ours, found);
  const auto text = catalog::syntax::read_json({}, bytes, found);
  if (form && !text.empty()) schema::validate(*form, text.root(), found);
  for (const Diagnostic& each : found.sorted())
    fmt::print("byte {}: {}\n", each.span.begin, each.message);
  const bool is_good = form && !text.empty() && !found.has_errors();
  fmt::print("{}\n", is_good ? "as its schema says" : "not of that form");
  return is_good ? 0 : 1;
}
