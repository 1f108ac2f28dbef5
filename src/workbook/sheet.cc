#include "workbook/sheet.h"

#include <algorithm>

namespace catalog::workbook {

std::string a1(Position position) {
  std::string letters;
  for (std::uint32_t rest = position.column + 1; rest > 0; rest /= 26) {
    --rest;
    letters += static_cast<char>('A' + rest % 26);
  }
  std::reverse(letters.begin(), letters.end());
  return letters + std::to_string(position.row + 1);
}

}  // namespace catalog::workbook
