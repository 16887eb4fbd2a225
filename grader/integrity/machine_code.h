#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "integrity/elf_file.h"
#include "integrity/object.h"
#include "result/result.h"

namespace lockstep::integrity {

/// A function of an object, also one that no other object can see.
struct Function {
  std::string name;  ///< as the linker knows it
  Spot at;
  std::uint64_t size = 0;     ///< in bytes
  bool instrumented = false;  ///< it calls ThreadSanitizer's functions, as compilers let it
};

/// What a function does to memory, as its instructions have it.
struct Accesses {
  /// The instructions that read or write what other threads may know: through a pointer, or, for writes, a variable of
  /// the program. A read of such a variable may be one of a constant, which is no race and not instrumented. What is on
  /// the function's own stack, or of its thread, is left out, and so is whatever is reached through a register that
  /// holds, anywhere in the function, an address of the stack.
  std::vector<Spot> spots;
  /// The function's result is its first argument, and the first that it does to memory is to write: so it may be making
  /// the object that it returns, which no other thread knows yet (System V ABI for x86-64, 3.2.3, class MEMORY).
  bool makes_its_result = false;
};

/// The instructions of an object file.
class MachineCode {
 public:
  /// \return an input error when it is no object file
  [[nodiscard]] static Result<MachineCode> read(const std::filesystem::path& object);

  /// In their order; none for another machine than x86-64. The parts that g++ moves away because they seldom run
  /// (`.cold`) are left out.
  [[nodiscard]] const std::vector<Function>& functions() const { return functions_; }

  /// \param function  of these; one whose code the file does not have accesses nothing
  [[nodiscard]] Accesses accesses_of(const Function& function) const;

 private:
  explicit MachineCode(ElfFile file) : file_(std::move(file)) {}

  ElfFile file_;
  std::vector<Function> functions_;
};

}  // namespace lockstep::integrity
