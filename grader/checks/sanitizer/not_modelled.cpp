#include "checks/sanitizer/not_modelled.h"

#include <algorithm>
#include <system_error>

#include "os/file.h"

namespace lockstep::checks {
namespace {

bool contains(const std::filesystem::path& file, std::string_view words) {
  const auto text = os::read_file(file);
  return text && text->find(words) != std::string::npos;
}

bool uses_fences(const std::filesystem::path& programs_dir) {
  std::error_code failed;
  // Of the submission's files and of the lab's that include its headers; the kit's objects lie elsewhere.
  for (const auto& entry : std::filesystem::recursive_directory_iterator(programs_dir / "CMakeFiles", failed)) {
    // An object's symbol table holds the name of each function that it calls.
    if (entry.path().extension() == ".o" && contains(entry.path(), "__tsan_atomic_thread_fence")) return true;
  }
  return false;
}

}  // namespace

std::optional<std::string_view> not_modelled(const std::filesystem::path& programs_dir,
                                             std::span<const std::filesystem::path> submitted) {
  if (uses_fences(programs_dir)) return "std::atomic_thread_fence";
  // Compilers inline these, so that no object names them.
  for (const std::string_view words : {"set_value_at_thread_exit", "set_exception_at_thread_exit",
                                       "make_ready_at_thread_exit", "notify_all_at_thread_exit"}) {
    if (std::any_of(submitted.begin(), submitted.end(), [&](const auto& file) { return contains(file, words); })) {
      return words;
    }
  }
  return std::nullopt;
}

}  // namespace lockstep::checks
