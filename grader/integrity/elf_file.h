#pragma once

#include <gelf.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "os/fd.h"
#include "result/result.h"

namespace lockstep::integrity {

/// A relocatable object file that is open for reading.
class ElfFile {
 public:
  /// \return an input error when it is no such file
  [[nodiscard]] static Result<ElfFile> open(const std::filesystem::path& path);

  [[nodiscard]] Elf* elf() const { return elf_.get(); }
  [[nodiscard]] const GElf_Ehdr& header() const { return header_; }
  [[nodiscard]] std::size_t sections() const { return sections_; }            ///< how many, that of number 0 included
  [[nodiscard]] std::size_t section_names() const { return section_names_; }  ///< number of the section with them

 private:
  struct End {
    void operator()(Elf* elf) const { elf_end(elf); }
  };

  ElfFile() = default;

  os::Fd fd_;
  std::unique_ptr<Elf, End> elf_;
  GElf_Ehdr header_{};
  std::size_t sections_ = 0;
  std::size_t section_names_ = 0;
};

/// The tables of symbols of an object.
struct SymbolTable {
  Elf_Data* symbols = nullptr;
  Elf_Data* extended = nullptr;  ///< numbers of sections that do not fit into a symbol
  std::size_t names = 0;         ///< number of the section that holds the symbols' names
  std::size_t count = 0;
};

[[nodiscard]] SymbolTable symbol_table(Elf* elf);

/// One symbol, as it stands in the file.
struct RawSymbol {
  const char* name = "";
  std::size_t section = 0;  ///< its number; SHN_UNDEF for one that is defined elsewhere
  GElf_Sym entry{};
};

/// \param index  in the table
/// \return nothing where the file makes no sense
[[nodiscard]] std::optional<RawSymbol> raw_symbol(Elf* elf, const SymbolTable& table, std::size_t index);

/// A place in a section that the linker fills in, with what a symbol comes to.
struct Relocation {
  std::size_t section = 0;
  std::uint64_t offset = 0;
  std::size_t symbol = 0;  ///< its index in the table
};

/// All relocations of the sections that are `wanted`; those that make no sense are left out.
void each_relocation(Elf* elf, const std::function<bool(std::size_t section)>& wanted,
                     const std::function<void(const Relocation&)>& visit);

}  // namespace lockstep::integrity
