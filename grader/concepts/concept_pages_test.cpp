// The pages of docs/concepts against what the explorer says of their programs. LOCKSTEP_ACCEPT=1 writes what is made
// from that into the pages, and their pictures.

#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.h"
#include "cli/explored_report.h"
#include "cli/explored_text.h"
#include "cli/run_explore.h"
#include "lockstep/finding_kind.h"
#include "os/file.h"
#include "page/picture.h"
#include "page_blocks.h"
#include "process/run.h"
#include "report/findings.h"
#include "report/wrap.h"

namespace lockstep::concepts {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr std::string_view kPages = "docs/concepts";
constexpr std::string_view kPrograms = "docs/concepts/programs";
constexpr std::string_view kPictures = "docs/concepts/pictures";

bool accepts() { return std::getenv("LOCKSTEP_ACCEPT") != nullptr; }

std::vector<fs::path> files_in(std::string_view folder, std::string_view extension) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// Steps are the compiled code's: another compiler may make others of the same program. The pages are those of g++ 12;
/// elsewhere only what is found is compared.
constexpr bool kMadeThePages = std::string_view(LOCKSTEP_COMPILER) == "GNU 12";

/// As the file is, or as it becomes where changes are accepted.
void expect_file(const fs::path& path, const std::string& text) {
  if (!kMadeThePages) return;
  if (accepts()) {
    const auto saved = os::write_file(path, text);
    ASSERT_TRUE(saved) << saved.error().message;
  }
  EXPECT_EQ(os::read_file(path).value_or(""), text)
      << path << ": where the change is meant: LOCKSTEP_ACCEPT=1 " << LOCKSTEP_CONCEPT_PAGES_TEST;
}

/// What the command's program says when it explores itself, built as the corpus is.
std::optional<cli::ExploredReport> explored(const cli::ExploreOptions& options) {
  const process::Command command{.argv = {LOCKSTEP_EXPLORED},
                                 .environment =
                                     [&] {
                                       auto environment = cli::environment_of(
                                           options, 60s);  // until its schedules are run, on a slow machine too
                                       environment["LD_LIBRARY_PATH"] =
                                           (fs::path(LOCKSTEP_CONCEPTS_BUILT) / options.files.front().stem()).string();
                                       return environment;
                                     }(),
                                 .working_dir = fs::current_path(),
                                 .input = "",
                                 .channels = 1};
  const process::Sandbox open{.backend = process::SandboxBackend::kNone, .readable = {}, .hidden = {}, .writable = {}};
  const auto run = process::run(command, {.wall = 120s, .cpu = 120s}, open, {});
  if (!run) return std::nullopt;
  return cli::explored_report(run->channels[0]);
}

std::string fenced(std::string_view language, const std::string& text) {
  return "```" + std::string(language) + "\n" + text + "```\n";
}

/// As a terminal of a hundred columns folds what has no form of its own: messages, not the interleaving.
std::string folded(const std::string& text) {
  constexpr int kColumns = 100;
  constexpr std::size_t kLong = 120;  // no line of an interleaving is
  std::string lines;
  std::istringstream given(text);
  for (std::string line; std::getline(given, line);) {
    if (line.size() <= kLong) {
      lines += line + '\n';
    } else {
      for (const std::string& piece : report::wrap(line, kColumns)) lines += piece + '\n';
    }
  }
  return lines;
}

/// The seconds differ from run to run, and the racing places in a schedule, which are addresses of code, from build to
/// build.
std::string without_what_differs(const std::string& text) {
  const std::string timeless = std::regex_replace(text, std::regex(R"( \([0-9.]+ s\)\.\n)"), ".\n");
  return std::regex_replace(timeless, std::regex("(~[0-9a-f]+)+"), "~...");
}

class ConceptPagesTest : public testing::TestWithParam<fs::path> {
 protected:
  static void SetUpTestSuite() { fs::current_path(LOCKSTEP_SOURCE_DIR); }

  static cli::ExploreOptions options_of(const Block& block) {
    CLI::App app;
    cli::Arguments arguments(app);
    cli::ExploreOptions options;
    cli::declare(arguments, options);
    std::vector<std::string> words(block.command.rbegin(), block.command.rend());
    try {
      app.parse(words);
    } catch (const CLI::ParseError& error) {
      ADD_FAILURE() << block.head << ": " << error.what();
    }
    return options;
  }

