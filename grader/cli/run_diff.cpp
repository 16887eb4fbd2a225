#include "cli/run_diff.h"

#include <fmt/core.h>
#include <unistd.h>

#include <filesystem>
#include <string_view>
#include <utility>

#include "build/tool.h"
#include "cli/chosen_labs.h"
#include "cli/terminal.h"
#include "os/file.h"
#include "os/temp_dir.h"
#include "text/console_text.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

Result<std::string> diff_of(const HandedOut& file, const std::string& dir, const fs::path& scratch,
                            std::stop_token stop) {
  const fs::path before = scratch / "before";
  const fs::path after = scratch / "after";
  if (auto written = os::write_file(before, file.original); !written) return tl::unexpected(written.error());
  if (auto written = os::write_file(after, file.now.value_or("")); !written) return tl::unexpected(written.error());
  const std::string name = (fs::path(dir) / file.name).string();
  const std::string new_name = file.now ? "b/" + name : "/dev/null";
  auto run = build::run_trusted({"diff", "-u", "--text", "--label", "a/" + name, "--label", new_name, before, after},
                                std::move(stop));
  if (!run) return tl::unexpected(run.error());
  const auto* exited = std::get_if<process::Exited>(&run->exit);
  const bool compared = exited != nullptr && exited->code <= 1;
  if (!compared) return machine_error(fmt::format("diff {}: {}", process::describe(run->exit), run->text));
  return std::move(run->text);
}

}  // namespace

void declare(Arguments& arguments, DiffOptions& options) {
  arguments.positional("lab", options.lab, "The lab");
  arguments.help(
      "It compares the files that you write, those of submit in lab.toml, with those in labs/NN-name/original. To "
      "begin "
      "anew: ./lab reset NN");
  arguments.example("./lab diff 01 > my.patch");
}

Result<std::string> unified_diff(const std::vector<HandedOut>& files, const std::string& dir, std::stop_token stop) {
  const auto scratch = os::TempDir::make();
  if (!scratch) return tl::unexpected(scratch.error());
  std::string all;
  for (const HandedOut& file : files) {
    if (!file.is_changed()) continue;
    auto text = diff_of(file, dir, scratch->path(), stop);
    if (!text) return text;
    all += *text;
  }
  return all;
}

std::string coloured_diff(const std::string& diff) {
  const std::string text = console_text(diff);
  std::string coloured;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line(text.data() + at, end - at);
    const char* const ink = line.starts_with("+++") || line.starts_with("---") ? "1"
                            : line.starts_with("@@")                           ? "36"
                            : line.starts_with("+")                            ? "32"
                            : line.starts_with("-")                            ? "31"
                                                                               : nullptr;
    coloured += ink == nullptr ? std::string(line) : fmt::format("\x1b[{}m{}\x1b[0m", ink, line);
    coloured += '\n';
    at = end + 1;
  }
  return coloured;
}

Result<ExitStatus> run(const DiffOptions& options, const CommandContext& here) {
  const auto labs = chosen_labs(here.kit.root, options.lab);
  if (!labs) return tl::unexpected(labs.error());
  const Manifest& manifest = labs->front();
  const auto files = handed_out(manifest);
  if (!files) return tl::unexpected(files.error());
  const auto diff = unified_diff(*files, (fs::path("labs") / manifest.name).string(), here.stop);
  if (!diff) return tl::unexpected(diff.error());
  if (diff->empty()) {
    fmt::print(stderr, "{} is as it was handed out.\n", manifest.name);
    return kNoPointLost;
  }
  const bool is_terminal = isatty(STDOUT_FILENO) == 1;
  // Into a file the diff goes as it is, so that it can be applied; a terminal is spared what a file's text may hold.
  fmt::print("{}", wants_colour(STDOUT_FILENO) ? coloured_diff(*diff) : is_terminal ? console_text(*diff) : *diff);
  return kNoPointLost;
}

}  // namespace lockstep::cli
