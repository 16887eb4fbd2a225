// ./lab plot, as a person uses it.

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/end_to_end.h"
#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

/// A lab's description with only its first and its last check, which judge least and measure the speedup.
std::string shortened(const std::string& manifest) {
  const auto second = manifest.find("[[check]]", manifest.find("[[check]]") + 1);
  std::string text = manifest.substr(0, second) + manifest.substr(manifest.rfind("[[check]]"));
  const std::string all = "points = 100";
  return text.replace(text.find(all), all.size(), "points = 15");
}

/// The kit holds the lab of the primes too, which has a speedup check; the tiny one has none.
class PlotCommandTest : public EndToEnd {
 protected:
  static void SetUpTestSuite() {
    EndToEnd::SetUpTestSuite();
    TearDownTestSuite();
    for (const char* folder : {"labs", "solutions"}) {
      fs::create_directories(root() / folder);
      fs::copy(fs::path(LOCKSTEP_SOURCE_DIR) / folder / "01-primes", root() / folder / "02-primes",
               fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    }
    const fs::path manifest = root() / "labs/02-primes/lab.toml";
    ASSERT_TRUE(os::write_file(manifest, shortened(os::read_file(manifest).value())));
  }
  static void TearDownTestSuite() {
    for (const char* folder : {"labs", "solutions"}) fs::remove_all(root() / folder / "02-primes");
  }

  static std::string written(const char* file) {
    const auto text = os::read_file(plots() / file);
    EXPECT_TRUE(text) << (text ? "" : text.error().message);
    return text.value_or("");
  }

  static fs::path plots() { return root() / "build/plots/02-primes"; }

  os::TempDir out_ = os::TempDir::make().value();
};

TEST_F(PlotCommandTest, RefusesALabWithoutASpeedupCheckAndNamesThoseThatHaveOne) {
  run_ = lab({"plot", "01", "--out", out_.path()});
  EXPECT_EQ(status(run_), 2);
  EXPECT_NE(run_.errors.find("02-primes"), std::string::npos) << run_.errors;
  EXPECT_TRUE(fs::is_empty(out_.path()));
}

TEST_F(PlotCommandTest, WritesNothingWhereTheSubmissionFailsAndSaysWhatItDid) {
  run_ = lab({"plot", "02", "--out", out_.path()});
  EXPECT_EQ(status(run_), 1) << run_.errors;
  EXPECT_NE(run_.output.find("is not written yet"), std::string::npos) << run_.output;
  EXPECT_TRUE(fs::is_empty(out_.path()));
}

TEST_F(PlotCommandTest, WritesThePageTheCurveAndEachFunctionsTimelineAndTrace) {
  fs::remove_all(plots());
  run_ = lab({"plot", "02", "--solutions", "--workers", "3"});
  ASSERT_EQ(status(run_), 0) << run_.output << run_.errors;
  EXPECT_NE(run_.output.find("find_with_futures\n  cores  predicted  measured"), std::string::npos) << run_.output;
  EXPECT_NE(run_.output.find("build/plots/02-primes/02-primes-speedup.svg\n"), std::string::npos) << run_.output;
  for (const auto& entry : fs::directory_iterator(root())) {
    EXPECT_EQ(entry.path().filename().string().find("02-primes"), std::string::npos) << "in the current folder";
  }
  EXPECT_NE(written("02-primes-speedup.svg").find(">find_with_threads</text>"), std::string::npos);
  EXPECT_NE(written("02-primes-timeline-find_with_threads.svg").find(">thread 3</text>"), std::string::npos);
  const std::string page = written("02-primes-plot.html");
  EXPECT_NE(page.find("<pre>find_with_futures\n  cores  predicted  measured"), std::string::npos)
      << page.substr(0, 2000);
  EXPECT_NE(page.find("%3Ethread 3%3C/text%3E"), std::string::npos) << "the timeline";
  const auto trace = nlohmann::json::parse(written("02-primes-trace-find_with_threads.json"), nullptr, false);
  EXPECT_GT(trace["traceEvents"].size(), 8U);
}

TEST_F(PlotCommandTest, DrawsWhatALabCompares) {
  const fs::path dir = root() / "labs/03-compared";
  fs::copy(test_data() / "tiny-lab", dir, fs::copy_options::recursive);
  const auto append = [&](const char* file, const std::string& text) {
    ASSERT_TRUE(os::write_file(dir / file, os::read_file(dir / file).value() + text));
  };
  append("CMakeLists.txt", "lockstep_program(tiny_bench bench.cpp BENCHMARK)\n");
  append("lab.toml", R"([comparison]
program = "tiny_bench"
[[comparison.panel]]
title = "What comes next"
counters = ["next"]
)");
  ASSERT_TRUE(os::write_file(dir / "bench.cpp", R"(#include <benchmark/benchmark.h>
#include "tiny.h"
void after(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(state.range(0));
  state.counters["next"] = next(static_cast<int>(state.range(0)));
}
BENCHMARK(after)->Arg(41)->Iterations(1);
BENCHMARK_MAIN();
)"));
  ASSERT_TRUE(os::write_file(dir / "tiny.cpp",
                             "#include \"tiny.h\"\nint next(int n) { return n + 1; }\n"
                             "int answer() { return 42; }\n"));
  run_ = lab({"plot", "03", "--out", out_.path()});
  ASSERT_EQ(status(run_), 0) << run_.output << run_.errors;
  EXPECT_NE(run_.output.find("What comes next\n  after/41  42\n"), std::string::npos) << run_.output;
  EXPECT_NE(os::read_file(out_.path() / "03-compared-comparison.svg").value_or("").find(">after/41</text>"),
            std::string::npos);
  EXPECT_NE(os::read_file(out_.path() / "03-compared-plot.html").value_or("").find("<pre>What comes next"),
            std::string::npos);

  append("tiny.cpp", "static int early = std::puts(\"hello\");\n");
  ASSERT_TRUE(os::write_file(dir / "tiny.cpp", "#include <cstdio>\n" + os::read_file(dir / "tiny.cpp").value()));
  fs::remove_all(out_.path() / "03-compared-plot.html");
  run_ = lab({"plot", "03", "--out", out_.path()});
  EXPECT_EQ(status(run_), 1) << run_.errors;
  EXPECT_NE(run_.output.find("tiny_bench did not print what a benchmark prints"), std::string::npos) << run_.output;
  EXPECT_FALSE(fs::exists(out_.path() / "03-compared-plot.html"));
  fs::remove_all(dir);
}

TEST_F(PlotCommandTest, ShowsWhatALabsProgramDraws) {
  const fs::path dir = root() / "labs/03-drawn";
  fs::copy(test_data() / "tiny-lab", dir, fs::copy_options::recursive);
  const auto append = [&](const char* file, const std::string& text) {
    ASSERT_TRUE(os::write_file(dir / file, os::read_file(dir / file).value() + text));
  };
  append("CMakeLists.txt", "lockstep_program(tiny_pictures pictures.cpp)\n");
  append("lab.toml", R"([pictures]
program = "tiny_pictures"
[[pictures.picture]]
title = "What comes next, as pixels"
file = "next.pgm"
[[pictures.picture]]
title = "What comes next, over time"
file = "over-time.csv"
)");
  ASSERT_TRUE(os::write_file(dir / "pictures.cpp", R"(#include <fstream>
#include "tiny.h"
int main() {
  std::ofstream("next.pgm") << "P2 2 1 255 " << next(6) << ' ' << next(41) << '\n';
  std::ofstream("over-time.csv") << "seconds,next\n0," << next(6) << "\n1," << next(41) << '\n';
}
)"));
  const auto submit = [&](const char* next) {
    ASSERT_TRUE(os::write_file(dir / "tiny.cpp", std::string("#include \"tiny.h\"\nint next(int n) { return ") + next +
                                                     "; }\nint answer() { return 42; }\n"));
  };
  submit("n + 1");
  run_ = lab({"plot", "03", "--out", out_.path()});
  ASSERT_EQ(status(run_), 0) << run_.output << run_.errors;
  EXPECT_NE(run_.output.find("What comes next, as pixels: 2 x 1 pixels, grey from 7 to 42\n"), std::string::npos)
      << run_.output;
  EXPECT_NE(run_.output.find("next: 7 at first, 42 at most (seconds 1), 42 at last\n"), std::string::npos)
      << run_.output;
  EXPECT_TRUE(os::read_file(out_.path() / "03-drawn-next.png").value_or("").starts_with("\x89PNG"));
  EXPECT_NE(os::read_file(out_.path() / "03-drawn-over-time.svg").value_or("").find(">next</text>"), std::string::npos);
  run_ = lab({"grade", "03"});
  EXPECT_NE(os::read_file(root() / "build/reports/03-drawn.html")
                .value_or("")
                .find("alt=\"What comes next, as pixels, drawn."),
            std::string::npos)
      << run_.output << run_.errors;

  submit("n + 1000");
  run_ = lab({"plot", "03", "--out", out_.path()});
  EXPECT_EQ(status(run_), 1) << run_.errors;
  EXPECT_NE(run_.output.find("tiny_pictures wrote a next.pgm that ends before its 2 x 1 pixels."), std::string::npos)
      << run_.output;
  fs::remove_all(dir);
}

TEST_F(PlotCommandTest, ThePageOfTheNextGradingOfTheSameFilesHasThePictures) {
  fs::remove_all(plots().parent_path());
  const fs::path page = root() / "build/reports/02-primes.html";
  run_ = lab({"grade", "02", "--solutions"});
  ASSERT_NE(os::read_file(page).value_or("").find("<code>./lab plot 02 --from solutions/02-primes</code>"),
            std::string::npos)
      << run_.output << run_.errors;
  ASSERT_EQ(status(lab({"plot", "02", "--from", root() / "solutions/02-primes"})), 0);
  run_ = lab({"grade", "02", "--solutions"});
  const std::string html = os::read_file(page).value_or("");
  EXPECT_NE(html.find("alt=\"find_with_threads, drawn."), std::string::npos) << run_.output << run_.errors;
  run_ = lab({"grade", "02"});
  EXPECT_EQ(os::read_file(page).value_or("").find("alt=\"find_with_threads"), std::string::npos) << "other files";
}

}  // namespace
}  // namespace lockstep::cli
