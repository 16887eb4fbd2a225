#include "cli/run_gradebook.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>
#include <set>
#include <system_error>
#include <vector>

#include "book/alike.h"
#include "book/book.h"
#include "book/csv.h"
#include "book/json.h"
#include "book/pages.h"
#include "book/terminal.h"
#include "cli/chosen_labs.h"
#include "cli/filled_sheet.h"
#include "cli/terminal.h"
#include "cli/write_or_print.h"
#include "manifest/original.h"
#include "os/file.h"

namespace lockstep::cli {
namespace {

std::string wrong_with(const GradebookOptions& options) {
  const bool fills = options.canvas || options.moodle;
  if (options.canvas && options.moodle) return "--canvas and --moodle: one sheet at a time";
  if (fills && !options.out) return "--canvas and --moodle need --out FILE, where the filled sheet goes";
  if (!fills && (options.out || options.column || options.key)) {
    return "--out, --column and --key are of the sheet that --canvas or --moodle names";
  }
  int on_standard_output = 0;
  for (const auto* file : {&options.csv, &options.attempts, &options.json})
    on_standard_output += *file && **file == "-" ? 1 : 0;
  if (on_standard_output > 1) return "only one of the outputs can go to standard output (-)";
  return {};
}

Result<book::Book> read_book(const GradebookOptions& options, const CommandContext& here,
                             const std::vector<Manifest>& labs) {
  std::error_code failed;
  if (!std::filesystem::is_regular_file(options.file, failed)) {
    return input_error(fmt::format("{}: no such gradebook. ./lab class makes one", options.file.string()));
  }
  std::map<std::string, book::LabTexts> texts;
  for (const Manifest& manifest : labs) {
    book::LabTexts& lab = texts[manifest.name];
    lab.title = manifest.title;
    for (const Check& check : manifest.checks) lab.checks.emplace(check.id, check.title);
  }
  std::string only;
  if (options.lab) {
    const auto chosen = chosen_labs(here.kit.root, options.lab);
    if (!chosen) return tl::unexpected(chosen.error());
    only = chosen->front().name;
  }
  const auto file = gradebook::Gradebook::read_only(options.file);
  if (!file) return tl::unexpected(file.error());
  auto records = book::read_records(*file, only);
  if (!records) return tl::unexpected(records.error());
  course::Course course;
  if (options.course) {
    std::set<std::string> names;
    for (const auto& [name, lab] : texts) names.insert(name);
    for (const auto& attempt : records->attempts) names.insert(attempt.lab);
    auto read = course::read_course(*options.course, std::vector(names.begin(), names.end()));
    if (!read) return tl::unexpected(read.error());
    course = std::move(*read);
  }
  return book::make_book(std::move(*records), std::move(course), texts);
}

/// The pairs that are alike, apart from what each lab hands out.
Result<book::AllAlike> find_alike(const book::Book& book, const std::vector<Manifest>& labs) {
  std::map<std::string, similarity::Files> skeletons;
  for (const Manifest& manifest : labs) {
    const bool is_there = std::any_of(book.labs.begin(), book.labs.end(),
                                      [&](const book::Lab& lab) { return lab.name == manifest.name; });
    if (!is_there) continue;
    for (const std::string& file : manifest.submit) {
      const auto original = manifest.dir / kOriginal / file;
      auto text = os::read_file(original);
      if (!text) return tl::unexpected(text.error());
      skeletons[manifest.name].emplace(file, std::move(*text));
    }
  }
  return book::find_alike(book, skeletons, {});
}

/// Writes a text to a file or, for "-", to standard output. \return what to say of it
Result<std::string> write_output(const std::filesystem::path& file, const std::string& text) {
  if (auto written = write_or_print(file, text); !written) return tl::unexpected(written.error());
  return file == "-" ? "" : file.string() + "\n";
}

struct Output {
  const std::optional<std::filesystem::path>& file;
  std::function<std::string()> text;
};

Result<std::string> write_outputs(const book::Book& book, const book::AllAlike& alike,
                                  const GradebookOptions& options) {
  std::string said;
  for (const Output& output : {Output{options.csv, [&] { return book::marks_csv(book); }},
                               Output{options.attempts, [&] { return book::attempts_csv(book); }},
                               Output{options.json, [&] { return book::json(book, alike); }}}) {
    if (!output.file) continue;
    auto written = write_output(*output.file, output.text());
    if (!written) return written;
    said += *written;
  }
  if (options.html) {
    auto written = book::write_pages(book, alike, [&](const std::string& name, const std::string& html) {
      return os::write_file(*options.html / name, html);
    });
    if (!written) return tl::unexpected(written.error());
    said += (*options.html / "index.html").string() + "\n";
  }
  if (options.canvas || options.moodle) {
    auto filled = fill_sheet(book, {.platform = options.canvas ? Platform::kCanvas : Platform::kMoodle,
                                    .sheet = options.canvas ? *options.canvas : *options.moodle,
                                    .out = *options.out,
                                    .column = options.column.value_or(""),
                                    .key = options.key.value_or("")});
    if (!filled) return filled;
    said += *filled;
  }
  return said;
}

bool asks_for_outputs(const GradebookOptions& options) {
  return options.csv || options.attempts || options.json || options.html || options.canvas || options.moodle;
}

/// A file or a pipe gets the reasons whole.
int table_width() {
  constexpr int kWide = 200;
  return isatty(STDOUT_FILENO) == 1 ? terminal_width(STDOUT_FILENO) : kWide;
}

std::string next_steps(const GradebookOptions& options) {
  std::string text;
  if (!options.course) text += "Due times and late days: --course course.toml (docs/marks.md).\n";
  return text + "For a browser: --html DIR; for a spreadsheet: --csv FILE; for Canvas or Moodle: docs/sheets.md.\n";
}

}  // namespace

void declare(Arguments& arguments, GradebookOptions& options) {
  arguments.positional("file", options.file, "The gradebook that ./lab class wrote");
  arguments.option("--lab", options.lab, "Only this lab");
  arguments.option("--course", options.course, "Due times, late days, which attempt counts (docs/marks.md)");
  arguments.option("--csv", options.csv, "Write the marks: a row a learner, a column a lab; - is standard output");
  arguments.option("--attempts", options.attempts, "Write every attempt as CSV; - is standard output");
  arguments.option("--json", options.json, "Write all of it as lockstep.gradebook/1; - is standard output");
  arguments.option("--html", options.html, "Write pages for a browser into a folder; begin with its index.html");
  arguments.option("--canvas", options.canvas, "Fill the gradebook that Canvas exported", ExistingFile{});
  arguments.option("--moodle", options.moodle, "Fill the grading worksheet that Moodle exported", ExistingFile{});
  arguments.option("--out", options.out, "Where the filled sheet goes");
  arguments.option("--column", options.column, "The title of the lab's column in that sheet");
  arguments.option("--key", options.key, "The title of its column with the learners' names as the gradebook has them");
  arguments.refuse([&options] { return wrong_with(options); });
  arguments.help(
      R"(Without an option for an output it shows a table: for each learner and lab the attempts, the points of the one that
counts, the mark and why. The gradebook is only read; ./lab class writes it.

A sheet of Canvas or Moodle comes back byte for byte but for the marks. A learner is filled in where the sheet has just
that name, and learners that are on one side only are listed.

Exit status: 0 done; 2 wrong usage, or a file that cannot be used; 3 the kit or the machine failed.)");
  arguments.example("./lab gradebook course.sqlite --course course.toml --csv marks.csv");
  arguments.example(
      "./lab gradebook course.sqlite --lab 03 --canvas export.csv --column \"Locks (4711)\" --out filled.csv");
}

Result<ExitStatus> run(const GradebookOptions& options, const CommandContext& here) {
  const auto labs = chosen_labs(here.kit.root, std::nullopt);
  if (!labs) return tl::unexpected(labs.error());
  const auto book = read_book(options, here, *labs);
  if (!book) return tl::unexpected(book.error());
  const bool is_compared = !asks_for_outputs(options) || options.json || options.html;
  const auto alike = is_compared ? find_alike(*book, *labs) : book::AllAlike{};
  if (!alike) return tl::unexpected(alike.error());
  if (!asks_for_outputs(options)) {
    if (book->learners.empty()) {
      fmt::print("No submission yet. ./lab class adds them.\n");
      return kNoPointLost;
    }
    fmt::print("{}{}", book::terminal_text(*book, *alike, table_width()), next_steps(options));
    return kNoPointLost;
  }
  const auto said = write_outputs(*book, *alike, options);
  if (!said) return tl::unexpected(said.error());
  const bool is_taken = options.csv == "-" || options.attempts == "-" || options.json == "-";
  fmt::print(is_taken ? stderr : stdout, "{}", *said);
  return kNoPointLost;
}

}  // namespace lockstep::cli
