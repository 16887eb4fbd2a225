#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace lockstep::integrity {

/// Whose name a symbol has already.
enum class Owner { kCLibrary, kCppLibrary, kSanitizer, kGoogleTest, kKit };

/// "the C library", ...
[[nodiscard]] std::string_view name(Owner owner);

/// The names that a program of the lab has from others than the submission. One that a submission defines as well
/// would take the place of theirs.
class TakenNames {
 public:
  /// \param kit  folder with the objects and archives that the kit was built into
  explicit TakenNames(const std::filesystem::path& kit);

  /// \param symbol    as the linker knows it
  /// \param function  whether the submission's is a function. Data in place of a function, or the other way round, is
  ///                  no replacement, but a name that was chosen twice.
  [[nodiscard]] std::optional<Owner> owner(const std::string& symbol, bool function) const;

  /// Whether a symbol is one of the kit's own, in the namespace `lockstep`.
  [[nodiscard]] bool is_harness(const std::string& symbol) const;

 private:
  std::set<std::string> kit_;
};

/// Whether programs may define the symbol in place of the C++ library's: the forms of `operator new` and
/// `operator delete` ([new.delete]).
[[nodiscard]] bool is_replaceable(std::string_view symbol);

/// Whether the compiler itself refers to the symbol in code that it instruments.
[[nodiscard]] bool is_instrumentation(std::string_view symbol);

/// Whether a symbol belongs to the sanitizers' runtimes, by its name.
[[nodiscard]] bool is_sanitizers(std::string_view symbol);

/// Whether a symbol is in the namespace `testing`, GoogleTest's.
[[nodiscard]] bool is_google_tests(std::string_view symbol);

/// Whether a symbol is in the namespace `std` and speaks of no type but the library's and the language's own. What
/// programs may add to `std` speaks of a type of theirs ([namespace.std]).
[[nodiscard]] bool is_librarys_alone(const std::string& symbol);

/// A symbol as a person writes it.
[[nodiscard]] std::string demangled(const std::string& symbol);

}  // namespace lockstep::integrity
