#include "cli/run_export.h"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "cli/chosen_labs.h"
#include "export/arrange.h"
#include "export/platforms.h"
#include "export/read_kit.h"
#include "export/write_package.h"

namespace lockstep::cli {
namespace {

std::vector<std::string> platform_names() {
  std::vector<std::string> names;
  for (const exported::Platform& each : exported::platforms()) names.emplace_back(each.name);
  return names;
}

std::string platforms_help() {
  std::string text = "What is made:\n\n";
  for (const exported::Platform& each : exported::platforms()) {
    text += fmt::format("  {:<13} {}\n", each.name, each.summary);
  }
  return text +
         "\nLabs are written as they were handed out, whatever was made of them here since. No\nsolution, mutant or "
         "attack is in it, and no history. How to hand out and to collect\nwith each: docs/platforms.md";
}

/// The labs that were named, each once, in their order.
Result<std::vector<Manifest>> named_labs(const ExportOptions& options, const CommandContext& here) {
  const HiddenChecks hidden = hidden_checks(options.hidden);
  if (!options.labs) return chosen_labs(here.kit.root, std::nullopt, hidden);
  std::vector<Manifest> all;
  std::string_view rest = *options.labs;
  while (!rest.empty()) {
    const std::string name(rest.substr(0, rest.find(',')));
    rest.remove_prefix(std::min(rest.size(), name.size() + 1));
    auto labs = chosen_labs(here.kit.root, name, hidden);
    if (!labs) return labs;
    all.push_back(std::move(labs->front()));
  }
  std::sort(all.begin(), all.end(), [](const Manifest& a, const Manifest& b) { return a.name < b.name; });
  all.erase(std::unique(all.begin(), all.end(), [](const Manifest& a, const Manifest& b) { return a.name == b.name; }),
            all.end());
  if (all.empty()) return input_error("--labs names no lab; for example: --labs 01,03");
  return all;
}

}  // namespace

void declare(Arguments& arguments, ExportOptions& options) {
  arguments.positional("platform", options.platform, "The platform", OneOf{platform_names()});
  arguments.positional("dir", options.dir, "Folder to make; it must not be there, or be empty");
  arguments.option("--labs", options.labs, "Labs, separated by commas: 01,03; default: all, where there can be many");
  arguments.flag("--hidden", options.hidden, "With the hidden checks, where no learner gets the files");
  arguments.help(platforms_help());
  arguments.example("./lab export classroom ~/assignment --labs 01,03");
  arguments.refuse([&options]() -> std::string {
    const exported::Platform* const platform = exported::find_platform(options.platform);
    if (options.hidden && platform != nullptr && platform->for_learners) {
      return fmt::format("learners get the files of {}, so hidden checks would not stay hidden: leave out --hidden",
                         options.platform);
    }
    if (platform != nullptr && !platform->many_labs && !options.labs) {
      return fmt::format("an assignment on {} is one lab: name it, for example --labs 01", options.platform);
    }
    return {};
  });
}

Result<ExitStatus> run(const ExportOptions& options, const CommandContext& here) {
  const exported::Platform& platform = *exported::find_platform(options.platform);
  const auto labs = named_labs(options, here);
  if (!labs) return tl::unexpected(labs.error());
  if (!platform.many_labs && labs->size() > 1) {
    return input_error(fmt::format("an assignment on {} is one lab; found {} after --labs. Make an export for each",
                                   platform.name, labs->size()));
  }
  const auto kit = exported::read_kit(here.kit.root, *labs, platform);
  if (!kit) return tl::unexpected(kit.error());
  const auto templates = exported::read_templates(here.kit.root, platform);
  if (!templates) return tl::unexpected(templates.error());
  const exported::Package package = exported::arrange(platform, *labs, *kit, *templates);
  if (auto written = exported::write_package(options.dir, package); !written) return tl::unexpected(written.error());
  std::string names;
  for (const Manifest& lab : *labs) names += (names.empty() ? "" : ", ") + lab.name;
  fmt::print("Made {} for {}: {} files; {}.\n\n{}\nMore: docs/platforms.md\n", options.dir.string(), platform.name,
             package.size(), names, platform.next);
  return kNoPointLost;
}

}  // namespace lockstep::cli
