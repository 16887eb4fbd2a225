#include "integrity/object.h"

#include <map>
#include <optional>

#include "integrity/elf_file.h"

namespace lockstep::integrity {
namespace {

Section read_section(Elf* elf, Elf_Scn* scn, std::size_t names) {
  GElf_Shdr header;
  if (gelf_getshdr(scn, &header) == nullptr) return {};
  const char* const name = elf_strptr(elf, names, header.sh_name);
  return {.name = name == nullptr ? "" : name,
          .loaded = (header.sh_flags & SHF_ALLOC) != 0,
          .code = (header.sh_flags & SHF_EXECINSTR) != 0};
}

bool in_group(Elf* elf, std::size_t section) {
  GElf_Shdr header;
  Elf_Scn* const scn = elf_getscn(elf, section);
  return scn != nullptr && gelf_getshdr(scn, &header) != nullptr && (header.sh_flags & SHF_GROUP) != 0;
}

/// \param index  of the symbol in the table
std::optional<Symbol> read_symbol(Elf* elf, const SymbolTable& table, std::size_t index, const Object& object) {
  const auto raw = raw_symbol(elf, table, index);
  if (!raw || *raw->name == '\0') return std::nullopt;
  const std::size_t section = raw->section;
  const bool placed = section != SHN_UNDEF && section < object.sections.size();
  const int type = GELF_ST_TYPE(raw->entry.st_info);
  Symbol symbol{.name = raw->name,
                .defined = section != SHN_UNDEF,
                .weak = GELF_ST_BIND(raw->entry.st_info) == STB_WEAK,
                .function = type == STT_FUNC || type == STT_GNU_IFUNC,
                .ifunc = type == STT_GNU_IFUNC,
                .shared = placed && in_group(elf, section),
                .at = {.section = placed ? section : 0, .offset = placed ? raw->entry.st_value : 0}};
  // What an assembler's label names has no type: in code it is taken for a function.
  if (type == STT_NOTYPE) symbol.function = placed && object.sections[section].code;
  const bool odd = symbol.ifunc || (type == STT_OBJECT && placed && object.sections[section].code);
  if (GELF_ST_BIND(raw->entry.st_info) == STB_LOCAL && !odd) return std::nullopt;
  return symbol;
}

/// Notes where undefined symbols are named in what becomes part of the program.
/// \param undefined  by their number in the table of symbols: their number in `object.symbols`
void note_references(Elf* elf, const std::map<std::size_t, std::size_t>& undefined, Object& object) {
  const auto in_program = [&](std::size_t section) {
    return section < object.sections.size() && object.sections[section].loaded;
  };
  each_relocation(elf, in_program, [&](const Relocation& each) {
    const auto found = undefined.find(each.symbol);
    if (found == undefined.end()) return;
    object.symbols[found->second].references.push_back({.section = each.section, .offset = each.offset});
  });
}

void read_symbols(Elf* elf, Object& object) {
  const SymbolTable table = symbol_table(elf);
  std::map<std::size_t, std::size_t> undefined;
  for (std::size_t i = 1; i < table.count; ++i) {
    auto symbol = read_symbol(elf, table, i, object);
    if (!symbol) continue;
    if (!symbol->defined) undefined[i] = object.symbols.size();
    object.symbols.push_back(std::move(*symbol));
  }
  note_references(elf, undefined, object);
}

}  // namespace

Result<Object> read_object(const std::filesystem::path& path) {
  const auto file = ElfFile::open(path);
  if (!file) return tl::unexpected(file.error());
  Elf* const elf = file->elf();
  Object object{.path = path, .sections = {1, Section{}}, .symbols = {}};
  for (std::size_t i = 1; i < file->sections(); ++i) {
    object.sections.push_back(read_section(elf, elf_getscn(elf, i), file->section_names()));
  }
  read_symbols(elf, object);
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
