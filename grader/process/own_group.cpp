#include "os/control_groups.h"
#include "process/control_group.h"

namespace lockstep::process {

namespace fs = std::filesystem;

std::optional<fs::path> own_group(std::string_view controller, const fs::path& proc_self) {
  const auto groups = os::mounted_groups(controller, proc_self);
  if (groups.empty()) return std::nullopt;
  const auto& [mount_point, below] = groups.front();
  return below == "." ? mount_point : mount_point / below;
}

}  // namespace lockstep::process