  static void expect_as_the_page_says(const Block& block, const cli::ExploredReport& report) {
    if (block.expected == "nothing") {
      EXPECT_FALSE(report.finding) << block.head;
      EXPECT_EQ(report.ended, "exhausted") << block.head;
    } else {
      EXPECT_TRUE(finding_kind(block.expected)) << block.head << ": a kind of finding, or `nothing`";
      EXPECT_EQ(report.finding ? report.finding->kind : "nothing", block.expected) << block.head;
    }
  }

  static std::string picture_of(const cli::ExploredReport& report, const fs::path& program) {
    const auto kind = finding_kind(report.finding->kind);
    const std::string title(kind ? report::title(*kind) : "");
    const std::string name = program.stem().string() + ".svg";
    expect_file(fs::path(kPictures) / name, page::picture(title, report.finding->steps));
    return "\n![" + title + ": the interleaving as a diagram](pictures/" + name + ")\n";
  }

  static std::string filled(const Block& block) {
    const cli::ExploreOptions options = options_of(block);
    if (options.files.size() != 1) return {};
    const fs::path& program = options.files.front();
    const auto report = explored(options);
    if (!report) {
      ADD_FAILURE() << block.head << ": no report";
      return {};
    }
    expect_as_the_page_says(block, *report);
    std::string command = "$ ./lab explore";
    for (const std::string& word : block.command) command += " " + word;
    std::string text =
        fenced("cpp", os::read_file(program).value_or("")) + "\n" +
        fenced("text", command + "\n" + folded(without_what_differs(cli::explored_text(*report, options))));
    if (report->finding && !report->finding->steps.empty()) text += picture_of(*report, program);
    return text;
  }
};

TEST_P(ConceptPagesTest, ShowsWhatTheExplorerSays) {
  if (!std::string_view(LOCKSTEP_COMPILER).starts_with("GNU ")) {
    GTEST_SKIP() << "the pages show what g++ makes of their programs, and clang removes, for one, an allocation";
  }
  const auto text = os::read_file(GetParam());
  ASSERT_TRUE(text);
  const Page page = read_page(*text);
  ASSERT_EQ(page.mistake, "");
  std::vector<std::string> blocks;
  blocks.reserve(page.blocks.size());
  for (const Block& block : page.blocks) blocks.push_back(filled(block));
  expect_file(GetParam(), written(page, blocks));
}

std::vector<fs::path> pages() {
  fs::current_path(LOCKSTEP_SOURCE_DIR);
  return files_in(kPages, ".md");
}

INSTANTIATE_TEST_SUITE_P(Each, ConceptPagesTest, testing::ValuesIn(pages()), [](const auto& page) {
  return std::regex_replace(page.param.stem().string(), std::regex("[^A-Za-z0-9]"), "_");
});

class ConceptFilesTest : public testing::Test {
 protected:
  void SetUp() override {
    fs::current_path(LOCKSTEP_SOURCE_DIR);
    for (const fs::path& page : files_in(kPages, ".md")) text_ += os::read_file(page).value_or("");
  }
  [[nodiscard]] bool a_page_has(const std::string& words) const { return text_.find(words) != std::string::npos; }

 private:
  std::string text_;
};

TEST_F(ConceptFilesTest, EachProgramIsExploredOnAPage) {
  for (const fs::path& program : files_in(kPrograms, ".cpp")) {
    EXPECT_TRUE(a_page_has("<!-- ./lab explore " + program.string())) << program;
  }
}

TEST_F(ConceptFilesTest, EachPictureIsShownOnAPage) {
  for (const fs::path& picture : files_in(kPictures, ".svg")) {
    EXPECT_TRUE(a_page_has("(pictures/" + picture.filename().string() + ")")) << picture;
  }
}

TEST_F(ConceptFilesTest, TheListNamesEachPage) {
  const std::string list = os::read_file(fs::path(kPages) / "README.md").value_or("");
  for (const fs::path& page : files_in(kPages, ".md")) {
    if (page.filename() == "README.md") continue;
    EXPECT_NE(list.find("](" + page.filename().string() + ")"), std::string::npos) << page;
  }
}

}  // namespace
}  // namespace lockstep::concepts
