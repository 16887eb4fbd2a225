#include "integrity/loaded_parts.h"

#include <fmt/core.h>

#include <string_view>

#include "integrity/elf_file.h"

namespace lockstep::integrity {
namespace {

/// The parts of one object, put together.
class Parts {
 public:
  explicit Parts(const ElfFile& file) : file_(file), symbols_(symbol_table(file.elf())) {}

  std::string read() {
    for (std::size_t i = 1; i < file_.sections(); ++i) {
      GElf_Shdr header;
      Elf_Scn* const section = elf_getscn(file_.elf(), i);
      if (section == nullptr || gelf_getshdr(section, &header) == nullptr) continue;
      if ((header.sh_flags & SHF_ALLOC) != 0) add_section(section, header);
      if (header.sh_type == SHT_RELA && is_loaded(header.sh_info)) add_relocations(section, header);
    }
    return parts_;
  }

 private:
  [[nodiscard]] const char* name_of(const GElf_Shdr& header) const {
    const char* const name = elf_strptr(file_.elf(), file_.section_names(), header.sh_name);
    return name == nullptr ? "" : name;
  }

  [[nodiscard]] bool is_loaded(std::size_t number) const {
    GElf_Shdr header;
    Elf_Scn* const section = elf_getscn(file_.elf(), number);
    return section != nullptr && gelf_getshdr(section, &header) != nullptr && (header.sh_flags & SHF_ALLOC) != 0;
  }

  void add_section(Elf_Scn* section, const GElf_Shdr& header) {
    parts_ += fmt::format("{} {} {} {}\n", name_of(header), header.sh_type, header.sh_flags, header.sh_size);
    const Elf_Data* const data = header.sh_type == SHT_NOBITS ? nullptr : elf_rawdata(section, nullptr);
    if (data != nullptr && data->d_buf != nullptr) {
      parts_ += std::string_view(static_cast<const char*>(data->d_buf), data->d_size);
    }
  }

  void add_relocations(Elf_Scn* section, const GElf_Shdr& header) {
    Elf_Data* const data = elf_getdata(section, nullptr);
    parts_ += fmt::format("{}\n", name_of(header));
    GElf_Rela entry;
    for (int i = 0; data != nullptr && gelf_getrela(data, i, &entry) != nullptr; ++i) {
      const auto symbol = raw_symbol(file_.elf(), symbols_, GELF_R_SYM(entry.r_info));
      parts_ += fmt::format("{} {} {} {}\n", entry.r_offset, GELF_R_TYPE(entry.r_info), entry.r_addend,
                            symbol ? described(*symbol) : "");
    }
  }

  /// The symbol of a section has no name, and a local one's may be numbered.
  [[nodiscard]] std::string described(const RawSymbol& symbol) const {
    if (GELF_ST_TYPE(symbol.entry.st_info) != STT_SECTION) return symbol.name;
    GElf_Shdr header;
    Elf_Scn* const section = elf_getscn(file_.elf(), symbol.section);
    return section != nullptr && gelf_getshdr(section, &header) != nullptr ? name_of(header) : "";
  }

  const ElfFile& file_;
  SymbolTable symbols_;
  std::string parts_;
};

}  // namespace

Result<std::string> loaded_parts(const std::filesystem::path& object) {
  return ElfFile::open(object).map([](const ElfFile& file) { return Parts(file).read(); });
}

}  // namespace lockstep::integrity
