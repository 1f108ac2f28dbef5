#pragma once

#include <xlsxwriter.h>

namespace catalog::emit {

/// The looks of a workbook's cells, in fonts that every office has. Grey is
/// the only colour besides the links', and carries no meaning.
struct Formats {
  explicit Formats(lxw_workbook* workbook);

  // Of tables.
  lxw_format* title;
  lxw_format* subtitle;
  lxw_format* note;
  lxw_format* header;
  lxw_format* prose;    // left
  lxw_format* centred;  // short codes and ticks
  lxw_format* prose_link;
  lxw_format* centred_link;
  lxw_format* group;  // a heading between rows
  lxw_format* signature;
  lxw_format* way_back;  // the link to the index, on screen only

  // Of the index, which is short enough for larger letters.
  lxw_format* index_header;
  lxw_format* index_centred;
  lxw_format* index_link;
  lxw_format* index_centred_link;

  // Of the cover.
  lxw_format* cover_title;
  lxw_format* cover_place;
  lxw_format* cover_label;
  lxw_format* cover_value;
};

}  // namespace catalog::emit
