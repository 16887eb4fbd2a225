#include "process/sandbox.h"

#include <fmt/core.h>

#include <array>
#include <cstdlib>

#include "os/file.h"
#include "os/temp_dir.h"
#include "process/find_program.h"
#include "process/run.h"

namespace lockstep::process {
namespace {

constexpr std::array kBestFirst{Rung::kBubblewrap, Rung::kLandlock, Rung::kNone};

/// Runs a program on that rung which tries to get out. \return why the rung cannot be used; empty when it can.
std::string why_not(Rung rung) {
  const auto outside = os::TempDir::make();
  if (!outside) return outside.error().message;
  const auto file = outside->path() / "secret";
  if (auto written = os::write_file(file, "secret"); !written) return written.error().message;
  const Sandbox sandbox{.rung = rung, .readable = {init_program()}, .hidden = {}, .writable = {}, .builds = false};
  Command command;
  command.argv = {init_program(), "--probe", file};
  const auto tried = run(command, Limits{}, sandbox);
  if (!tried) return tried.error().message;
  const auto* exited = std::get_if<Exited>(&tried->exit);
  if (exited != nullptr && exited->code == 0) return "";
  return fmt::format("the program that tried it {}: {}", describe(tried->exit), tried->errors);
}

Rung best_to_try() {
  const char* wanted = std::getenv("LOCKSTEP_SANDBOX");
  for (const Rung rung : kBestFirst) {
    if (wanted != nullptr && name(rung) == wanted) return rung;
  }
  return Rung::kBubblewrap;
}

}  // namespace

std::string_view name(Rung rung) {
  switch (rung) {
    case Rung::kBubblewrap:
      return "bubblewrap";
    case Rung::kLandlock:
      return "landlock";
    case Rung::kNone:
      break;
  }
  return "none";
}

Ladder find_rung() {
  Ladder ladder;
  const Rung best = best_to_try();
  for (const Rung rung : kBestFirst) {
    if (rung < best) {
      ladder.refused.push_back(fmt::format("{}: LOCKSTEP_SANDBOX={} asks not to try it", name(rung), name(best)));
      continue;
    }
    if (rung == Rung::kNone) break;
    const std::string why = why_not(rung);
    if (why.empty()) {
      ladder.rung = rung;
      return ladder;
    }
    ladder.refused.push_back(fmt::format("{}: {}", name(rung), why));
  }
  return ladder;
}

std::string missing(Rung rung) {
  switch (rung) {
    case Rung::kBubblewrap:
      return "";
    case Rung::kLandlock:
      return "The sandbox has no namespaces of its own (Landlock): a program sees the names of other processes, and "
             "its "
             "scratch folder lies on the disk.";
    case Rung::kNone:
      break;
  }
  return "THERE IS NO SANDBOX: a program under test can do all that you can: read and change your files, use the "
         "network, "
         "end your processes, and forge its result. Only its time, memory and output are limited. Grade your own code "
         "and nobody else's.";
}

}  // namespace lockstep::process
