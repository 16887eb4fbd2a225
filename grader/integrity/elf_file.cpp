#include "integrity/elf_file.h"

#include <fcntl.h>
#include <fmt/core.h>

#include <utility>

namespace lockstep::integrity {

Result<ElfFile> ElfFile::open(const std::filesystem::path& path) {
  elf_version(EV_CURRENT);
  ElfFile file;
  file.fd_ = os::Fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  file.elf_.reset(elf_begin(file.fd_.get(), ELF_C_READ_MMAP, nullptr));
  Elf* const elf = file.elf_.get();
  const bool readable = elf != nullptr && gelf_getehdr(elf, &file.header_) != nullptr &&
                        file.header_.e_type == ET_REL && elf_getshdrstrndx(elf, &file.section_names_) == 0 &&
                        elf_getshdrnum(elf, &file.sections_) == 0;
  if (!readable) return input_error(fmt::format("{} is no object file", path.string()));
  return file;
}

SymbolTable symbol_table(Elf* elf) {
  SymbolTable table;
  for (Elf_Scn* scn = elf_nextscn(elf, nullptr); scn != nullptr; scn = elf_nextscn(elf, scn)) {
    GElf_Shdr header;
    if (gelf_getshdr(scn, &header) == nullptr) continue;
    if (header.sh_type == SHT_SYMTAB && header.sh_entsize > 0) {
      table.symbols = elf_getdata(scn, nullptr);
      table.names = header.sh_link;
      table.count = header.sh_size / header.sh_entsize;
    } else if (header.sh_type == SHT_SYMTAB_SHNDX) {
      table.extended = elf_getdata(scn, nullptr);
    }
  }
  if (table.symbols == nullptr) table.count = 0;
  return table;
}

std::optional<RawSymbol> raw_symbol(Elf* elf, const SymbolTable& table, std::size_t index) {
  RawSymbol symbol;
  Elf32_Word extended = 0;
  const auto number = static_cast<int>(index);
  if (gelf_getsymshndx(table.symbols, table.extended, number, &symbol.entry, &extended) == nullptr) return std::nullopt;
  symbol.name = elf_strptr(elf, table.names, symbol.entry.st_name);
  if (symbol.name == nullptr) return std::nullopt;
  symbol.section = symbol.entry.st_shndx == SHN_XINDEX ? extended : symbol.entry.st_shndx;
  return symbol;
}

void each_relocation(Elf* elf, const std::function<bool(std::size_t section)>& wanted,
                     const std::function<void(const Relocation&)>& visit) {
  for (Elf_Scn* scn = elf_nextscn(elf, nullptr); scn != nullptr; scn = elf_nextscn(elf, scn)) {
    GElf_Shdr header;
    if (gelf_getshdr(scn, &header) == nullptr || header.sh_type != SHT_RELA || header.sh_entsize == 0) continue;
    if (!wanted(header.sh_info)) continue;
    Elf_Data* const data = elf_getdata(scn, nullptr);
    const std::size_t count = data == nullptr ? 0 : header.sh_size / header.sh_entsize;
    for (std::size_t i = 0; i < count; ++i) {
      GElf_Rela relocation;
      if (gelf_getrela(data, static_cast<int>(i), &relocation) == nullptr) break;
      visit({.section = header.sh_info, .offset = relocation.r_offset, .symbol = GELF_R_SYM(relocation.r_info)});
    }
  }
}

}  // namespace lockstep::integrity
