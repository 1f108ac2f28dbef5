// Writes the site of the sample publication to a folder, for the browser to
// open: `write_site FOLDER [MORE]`, with MORE further items.

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "emit/emitters.h"
#include "unit/emit/small_catalog.h"

int main(int count, char** arguments) {
  if (count < 2) return 2;
  const std::filesystem::path folder = arguments[1];
  const auto more = count > 2 ? std::strtoul(arguments[2], nullptr, 10) : 0;
  const auto sample = catalog::test::make_sample(more);
  for (const auto& [path, bytes] :
       catalog::test::files_of(catalog::emit::html, sample->publication)) {
    std::filesystem::create_directories((folder / path).parent_path());
    std::ofstream file(folder / path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush()) {
      std::perror((folder / path).c_str());
      return 3;
    }
  }
}
