#include "publish/program.h"

#include <elf.h>
#include <link.h>

#include <cstring>
#include <string_view>

#include "source/hash.h"
#include "source/inventory.h"

namespace catalog::publish {
namespace {

constexpr std::size_t padded(std::size_t size) { return (size + 3) & ~3u; }

/// The build id among the notes of a segment; empty where there is none.
std::string_view build_id_in(std::string_view notes) {
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) note;
    std::memcpy(&note, notes.data(), sizeof note);
    notes.remove_prefix(sizeof note);
    const std::size_t name = padded(note.n_namesz);
    const std::size_t size = padded(note.n_descsz);
    if (name > notes.size() || size > notes.size() - name) return {};
    if (note.n_type == NT_GNU_BUILD_ID && notes.starts_with("GNU"))
      return notes.substr(name, note.n_descsz);
    notes.remove_prefix(name + size);
  }
  return {};
}

int add(struct dl_phdr_info* object, std::size_t, void* data) {
  source::Hasher& hasher = *static_cast<source::Hasher*>(data);
  std::string_view path = object->dlpi_name;
  if (path.starts_with("linux-")) return 0;  // the kernel's
  if (path.empty()) path = "/proc/self/exe";
  for (int i = 0; i < object->dlpi_phnum; ++i) {
    const ElfW(Phdr)& segment = object->dlpi_phdr[i];
    if (segment.p_type != PT_NOTE) continue;
    const auto* const notes =
        reinterpret_cast<const char*>(object->dlpi_addr + segment.p_vaddr);
    if (const auto id = build_id_in({notes, segment.p_memsz}); !id.empty()) {
      hasher.add(id);
      return 0;
    }
  }
  const source::Stamp stamp = source::stamp_of(path);
  hasher.add(path);
  hasher.add(std::to_string(stamp.size) + "," + std::to_string(stamp.modified));
  return 0;
}

}  // namespace

std::string name_of_program() {
  // Later in a run more libraries may be loaded.
  static const std::string name = [] {
    source::Hasher hasher;
    ::dl_iterate_phdr(add, &hasher);
    return hasher.hex();
  }();
  return name;
}

}  // namespace catalog::publish
