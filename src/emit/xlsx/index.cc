#include "emit/xlsx/pages.h"
#include "emit/xlsx/sheet.h"
#include "view/measure.h"

namespace catalog::emit {
namespace {

constexpr double widths[] = {10, 56, 16, 16};
constexpr double whole_width = 98;
constexpr double row_height = 24;
constexpr std::uint32_t most_on_page = 60;  // rows that can still be read

/// Writes the index from top to bottom.
class IndexWriter {
 public:
  explicit IndexWriter(const Book& book)
      : book_(book), sheet_(book.workbook, book.contents->index, book.cells) {}

  void write() {
    for (std::uint32_t i = 0; i < 4; ++i) sheet_.set_column(i, widths[i]);
    sheet_.write_link({row_, 0, row_, 0}, "返回封面",
                      target_of(book_.contents->cover),
                      book_.formats->way_back);
    next(16);
    write_across("索引", 18, book_.formats->title);
    write_across(book_.publication->title, view::header_points,
                 book_.formats->subtitle);
    const std::uint32_t header = row_;
    const bool has_domains =
        !book_.contents->domains.empty() || book_.contents->views.empty();
    if (has_domains) {
      write_section("领域", "事项数", book_.contents->domains);
      write_total();
    }
    if (!book_.contents->views.empty()) {
      if (has_domains) next(row_height / 2);
      write_section("专题清单", "事项数", book_.contents->views);
    }
    if (!book_.contents->others.empty()) {
      next(row_height / 2);
      write_section("附表", "条目数", book_.contents->others);
    }
    sheet_.freeze(header, 0);
    const auto paper = book_.publication->domains.empty()
                           ? model::Paper::a4
                           : book_.publication->domains.front().paper;
    sheet_.set_page(paper, {1, 0, row_ - 1, 3});
    sheet_.set_head(book_.publication->title, sheet_.name());
    if (row_ <= most_on_page) sheet_.fit_on_page();
    sheet_.finish();
  }

 private:
  void next(double height) { sheet_.set_row(row_++, height); }

  void write_across(std::string_view text, double points, lxw_format* format) {
    sheet_.write({row_, 0, row_, 3}, text, format);
    next(view::wrapped_height(text, whole_width, points));
  }

  void write_section(std::string_view what, std::string_view count,
                     const std::vector<TableSheet>& sheets) {
    const std::string_view titles[] = {"序号", what, count, "链接"};
    for (std::uint32_t i = 0; i < 4; ++i)
      sheet_.write({row_, i, row_, i}, titles[i], book_.formats->index_header);
    next(row_height);
    for (std::size_t i = 0; i < sheets.size(); ++i)
      write_entry(i + 1, sheets[i]);
  }

  void write_entry(std::size_t number, const TableSheet& entry) {
    const view::Table& table = entry.table;
    const Formats& formats = *book_.formats;
    const std::string target = target_of(entry.name);
    sheet_.write_number(row_, 0, static_cast<double>(number),
                        formats.index_centred);
    sheet_.write_link({row_, 1, row_, 1}, table.name, target,
                      formats.index_link);
    sheet_.write_number(row_, 2, static_cast<double>(entry.entries),
                        formats.index_centred);
    sheet_.write_link({row_, 3, row_, 3}, "查看", target,
                      formats.index_centred_link);
    next(std::max(row_height, view::wrapped_height(table.name, widths[1], 12)));
  }

  void write_total() {
    std::size_t items = 0;
    for (const TableSheet& sheet : book_.contents->domains)
      items += sheet.table.items;
    sheet_.write({row_, 0, row_, 1}, "合计", book_.formats->index_header);
    sheet_.write_number(row_, 2, static_cast<double>(items),
                        book_.formats->index_header);
    sheet_.write({row_, 3, row_, 3}, "", book_.formats->index_header);
    next(row_height);
  }

  const Book& book_;
  Sheet sheet_;
  std::uint32_t row_ = 0;
};

}  // namespace

void write_index(const Book& book) { IndexWriter(book).write(); }

}  // namespace catalog::emit
