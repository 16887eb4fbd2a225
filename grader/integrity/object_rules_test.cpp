// What is compiled here are the files of testdata: each attack alone, the honest ones of a compiler and flavour as one.

#include "integrity/object_rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include "integrity/compile_fixture.h"
#include "integrity/flavour_text.h"
#include "integrity/text_rules.h"
#include "integrity/uninstrumented.h"
#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::integrity {
namespace {

namespace fs = std::filesystem;

const fs::path kTestData = fs::path(LOCKSTEP_SOURCE_DIR) / "grader/integrity/testdata";

std::vector<fs::path> files_of(const std::string& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(kTestData / folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

struct Flavour {
  std::string name;
  std::string options;
};

const std::vector<Flavour> kFlavours{
    {"release", "-O2 -g1"}, {"tsan", "-O1 -g1 -fsanitize=thread"}, {"asan", "-O1 -g1 -fsanitize=address,undefined"}};

/// Compiles as the kit does, and reads the object.
class Compiled {
 public:
  Compiled(const std::string& compiler, const Flavour& flavour, const fs::path& source) : flavour_(flavour) {
    compile(compiler, flavour.options, source, dir_.path() / "a.o");
  }

  /// \param kit  folder of a kit's objects
  /// \param imports  that the lab needs
  [[nodiscard]] std::vector<Suspicion> suspicions(const fs::path& kit = "",
                                                  const std::vector<std::string>& imports = {}) const {
    const auto object = read_object(dir_.path() / "a.o");
    EXPECT_TRUE(object) << (object ? "" : object.error().message);
    const Origin origin{.is_learners =
                            [](std::string_view path) {
                              return path.starts_with(kTestData.string()) || path.ends_with("/call.cpp") ||
                                     path.ends_with("/kit.cpp");
                            },
                        .learners = true,
                        .instrumented = flavour_.name != "release",
                        .imports = imports};
    return object ? suspicions_in(*object, origin, TakenNames(kit)) : std::vector<Suspicion>{};
  }

  [[nodiscard]] const fs::path& dir() const { return dir_.path(); }

 private:
  os::TempDir dir_ = os::TempDir::make().value();
  Flavour flavour_;
};

std::string list(const std::vector<Suspicion>& suspicions) {
  std::string text;
  for (const Suspicion& each : suspicions) {
    text += (each.severity == Severity::kProven ? "proven " : "review ") + each.symbol + " at " + each.file + ":" +
            std::to_string(each.line) + ": " + each.message + "\n";
  }
  return text;
}

/// `// expect: proven write` at the head of an attack: severity, symbol.
struct Expectation {
  Severity severity{};
  std::string symbol;
};

std::vector<Expectation> expectations_of(const fs::path& attack) {
  std::vector<Expectation> all;
  std::ifstream text(attack);
  for (std::string line; std::getline(text, line) && line.starts_with("//");) {
    const auto words = words_of(line);
    if (words.size() < 4 || words[1] != "expect:") continue;
    all.push_back({.severity = words[2] == "proven" ? Severity::kProven : Severity::kReview, .symbol = words[3]});
  }
  return all;
}

/// The lines that end in `// here`, one of which must be named; any will do where there are none.
std::set<int> lines_of(const fs::path& attack) {
  std::set<int> lines;
  std::ifstream text(attack);
  int number = 0;
  for (std::string line; std::getline(text, line);) {
    ++number;
    if (line.ends_with("// here")) lines.insert(number);
  }
  return lines;
}

bool is_for(const fs::path& attack, const std::string& compiler) {
  const std::string text = os::read_file(attack).value();
  const auto only = text.find("// only: ");
  return only == std::string::npos || text.compare(only + 9, compiler.size(), compiler) == 0;
}

class Compilers : public testing::TestWithParam<std::string> {};

TEST_P(Compilers, EachAttackIsFoundWithItsSymbolAndLine) {
  for (const fs::path& attack : files_of("attacks")) {
    if (!is_for(attack, GetParam())) continue;
    SCOPED_TRACE(attack.filename());
    const auto found = Compiled(GetParam(), kFlavours.front(), attack).suspicions();
    const auto expected = expectations_of(attack);
    const auto lines = lines_of(attack);
    EXPECT_FALSE(expected.empty());
    for (const Expectation& each : expected) {
      EXPECT_TRUE(std::any_of(found.begin(), found.end(),
                              [&](const Suspicion& suspicion) {
                                return suspicion.severity == each.severity && suspicion.symbol == each.symbol &&
                                       (lines.empty() || lines.contains(suspicion.line));
                              }))
          << each.symbol << " in\n"
          << list(found);
    }
  }
}

TEST_P(Compilers, WhatALabNeedsIsNoSuspicion) {
  const Compiled forks(GetParam(), kFlavours.front(), kTestData / "attacks/starts_a_process.cpp");
  EXPECT_EQ(list(forks.suspicions("", {"waitpid", "fork"})), "");
  EXPECT_NE(list(forks.suspicions("", {"waitpid", "vfork"})), "");
}

TEST_P(Compilers, TheHarnessIsNotTheSubmissions) {
  const os::TempDir dir = os::TempDir::make().value();
  ASSERT_TRUE(os::write_file(dir.path() / "kit.cpp", "namespace lockstep { void send(); void send() {} }"));
  const Compiled kit(GetParam(), kFlavours.front(), dir.path() / "kit.cpp");
  ASSERT_TRUE(os::write_file(dir.path() / "call.cpp",
                             "namespace lockstep { void send(); }\nvoid f() { lockstep::send(); lockstep::send(); }"));
  const auto used = Compiled(GetParam(), kFlavours.front(), dir.path() / "call.cpp").suspicions(kit.dir());
  EXPECT_NE(list(used).find("Uses the test harness"), std::string::npos) << list(used);
  const auto defined = kit.suspicions(kit.dir());
  EXPECT_NE(list(defined).find("a function of the test harness"), std::string::npos) << list(defined);
}

INSTANTIATE_TEST_SUITE_P(, Compilers, testing::Values("g++", "clang++"),
                         [](const auto& each) { return each.param == "g++" ? "gcc" : "clang"; });

std::string all_honest() {
  std::string all;
  for (const fs::path& file : files_of("honest")) all += "#include \"" + file.string() + "\"\n";
  return all;
}

/// A compiler, and the number of a flavour.
class Builds : public testing::TestWithParam<std::tuple<std::string, std::size_t>> {};

TEST_P(Builds, HonestOdditiesRaiseNoSuspicion) {
  const auto& [compiler, flavour] = GetParam();
  const os::TempDir dir = os::TempDir::make().value();
  const auto files = files_of("honest");
  EXPECT_GE(files.size(), 50U);
  ASSERT_TRUE(os::write_file(dir.path() / "all.cpp", all_honest()));
  const Compiled all(compiler, kFlavours.at(flavour), dir.path() / "all.cpp");
  EXPECT_EQ(list(all.suspicions()), "");
  if (kFlavours.at(flavour).name != "tsan") return;
  const Compiled plain(compiler, kFlavours.front(), dir.path() / "all.cpp");
  EXPECT_EQ(list(uninstrumented(all.dir() / "a.o", std::array{plain.dir() / "a.o"},
                                [](std::string_view path) { return path.starts_with(kTestData.string()); })),
            "");
}

/// What cleans up after an exception has no line of its own; clang leaves it with that of the header before.
TEST_P(Compilers, TestsThatUseASubmittedHeaderRaiseNoSuspicion) {
  const fs::path root(LOCKSTEP_SOURCE_DIR);
  const std::string header = (root / "solutions/04-queues/bounded_queue.h").string();
  Flavour with_headers = kFlavours.at(1);
  for (const char* folder : {"solutions/04-queues", "labs/04-queues", "grader/kit"}) {
    with_headers.options += " -I" + (root / folder).string();
  }
  const Compiled tests(GetParam(), with_headers, root / "labs/04-queues/tests/queue_test.cpp");
  const auto object = read_object(tests.dir() / "a.o");
  ASSERT_TRUE(object) << object.error().message;
  const Origin origin{.is_learners = [&](std::string_view path) { return path == header; },
                      .learners = false,
                      .instrumented = true,
                      .imports = {}};
  EXPECT_EQ(list(suspicions_in(*object, origin, TakenNames(""))), "");
}

TEST_P(Compilers, HonestOdditiesAreOneTextInEveryFlavour) {
  const os::TempDir dir = os::TempDir::make().value();
  ASSERT_TRUE(os::write_file(dir.path() / "all.cpp", all_honest()));
  const std::map<build::Flavour, std::string> flavours{{build::Flavour::kRelease, "-O2"},
                                                       {build::Flavour::kTsan, "-O1 -fsanitize=thread"},
                                                       {build::Flavour::kAsan, "-O0 -fsanitize=address,undefined"}};
  std::map<build::Flavour, std::vector<TextLine>> texts;
  for (const auto& [flavour, options] : flavours) {
    std::string arguments = options;
    arguments += " -E -D__TIME__=\"\" -D__DATE__=\"\" -D__TIMESTAMP__=\"\"";
    compile(GetParam(), arguments, dir.path() / "all.cpp", dir.path() / "text");
    const std::string text = os::read_file(dir.path() / "text").value();
    texts[flavour] = learners_lines(text, [](std::string_view path) { return path.starts_with(kTestData.string()); });
    EXPECT_GT(texts[flavour].size(), 500U);
    EXPECT_EQ(list(suspicions_after_macros(texts[flavour])), "");
  }
  EXPECT_EQ(list(differences(texts)), "");
}

INSTANTIATE_TEST_SUITE_P(, Builds,
                         testing::Combine(testing::Values("g++", "clang++"), testing::Range<std::size_t>(0, 3)),
                         [](const auto& each) {
                           return std::string(std::get<0>(each.param) == "g++" ? "gcc_" : "clang_") +
                                  kFlavours.at(std::get<1>(each.param)).name;
                         });

TEST(HonestTest, OdditiesRaiseNoSuspicionByTheirText) {
  for (const fs::path& file : files_of("honest")) {
    EXPECT_EQ(list(suspicions_in_text(file, os::read_file(file).value(), {})), "");
  }
}

TEST(ObjectTest, AnythingElseIsNoObject) {
  const os::TempDir dir = os::TempDir::make().value();
  ASSERT_TRUE(os::write_file(dir.path() / "a.o", "\177ELF\2\1\1 and no more"));
  EXPECT_FALSE(read_object(dir.path() / "a.o"));
  EXPECT_FALSE(read_object(dir.path() / "none.o"));
  EXPECT_FALSE(read_object("/bin/true")) << "a program";
}

}  // namespace
}  // namespace lockstep::integrity
