#include "cli/repository.h"

#include <cstdlib>
#include <system_error>

namespace lockstep::cli {

namespace fs = std::filesystem;

fs::path path_in_repository(const fs::path& dir) {
  std::error_code failed;
  fs::path whole = fs::canonical(dir, failed);
  if (failed) return fs::absolute(dir, failed);
  const char* variable = std::getenv("GITHUB_WORKSPACE");
  const fs::path workspace = variable == nullptr ? fs::path() : fs::weakly_canonical(variable, failed);
  for (fs::path around = whole;; around = around.parent_path()) {
    // A file in a worktree or submodule.
    if (fs::exists(around / ".git", failed) || around == workspace) return whole.lexically_relative(around);
    if (around == around.root_path()) return whole;
  }
}

}  // namespace lockstep::cli
