#include "checks/sanitizer/sanitizer_report.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace lockstep::checks {
namespace {

std::optional<SanitizerReport> read_sanitizer_report(std::string_view text) {
  const auto reports = read_sanitizer_reports(text);
  return reports.empty() ? std::nullopt : std::optional(reports.front());
}

constexpr std::string_view kRace = R"(==================
WARNING: ThreadSanitizer: data race (pid=2)
  Write of size 8 at 0x7b0400000010 by thread T2:
    #0 std::vector<int>::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:1287 (t+0x12)
    #1 find(int)::{lambda()#1}::operator()() const /b/src/concurrent.cpp:41 (t+0x1a2b)

  Previous write of size 8 at 0x7b0400000010 by thread T1 (mutexes: write M0):
    #0 find(int)::{lambda()#1}::operator()() const /b/src/concurrent.cpp:41:7 (t+0x1a2b) (BuildId: 12ab)

  Thread T2 (tid=5, running) created by main thread at:
    #0 pthread_create <null> (libtsan.so.2+0x62de6)
    #1 find(int) /b/src/concurrent.cpp:38 (t+0x99)

SUMMARY: ThreadSanitizer: data race /b/src/concurrent.cpp:41 in operator()
==================
)";

constexpr std::string_view kUseAfterFree = R"(=================================================================
==7==ERROR: AddressSanitizer: heap-use-after-free on address 0x602000000010 at pc 0x55 bp 0x7f sp 0x7f
READ of size 4 at 0x602000000010 thread T0
    #0 0x55d0 in use(int*) /b/src/a.cpp:7
    #1 0x55d1 in main /b/src/main.cpp:3

0x602000000010 is located 0 bytes inside of 4-byte region [0x602000000010,0x602000000014)
freed by thread T1 here:
    #0 0x7f in operator delete(void*) ../../../../src/libsanitizer/asan/asan_new_delete.cpp:152
    #1 0x55 in drop(int*) /b/src/a.cpp:12
SUMMARY: AddressSanitizer: heap-use-after-free /b/src/a.cpp:7 in use(int*)
)";

TEST(SanitizerReportTest, TakesADataRaceApart) {
  const auto report = read_sanitizer_report(kRace);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->kind, FindingKind::kDataRace);
  EXPECT_EQ(report->what, "data race");
  ASSERT_EQ(report->sections.size(), 3U);
  EXPECT_EQ(report->sections[0].headline, "Write of size 8 by thread T2");
  ASSERT_EQ(report->sections[0].stack.size(), 2U);
  EXPECT_EQ(report->sections[0].stack[1].function, "find(int)::{lambda()#1}::operator()() const");
  EXPECT_EQ(report->sections[0].stack[1].file, "/b/src/concurrent.cpp");
  EXPECT_EQ(report->sections[0].stack[1].line, 41);
  EXPECT_EQ(report->sections[1].stack[0].line, 41) << "clang gives a column too";
  EXPECT_EQ(report->sections[2].headline, "Thread T2 created by main thread at");
}

TEST(SanitizerReportTest, TakesAUseAfterFreeApart) {
  const auto report = read_sanitizer_report(kUseAfterFree);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->kind, FindingKind::kUseAfterFree);
  ASSERT_EQ(report->sections.size(), 2U);
  EXPECT_EQ(report->sections[0].stack[0].function, "use(int*)");
  EXPECT_EQ(report->sections[0].stack[0].file, "/b/src/a.cpp");
  EXPECT_EQ(report->sections[0].stack[0].line, 7);
  EXPECT_EQ(report->sections[1].headline, "freed by thread T1 here");
}

TEST(SanitizerReportTest, KnowsTheOtherKinds) {
  const auto kind = [](std::string_view text) { return read_sanitizer_report(text).value().kind; };
  EXPECT_EQ(kind("/b/src/a.cpp:3:9: runtime error: signed integer overflow: 1 + 2\n"), FindingKind::kUndefined);
  EXPECT_EQ(kind("==1==ERROR: LeakSanitizer: detected memory leaks\n"), FindingKind::kMemory);
  EXPECT_EQ(kind("==1==ERROR: AddressSanitizer: heap-buffer-overflow on address 0x1\n"), FindingKind::kMemory);
  EXPECT_EQ(kind("==1==ERROR: AddressSanitizer: SEGV on unknown address 0x0\n"), FindingKind::kCrash);
  EXPECT_EQ(kind("WARNING: ThreadSanitizer: thread leak (pid=1)\n"), FindingKind::kThreadLeak);
  EXPECT_EQ(kind("WARNING: ThreadSanitizer: unlock of an unlocked mutex (or by a wrong thread) (pid=1)\n"),
            FindingKind::kLockMisuse);
}

TEST(SanitizerReportTest, TakesThePlaceOfUndefinedBehaviourFromItsFirstLine) {
  const auto report = read_sanitizer_report("/b/src/a.cpp:3:9: runtime error: shift exponent 64 is too large\n");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->what, "shift exponent 64 is too large");
  ASSERT_EQ(report->sections.size(), 1U);
  EXPECT_EQ(report->sections[0].stack[0].file, "/b/src/a.cpp");
  EXPECT_EQ(report->sections[0].stack[0].line, 3);
}

TEST(SanitizerReportTest, TakesEachReportOfATextApart) {
  std::string other(kRace);
  constexpr std::string_view kPlace = "concurrent.cpp:41";
  for (auto at = other.find(kPlace); at != std::string::npos; at = other.find(kPlace))
    other.replace(at, kPlace.size(), "b.cpp:5");
  const auto reports = read_sanitizer_reports("the program's own words\n" + std::string(kRace) + "more\n" + other);
  ASSERT_EQ(reports.size(), 2U);
  EXPECT_EQ(reports[0].sections.size(), 3U);
  EXPECT_EQ(reports[0].sections[0].stack[1].line, 41);
  EXPECT_EQ(reports[1].sections.size(), 3U);
  EXPECT_EQ(reports[1].sections[0].stack[1].line, 5);
}

TEST(SanitizerReportTest, FindsNoneInOtherText) {
  EXPECT_FALSE(read_sanitizer_report(""));
  EXPECT_FALSE(read_sanitizer_report("all is well\n"));
}

TEST(SanitizerReportTest, ReadsWhatIsThereOfAReportThatWasCut) {
  for (std::size_t length = 0; length < kRace.size(); ++length) {
    const auto report = read_sanitizer_report(kRace.substr(0, length));
    if (report) {
      EXPECT_LE(report->sections.size(), 3U);
    }
  }
}

}  // namespace
}  // namespace lockstep::checks
