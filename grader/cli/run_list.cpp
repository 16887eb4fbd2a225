#include "cli/run_list.h"

#include <fmt/core.h>

#include <optional>
#include <string>
#include <string_view>

#include "cli/chosen_labs.h"
#include "cli/compile_commands.h"
#include "cli/record.h"

namespace lockstep::cli {
namespace {

std::string points_text(const LabRecord& state, int max_points) {
  if (!state.points) return fmt::format("  –/{}", max_points);
  return fmt::format("{:>3.4g}/{}", *state.points, state.max_points);
}

}  // namespace

void declare(Arguments&, ListOptions&) {}

Result<ExitStatus> run(const ListOptions&, const CommandContext& here) {
  const auto labs = chosen_labs(here.kit.root, std::nullopt);
  if (!labs) return tl::unexpected(labs.error());
  leave_compile_commands(here.kit);
  const Record record = Record::read(here.kit.build_dir);

  const Manifest* next = nullptr;
  fmt::print("Labs\n\n");
  for (const Manifest& manifest : *labs) {
    const LabRecord state = record.of(manifest.name);
    fmt::print("  {}  {:<48} {:>8}  {:>4} min\n", manifest.id, manifest.title, points_text(state, manifest.points),
               manifest.minutes);
    const bool finished = state.points && *state.points >= state.max_points;
    if (!finished && next == nullptr) next = &manifest;
  }
  if (next == nullptr) {
    fmt::print("\nAll done: every lab has all its points.\n");
    return kNoPointLost;
  }
  const bool begun = record.of(next->name).points.has_value();
  fmt::print("\n{} {}\n", begun ? "Go on with lab" : "Start with lab", next->id);
  fmt::print("  read      labs/{}/README.md\n", next->name);
  std::string_view verb = "edit";
  for (const auto& file : next->submit) {
    fmt::print("  {:<9} labs/{}/{}\n", verb, next->name, file);
    verb = "";
  }
  fmt::print(
      "  try       ./lab test {0}, or at each save: ./lab watch {0}\n  stuck?    ./lab hint {0}\n  sure?     ./lab "
      "quiz {0}\n  finished? ./lab grade {0}\n",
      next->id);
  return kNoPointLost;
}

}  // namespace lockstep::cli
