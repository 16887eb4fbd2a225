#include "checks/sanitizer/fences.h"

#include <system_error>

#include "os/file.h"

namespace lockstep::checks {

bool uses_fences(const std::filesystem::path& programs_dir) {
  std::error_code failed;
  // Of the submission's files and of the lab's that include its headers; the kit's objects lie elsewhere.
  const auto objects = programs_dir / "CMakeFiles";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(objects, failed)) {
    if (entry.path().extension() != ".o") continue;
    // An object's symbol table holds the name of each function that it calls.
    const auto object = os::read_file(entry.path());
    if (object && object->find("__tsan_atomic_thread_fence") != std::string::npos) return true;
  }
  return false;
}

}  // namespace lockstep::checks
