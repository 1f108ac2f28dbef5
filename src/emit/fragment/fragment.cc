#include <algorithm>
#include <string>
#include <vector>

#include "emit/emitters.h"
#include "emit/html/markup.h"
#include "view/merged_cells.h"

namespace catalog::emit {
namespace {

using site::Markup;
using site::text;

constexpr char border[] = "border:1px solid #999;padding:4px 6px;";
constexpr char cell_style[] =
    " style=\"border:1px solid #999;padding:4px 6px;vertical-align:top";

/// A table that brings its looks along and needs nothing else: for pasting
/// into systems that drop style sheets and scripts.
class Fragment {
 public:
  explicit Fragment(const view::Table& table) : table_(table), merged_(table) {}

  Markup write() {
    out_ << "<table style=\"width:100%;border-collapse:collapse;"
            "font-size:14px;line-height:1.5\">\n<caption style=\""
            "padding:8px;font-size:18px;font-weight:bold\">"
         << text(table_.title) << "</caption>\n";
    write_header();
    write_body();
    out_ << "</table>\n";
    return std::move(out_);
  }

 private:
  void write_spans(std::size_t rows, std::size_t columns) {
    if (rows > 1) out_ << " rowspan=\"" << rows << "\"";
    if (columns > 1) out_ << " colspan=\"" << columns << "\"";
  }

  void write_header() {
    out_ << "<thead>\n";
    for (std::uint32_t row = 0; row < table_.header_rows; ++row) {
      out_ << "<tr>";
      for (const view::HeaderCell& cell : table_.header) {
        if (cell.row != row) continue;
        out_ << "<th";
        if (cell.columns > 1)
          out_ << " scope=\"colgroup\"";
        else
          out_ << " scope=\"col\"";
        write_spans(cell.rows, cell.columns);
        out_ << " style=\"" << text(border) << "background:#f0f0f0\">"
             << text(cell.text) << "</th>";
      }
      out_ << "</tr>\n";
    }
    out_ << "</thead>\n";
  }

  void write_body() {
    out_ << "<tbody>\n";
    for (std::uint32_t row = 0; row < table_.rows.size(); ++row) {
      out_ << "<tr>";
      if (!table_.rows[row].group.empty())
        out_ << "<th colspan=\"" << table_.columns.size() << "\" style=\""
             << text(border) << "text-align:left\">"
             << text(table_.rows[row].group) << "</th>";
      for (std::uint32_t i = 0; i < table_.rows[row].cells.size(); ++i)
        write_cell(row, i);
      out_ << "</tr>\n";
    }
    out_ << "</tbody>\n";
  }

  void write_cell(std::uint32_t row, std::uint32_t column) {
    const view::Merge* merge = merged_.at(row, column);
    if (merge && !begins_in(*merge, row, column)) return;
    out_ << "<td";
    if (merge) write_spans(rows_of(*merge), columns_of(*merge));
    out_ << cell_style;
    if (table_.columns[column].centred) out_ << ";text-align:center";
    out_ << "\">";
    write_lines(table_.rows[row].cells[column].text);
    out_ << "</td>";
  }

  void write_lines(std::string_view lines) {
    while (!lines.empty()) {
      const std::size_t end = std::min(lines.find('\n'), lines.size());
      out_ << text(lines.substr(0, end));
      if (end < lines.size()) out_ << "<br>";
      lines.remove_prefix(std::min(end + 1, lines.size()));
    }
  }

  const view::Table& table_;
  const view::MergedCells merged_;
  Markup out_;
};

}  // namespace

void fragment(const view::Publication& publication, const Sink& sink) {
  const auto put = [&](const view::Table& table, const std::string& name) {
    if (!table.rows.empty())
      sink.put("fragment/" + name + ".html", Fragment(table).write().bytes());
  };
  for (const view::Table& table : publication.domains) put(table, table.id);
  // A domain may have the same id.
  const bool is_taken =
      std::ranges::any_of(publication.domains, [&](const view::Table& table) {
        return table.id == publication.waivers.id;
      });
  put(publication.waivers,
      is_taken ? "approved-" + publication.waivers.id : publication.waivers.id);
}

}  // namespace catalog::emit
