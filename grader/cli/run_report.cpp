#include "cli/run_report.h"

#include <fmt/core.h>

#include <system_error>

#include "cli/chosen_labs.h"
#include "cli/grade_page.h"
#include "cli/path_from_here.h"
#include "os/file.h"

namespace lockstep::cli {

void declare(Arguments& arguments, ReportOptions& options) {
  arguments.positional("lab", options.lab, "The lab: 01, 1, primes or 01-primes");
  arguments.option("--html", options.html, "Write the page to a file, or to standard output (-)");
  arguments.help(
      R"(Each grading of a lab leaves a page for a browser, which replaces the one before. This says where it is, or
writes it to a file of your own: one file that needs no other, to keep or to send.

Exit status: 0 there is a page; 2 wrong usage, or the lab was never graded; 3 the kit or the machine failed.)");
  arguments.example("./lab report 01 --html 01.html");
}

Result<ExitStatus> run(const ReportOptions& options, const CommandContext& here) {
  const auto labs = chosen_labs(here.kit.root, options.lab);
  if (!labs) return tl::unexpected(labs.error());
  const Manifest& manifest = labs->front();
  const std::filesystem::path kept = grade_page(here.kit.build_dir, manifest);
  std::error_code failed;
  if (!std::filesystem::exists(kept, failed)) {
    return input_error(fmt::format("{} has no page: it was not graded yet. Grade it first: ./lab grade {}",
                                   manifest.name, manifest.id));
  }
  if (!options.html) {
    fmt::print("{}\n", path_from_here(kept).string());
    return kNoPointLost;
  }
  const auto page = os::read_file(kept);
  if (!page) return tl::unexpected(page.error());
  if (*options.html == "-") {
    fmt::print("{}", *page);
    return kNoPointLost;
  }
  if (auto written = os::write_file(*options.html, *page); !written) return tl::unexpected(written.error());
  fmt::print("{}\n", options.html->string());
  return kNoPointLost;
}

}  // namespace lockstep::cli
