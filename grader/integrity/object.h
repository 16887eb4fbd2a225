#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "result/result.h"

namespace lockstep::integrity {

/// A place in an object: a section by its number, and an offset in it.
struct Spot {
  std::size_t section = 0;
  std::uint64_t offset = 0;
};

/// A symbol that other objects can see, or one of the object's own that is odd: an ifunc, or data among code.
struct Symbol {
  std::string name;  ///< as the linker knows it
  bool defined = false;
  bool weak = false;
  bool function = false;  ///< also one that the program resolves as it starts (an ifunc)
  bool ifunc = false;     ///< the program calls a function of the submission's to find it, before anything else runs
  bool shared = false;    ///< of a group of which the linker keeps one copy: a template's or an inline function's
  Spot at;                ///< where it is defined
  std::vector<Spot> references = {};  ///< of an undefined one: where code or data of the program names it
};

struct Section {
  std::string name;
  bool loaded = false;  ///< part of the program's memory
  bool code = false;    ///< may be executed
};

/// What an object file has for others, and needs from them.
struct Object {
  std::filesystem::path path;
  std::vector<Section> sections;  ///< by number
  std::vector<Symbol> symbols;

  [[nodiscard]] const Section& section(const Spot& spot) const { return sections.at(spot.section); }
};

/// Reads a relocatable object file. Whatever is in the file, reading it ends; what makes no sense is left out.
/// \return an input error when it is no object file
[[nodiscard]] Result<Object> read_object(const std::filesystem::path& path);

/// The names that an object file defines for others, weak ones as well; none for another file.
[[nodiscard]] std::vector<std::string> defined_names(const std::filesystem::path& path);

}  // namespace lockstep::integrity
