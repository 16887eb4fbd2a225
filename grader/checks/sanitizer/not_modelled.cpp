#include "checks/sanitizer/not_modelled.h"

#include <algorithm>
#include <array>
#include <system_error>
#include <vector>

#include "checks/api_rules/uses.h"
#include "checks/sanitizer/symbols.h"

namespace lockstep::checks {
namespace {

constexpr std::array<std::string_view, 3> kAtThreadExit{"set_value_at_thread_exit", "set_exception_at_thread_exit",
                                                        "make_ready_at_thread_exit"};

/// The objects of the submission's files and of the lab's that include its headers; the kit's lie elsewhere.
std::vector<std::filesystem::path> objects_of(const std::filesystem::path& programs_dir) {
  std::vector<std::filesystem::path> objects;
  std::error_code failed;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(programs_dir / "CMakeFiles", failed)) {
    if (entry.path().extension() == ".o") objects.push_back(entry.path());
  }
  return objects;
}

/// As g++ and clang leave it in an object's symbols when it is not inlined.
std::optional<std::string> named_by_symbols(const std::filesystem::path& programs_dir) {
  std::optional<std::string> found;
  const auto matches = [&](std::string_view symbol) {
    for (const std::string_view name : kAtThreadExit) {
      if (symbol.starts_with("_ZNSt") && symbol.find(name) != std::string_view::npos) found = name;
    }
    return found.has_value();
  };
  const auto objects = objects_of(programs_dir);
  return std::any_of(objects.begin(), objects.end(), [&](const auto& object) { return any_symbol(object, matches); })
             ? found
             : std::nullopt;
}

}  // namespace

std::optional<std::string> not_modelled(const std::filesystem::path& programs_dir,
                                        std::span<const std::filesystem::path> programs,
                                        const std::function<bool(std::string_view path)>& is_learners) {
  if (auto named = named_by_symbols(programs_dir)) return named;
  const auto file_of = [&](std::string_view path) {
    return is_learners(path) ? std::optional(std::string(path)) : std::nullopt;
  };
  for (const std::filesystem::path& program : programs) {
    for (const Use& use : uses_in(program, file_of)) {  // what was inlined
      const auto* const known = std::find_if(kAtThreadExit.begin(), kAtThreadExit.end(), [&](std::string_view name) {
        return use.name.starts_with("std::") && use.name.ends_with(name);
      });
      if (known != kAtThreadExit.end()) return std::string(*known);
    }
  }
  return std::nullopt;
}

}  // namespace lockstep::checks
