#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "integrity/object.h"

struct Dwfl;
struct Dwfl_Line;
struct Dwfl_Module;

namespace lockstep::integrity {

struct Place {
  std::string file;  ///< as the compiler knew it; empty when it is not known
  int line = 0;
};

/// The source lines of an object's code, from its debug information, which is read when the first one is asked for.
class SourceLines {
 public:
  explicit SourceLines(std::filesystem::path object) : path_(std::move(object)) {}

  /// Where the instruction at a spot was written, also one that came there from an inline function; nothing of data. Of
  /// one that the compiler merged or made, which has no line, the file of the function (or inline function) around it.
  [[nodiscard]] Place place_of(const Spot& spot);

  /// Where the function that begins at a spot was written.
  [[nodiscard]] Place place_of_function(const Spot& spot);

 private:
  struct End {
    void operator()(Dwfl* dwfl) const;
  };
  /// A row of the line tables: what begins at the address was written there; or the code before it ends.
  struct Row {
    std::uint64_t address = 0;
    bool begins = false;
    Dwfl_Line* line = nullptr;
  };

  void open();
  [[nodiscard]] std::optional<std::uint64_t> address_of(const Spot& spot);
  [[nodiscard]] Place function_around(std::uint64_t address) const;

  std::filesystem::path path_;
  bool opened_ = false;
  std::unique_ptr<Dwfl, End> dwfl_;
  Dwfl_Module* module_ = nullptr;                   ///< the object, once it is opened
  std::map<std::size_t, std::uint64_t> addresses_;  ///< of sections, by number, as the library has laid them out
  std::vector<Row> rows_;                           ///< by address; of one address, ends before what begins
};

}  // namespace lockstep::integrity
