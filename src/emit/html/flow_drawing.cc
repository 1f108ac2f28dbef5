#include "emit/html/flow_drawing.h"

#include <array>
#include <cmath>

namespace catalog::emit::site {
namespace {

using Box = view::FlowChart::Box;
using Kind = model::FlowNode::Kind;
using Line = view::FlowChart::Line;
using Point = view::FlowChart::Point;

constexpr int margin = 12;
constexpr double arrow_length = 9;
constexpr double arrow_half = 4;

/// A number that may be below zero, which `Markup` takes no other way.
struct Number {
  int value = 0;
};
Markup& operator<<(Markup& out, Number number) {
  return out << text(std::to_string(number.value));
}

class Drawing {
 public:
  Drawing(const view::FlowChart& chart, Markup& out)
      : chart_(chart), out_(out) {}

  void write(std::string_view title, Text description) {
    const int width = chart_.width + 2 * margin;
    const int height = chart_.height + 2 * margin;
    out_ << "<svg class=\"flow\" role=\"img\" aria-labelledby=\"_title "
            "_description\" width=\""
         << Number{width} << "\" height=\"" << Number{height} << "\" viewBox=\""
         << Number{-margin} << " " << Number{-margin} << " " << Number{width}
         << " " << Number{height} << "\">\n<title id=\"_title\">" << text(title)
         << "</title>\n<desc id=\"_description\">" << description
         << "</desc>\n";
    for (const Line& line : chart_.lines) write_line(line);
    for (const Box& box : chart_.boxes) write_box(box);
    for (const auto& label : chart_.labels) write_label(label);
    out_ << "</svg>\n";
  }

 private:
  void write_point(Point point) {
    out_ << Number{point.x} << "," << Number{point.y};
  }

  void write_line(const Line& line) {
    if (line.points.size() < 4) return;
    out_ << "<path class=\"line\" d=\"M";
    write_point(line.points.front());
    for (std::size_t i = 1; i < line.points.size(); ++i) {
      if (i % 3 == 1)
        out_ << "C";
      else
        out_ << " ";
      write_point(line.points[i]);
    }
    out_ << "\"/>\n";
    if (line.has_arrow) write_arrow(line);
  }

  /// A head that goes on where the curve ends, as long as Graphviz left room.
  void write_arrow(const Line& line) {
    const Point end = line.points.back();
    Point from = end;
    for (std::size_t i = line.points.size();
         i-- > 0 && from.x == end.x && from.y == end.y;)
      from = line.points[i];
    const double x = end.x - from.x, y = end.y - from.y;
    const double size = std::max(std::hypot(x, y), 1.0);
    const auto at = [&](double along, double across) {
      return Point{static_cast<int>(
                       std::lround(end.x + (x * along - y * across) / size)),
                   static_cast<int>(
                       std::lround(end.y + (y * along + x * across) / size))};
    };
    out_ << "<path class=\"head\" d=\"M";
    write_point(at(arrow_length, 0));
    out_ << "L";
    write_point(at(0, arrow_half));
    out_ << "L";
    write_point(at(0, -arrow_half));
    out_ << "Z\"/>\n";
  }

  void write_box(const Box& box) {
    const int left = box.centre.x - box.width / 2;
    const int top = box.centre.y - box.height / 2;
    if (box.kind == Kind::decision) {
      out_ << "<path class=\"box decision\" d=\"M";
      write_point({box.centre.x, top});
      out_ << "L";
      write_point({left + box.width, box.centre.y});
      out_ << "L";
      write_point({box.centre.x, top + box.height});
      out_ << "L";
      write_point({left, box.centre.y});
      out_ << "Z\"/>\n";
    } else {
      const bool is_terminal = box.kind == Kind::start || box.kind == Kind::end;
      out_ << "<rect class=\"box";
      if (is_terminal) out_ << " terminal";
      out_ << "\" x=\"" << Number{left} << "\" y=\"" << Number{top}
           << "\" width=\"" << Number{box.width} << "\" height=\""
           << Number{box.height} << "\" rx=\""
           << Number{is_terminal ? box.height / 2 : 3} << "\"/>\n";
    }
    write_texts(box);
  }

  /// Lines about the middle of the box.
  void write_texts(const Box& box) {
    const int height =
        static_cast<int>(box.lines.size()) * view::flow_line_height +
        static_cast<int>(box.small.size()) * view::flow_small_height;
    int y = box.centre.y - height / 2;
    for (const std::string& line : box.lines) {
      write_text("words", box.centre.x, y + 15, line);
      y += view::flow_line_height;
    }
    for (const std::string& line : box.small) {
      write_text("small", box.centre.x, y + 13, line);
      y += view::flow_small_height;
    }
  }

  void write_label(const view::FlowChart::Label& label) {
    int y = label.centre.y -
            static_cast<int>(label.lines.size()) * view::flow_small_height / 2;
    for (const std::string& line : label.lines) {
      write_text("label", label.centre.x, y + 13, line);
      y += view::flow_small_height;
    }
  }

  void write_text(std::string_view kind, int x, int y, std::string_view line) {
    out_ << "<text class=\"" << text(kind) << "\" x=\"" << Number{x}
         << "\" y=\"" << Number{y} << "\">" << text(line) << "</text>\n";
  }

  const view::FlowChart& chart_;
  Markup& out_;
};

}  // namespace

void write_drawing(const view::FlowChart& chart, std::string_view title,
                   Text description, Markup& out) {
  Drawing(chart, out).write(title, description);
}

}  // namespace catalog::emit::site
