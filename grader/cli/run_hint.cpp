#include "cli/run_hint.h"

#include <fmt/core.h>

#include "cli/hints.h"
#include "cli/record.h"
#include "manifest/labs.h"

namespace lockstep::cli {

void declare(Arguments& arguments, HintOptions& options) {
  arguments.positional("lab", options.lab, "The lab");
  arguments.flag("--again", options.again, "Start again with the first hint");
  arguments.example("./lab hint 01 --again");
}

Result<ExitStatus> run(const HintOptions& options, const CommandContext& here) {
  const auto dir = find_lab(here.kit.root, options.lab);
  if (!dir) return tl::unexpected(dir.error());
  const auto hints = read_hints(*dir);
  if (!hints) return tl::unexpected(hints.error());

  const std::string lab = dir->filename().string();
  std::size_t next = 0;
  const auto written = Record::update(here.kit.build_dir, lab, [&](LabRecord& state) {
    next = options.again ? 0 : static_cast<std::size_t>(std::max(state.hints, 0));
    if (next < hints->size()) state.hints = static_cast<int>(next) + 1;
  });
  if (!written) return tl::unexpected(written.error());
  if (next >= hints->size()) {
    fmt::print("{} has no more hints ({} shown). From the first one: ./lab hint {} --again\n", lab, hints->size(),
               options.lab);
    return kNoPointLost;
  }
  fmt::print("{}\nHint {} of {}. The next one: ./lab hint {}\n", (*hints)[next], next + 1, hints->size(), options.lab);
  return kNoPointLost;
}

}  // namespace lockstep::cli
