#pragma once

#include "emit/sink.h"
#include "resolve/edition.h"
#include "source/tree.h"

namespace catalog::emit {

/// A workbook a body with what it is to publish (责任分解表), to be confirmed
/// by it, in `bodies/<id>.xlsx`, and `bodies.xlsx`, which lists them.
void body_workbooks(const resolve::Edition& edition,
                    const source::SourceTree* sources, const Sink& sink);

}  // namespace catalog::emit
