// Writes the pages of the sample reports, of the sample class and of a sample plot, alone and in a report, into a
// folder, for a browser: page_samples DIR

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <utility>
#include <vector>

#include "book/pages.h"
#include "book/sample_class.h"
#include "os/file.h"
#include "os/temp_dir.h"
#include "plot/curve_svg.h"
#include "plot/page.h"
#include "plot/samples.h"
#include "plot/table.h"
#include "plot/timeline_svg.h"
#include "report/html.h"
#include "report/sample_reports.h"

namespace {

/// All of the class but the reports of attempts, which are as those above.
bool write_class(const std::filesystem::path& folder) {
  using namespace lockstep;
  const auto scratch = os::TempDir::make();
  if (!scratch) return false;
  auto records = book::read_records(book::sample_class(scratch->path() / "class.db"), "");
  if (!records) return false;
  const book::Book sample = book::make_book(std::move(*records), {}, {});
  const auto take = [&](const std::string& name, const std::string& html) -> Result<void> {
    if (name.find("attempt") != std::string::npos) return {};
    return os::write_file(folder / name, html);
  };
  return book::write_pages(sample, book::find_alike(sample, {}, {}), take).has_value();
}

/// As ./lab plot writes it, and in the page of a grading.
bool write_plot(const std::filesystem::path& folder) {
  using namespace lockstep;
  const std::vector<plot::Curve> curves{
      plot::curve("find_with_threads", {{1, {0.97, 0.99, 1.0}}, {2, {1.7, 1.82, 1.9}}}, plot::predictions(0.005))};
  const std::vector<page::Drawn> sections{
      {"Speedup", "", plot::curve_svg("01-primes: speedup", curves)},
      {"find_with_threads", plot::table(curves[0]), plot::timeline_svg("find_with_threads", plot::convoy())}};
  report::GradeReport report = report::all_points();
  report.drawn = sections;
  return os::write_file(folder / "plot.html", plot::page("01-primes: speedup", sections)).has_value() &&
         os::write_file(folder / "drawn-in-a-report.html", report::html(report)).has_value();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: page_samples DIR\n", stderr);
    return 2;
  }
  for (const auto& [name, report] : lockstep::report::samples()) {
    std::ofstream file(std::filesystem::path(argv[1]) / (name + ".html"), std::ios::binary);
    file << lockstep::report::html(report);
    if (!file.flush()) return 1;
  }
  return write_class(argv[1]) && write_plot(argv[1]) ? 0 : 1;
}
