#include "integrity/object.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <gelf.h>

#include <map>
#include <memory>
#include <optional>

#include "os/fd.h"

namespace lockstep::integrity {
namespace {

using ElfHandle = std::unique_ptr<Elf, decltype(&elf_end)>;

/// The tables of an object that are read together.
struct Tables {
  Elf_Data* symbols = nullptr;
  Elf_Data* extended = nullptr;  ///< numbers of sections that do not fit into a symbol
  std::size_t names = 0;         ///< number of the section that holds the symbols' names
  std::size_t count = 0;
};

Section read_section(Elf* elf, Elf_Scn* scn, std::size_t names) {
  GElf_Shdr header;
  if (gelf_getshdr(scn, &header) == nullptr) return {};
  const char* const name = elf_strptr(elf, names, header.sh_name);
  return {.name = name == nullptr ? "" : name,
          .loaded = (header.sh_flags & SHF_ALLOC) != 0,
          .code = (header.sh_flags & SHF_EXECINSTR) != 0};
}

Tables tables_of(Elf* elf) {
  Tables tables;
  for (Elf_Scn* scn = elf_nextscn(elf, nullptr); scn != nullptr; scn = elf_nextscn(elf, scn)) {
    GElf_Shdr header;
    if (gelf_getshdr(scn, &header) == nullptr) continue;
    if (header.sh_type == SHT_SYMTAB && header.sh_entsize > 0) {
      tables.symbols = elf_getdata(scn, nullptr);
      tables.names = header.sh_link;
      tables.count = header.sh_size / header.sh_entsize;
    } else if (header.sh_type == SHT_SYMTAB_SHNDX) {
      tables.extended = elf_getdata(scn, nullptr);
    }
  }
  if (tables.symbols == nullptr) tables.count = 0;
  return tables;
}

bool in_group(Elf* elf, std::size_t section) {
  GElf_Shdr header;
  Elf_Scn* const scn = elf_getscn(elf, section);
  return scn != nullptr && gelf_getshdr(scn, &header) != nullptr && (header.sh_flags & SHF_GROUP) != 0;
}

/// \param index  of the symbol in the table
std::optional<Symbol> read_symbol(Elf* elf, const Tables& tables, std::size_t index, const Object& object) {
  GElf_Sym raw;
  Elf32_Word extended = 0;
  if (gelf_getsymshndx(tables.symbols, tables.extended, static_cast<int>(index), &raw, &extended) == nullptr) {
    return std::nullopt;
  }
  const char* const name = elf_strptr(elf, tables.names, raw.st_name);
  if (name == nullptr || *name == '\0') return std::nullopt;
  const std::size_t section = raw.st_shndx == SHN_XINDEX ? extended : raw.st_shndx;
  const bool placed = section != SHN_UNDEF && section < object.sections.size();
  const int type = GELF_ST_TYPE(raw.st_info);
  Symbol symbol{.name = name,
                .defined = section != SHN_UNDEF,
                .weak = GELF_ST_BIND(raw.st_info) == STB_WEAK,
                .function = type == STT_FUNC || type == STT_GNU_IFUNC,
                .ifunc = type == STT_GNU_IFUNC,
                .shared = placed && in_group(elf, section),
                .at = {.section = placed ? section : 0, .offset = placed ? raw.st_value : 0}};
  // What an assembler's label names has no type: in code it is taken for a function.
  if (type == STT_NOTYPE) symbol.function = placed && object.sections[section].code;
  const bool odd = symbol.ifunc || (type == STT_OBJECT && placed && object.sections[section].code);
  if (GELF_ST_BIND(raw.st_info) == STB_LOCAL && !odd) return std::nullopt;
  return symbol;
}

/// Notes where undefined symbols are named in what becomes part of the program.
/// \param undefined  by their number in the table of symbols: their number in `object.symbols`
void note_references(Elf* elf, const std::map<std::size_t, std::size_t>& undefined, Object& object) {
  for (Elf_Scn* scn = elf_nextscn(elf, nullptr); scn != nullptr; scn = elf_nextscn(elf, scn)) {
    GElf_Shdr header;
    if (gelf_getshdr(scn, &header) == nullptr || header.sh_type != SHT_RELA || header.sh_entsize == 0) continue;
    const std::size_t section = header.sh_info;
    if (section >= object.sections.size() || !object.sections[section].loaded) continue;
    Elf_Data* const data = elf_getdata(scn, nullptr);
    const std::size_t count = data == nullptr ? 0 : header.sh_size / header.sh_entsize;
    for (std::size_t i = 0; i < count; ++i) {
      GElf_Rela relocation;
      if (gelf_getrela(data, static_cast<int>(i), &relocation) == nullptr) break;
      const auto found = undefined.find(GELF_R_SYM(relocation.r_info));
      if (found == undefined.end()) continue;
      object.symbols[found->second].references.push_back({.section = section, .offset = relocation.r_offset});
    }
  }
}

void read_symbols(Elf* elf, Object& object) {
  const Tables tables = tables_of(elf);
  std::map<std::size_t, std::size_t> undefined;
  for (std::size_t i = 1; i < tables.count; ++i) {
    auto symbol = read_symbol(elf, tables, i, object);
    if (!symbol) continue;
    if (!symbol->defined) undefined[i] = object.symbols.size();
    object.symbols.push_back(std::move(*symbol));
  }
  note_references(elf, undefined, object);
}

}  // namespace

Result<Object> read_object(const std::filesystem::path& path) {
  const os::Fd fd(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  elf_version(EV_CURRENT);
  const ElfHandle elf(elf_begin(fd.get(), ELF_C_READ_MMAP, nullptr), elf_end);
  GElf_Ehdr header;
  std::size_t names = 0;
  std::size_t count = 0;
  const bool readable = elf != nullptr && gelf_getehdr(elf.get(), &header) != nullptr && header.e_type == ET_REL &&
                        elf_getshdrstrndx(elf.get(), &names) == 0 && elf_getshdrnum(elf.get(), &count) == 0;
  if (!readable) return input_error(fmt::format("{} is no object file", path.string()));
  Object object{.path = path, .sections = {1, Section{}}, .symbols = {}};
  for (std::size_t i = 1; i < count; ++i) {
    object.sections.push_back(read_section(elf.get(), elf_getscn(elf.get(), i), names));
  }
  read_symbols(elf.get(), object);
  return object;
}

std::vector<std::string> defined_names(const std::filesystem::path& path) {
  std::vector<std::string> names;
  const auto object = read_object(path);
  if (!object) return names;
  for (const Symbol& symbol : object->symbols) {
    if (symbol.defined) names.push_back(symbol.name);
  }
  return names;
}

}  // namespace lockstep::integrity
