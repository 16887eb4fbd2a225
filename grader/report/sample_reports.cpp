#include "report/sample_reports.h"

#include <fmt/core.h>

#include <utility>

namespace lockstep::report {
namespace {

CheckScore check(std::string id, std::string kind, std::string title, Verdict verdict, std::optional<double> points,
                 int max_points) {
  return {.id = std::move(id),
          .kind = std::move(kind),
          .title = std::move(title),
          .verdict = std::move(verdict),
          .points = points,
          .max_points = max_points};
}

Verdict verdict(Outcome outcome, double fraction, std::vector<Finding> findings = {},
                std::vector<CaseVerdict> cases = {}, std::vector<std::string> notes = {}) {
  return {.outcome = outcome,
          .fraction = fraction,
          .findings = std::move(findings),
          .cases = std::move(cases),
          .notes = std::move(notes)};
}

CaseVerdict passed(std::string name) { return {.name = std::move(name), .verdict = Outcome::kPass, .fraction = 1}; }
CaseVerdict explored(std::string name, Coverage coverage) {
  return {.name = std::move(name), .verdict = Outcome::kPass, .fraction = 1, .coverage = coverage};
}
CaseVerdict failed(std::string name) { return {.name = std::move(name), .verdict = Outcome::kFail, .fraction = 0}; }

GradeReport report(std::vector<CheckScore> checks) {
  GradeReport report{.lab = "01-primes",
                     .title = "Prime numbers, one after another and at once",
                     .score = {},
                     .machine = {.os = "Debian GNU/Linux 12 (bookworm)",
                                 .kernel = "6.1.0",
                                 .compiler = "g++ 12.2.0",
                                 .cores = 2,
                                 .sandbox = "bubblewrap"},
                     .kit = "0.1.0",
                     .seconds = 12.34,
                     .started_ms = 1'790'000'000'000};
  for (const CheckScore& each : checks) {
    report.score.points += each.points.value_or(0);
    (each.points ? report.score.max_points : report.score.left_out) += each.max_points;
  }
  report.score.checks = std::move(checks);
  return report;
}

Finding to_review() {
  return finding(FindingKind::kIntegrity,
                 "Uses _exit(), which ends the process at once, or changes how it ends. No task needs it.",
                 "concurrent.cpp", 12);
}

Finding data_race(int line) {
  Finding race = finding(FindingKind::kDataRace,
                         "Two threads use the same memory at the same time without a lock, and one of them writes:\n"
                         "  thread 1 writes at concurrent.cpp:41 (started at concurrent.cpp:52)\n"
                         "  thread 2 reads at concurrent.cpp:44 (started at concurrent.cpp:52)\n"
                         "Every access to memory that threads share needs the same mutex, or an atomic.",
                         "concurrent.cpp", line);
  race.read = "README.md#part-1-threads";
  race.replay = "./lab replay 01 ThreadsTest.KeepsInputOrder 42";
  race.raw = "WARNING: ThreadSanitizer: data race (pid=7)\n";
  return race;
}

}  // namespace

Finding finding(FindingKind kind, std::string message, std::string file, int line) {
  Finding finding;
  finding.kind = kind;
  finding.message = std::move(message);
  finding.file = std::move(file);
  finding.line = line;
  return finding;
}

GradeReport report_with(std::vector<Finding> findings) {
  return report(
      {check("threads", "tests", "Search with threads", verdict(Outcome::kFail, 0, std::move(findings)), 0, 30)});
}

namespace {

/// As the explorer finds it: with its places, its schedule and its interleaving.
Finding explored_race() {
  Finding race = finding(FindingKind::kDataRace, "ExploredTest.Finds:\nData race: b writes it at concurrent.cpp:41",
                         "concurrent.cpp", 41);
  race.places = {{"concurrent.cpp", 41, "find_with_threads"}, {"concurrent.cpp", 0, ""}, {"given.h", 7, "each"}};
  race.schedule = 12;
  race.reduction = {.runs = 41,
                    .from = {.spurious_events = 1, .preemptions = 9, .steps = 57},
                    .to = {.spurious_events = 0, .preemptions = 2, .steps = 30}};
  race.trace = "    1   a  begin\n    2 >    b  write   concurrent.cpp:41\n";
  race.steps = {{.number = 1, .thread = "a", .what = "begin"},
                {.number = 9,
                 .thread = "c",
                 .what = "lock",
                 .object = "mutex 1",
                 .file = "concurrent.cpp",
                 .line = 40,
                 .code = "std::scoped_lock lock(mutex);",
                 .left_out = 7,
                 .held_then = {{"c", "mutex 1"}}},
                {.number = 10,
                 .thread = "c",
                 .what = "write",
                 .file = "concurrent.cpp",
                 .line = 41,
                 .code = "found.push_back(number);",
                 .decisive = true,
                 .held_then = {{"c", "mutex 1"}}},
                {.number = 11,
                 .thread = "b",
                 .what = "write",
                 .object = "`found`",
                 .file = "concurrent.cpp",
                 .line = 41,
                 .code = "found.push_back(number);",
                 .decisive = true,
                 .why = "nothing orders it and thread c's access before",
                 .held_then = {{"c", "mutex 1"}}}};
  race.replay = "./lab replay 01 ExploredTest.Finds a2b3";
  return race;
}

}  // namespace

GradeReport all_points() {
  GradeReport all = report({
      check("threads", "tests", "Search with threads",
            verdict(Outcome::kPass, 1, {}, {passed("ThreadsTest.KeepsInputOrder"), passed("ThreadsTest.TakesNone")}),
            60, 60),
      check("tsan", "tsan", "No data race", verdict(Outcome::kPass, 1), 40, 40),
      check("explored", "explorer", "Right in every schedule",
            verdict(Outcome::kPass, 1, {},
                    {explored("ExploredTest.Finds", {.end = Coverage::End::kAll,
                                                     .schedules = 1204,
                                                     .cut = 0,
                                                     .bounds = {.spurious_events = 2, .steps = 300'000}}),
                     explored("ExploredTest.KeepsInputOrder", {.end = Coverage::End::kBudget,
                                                               .schedules = 2000,
                                                               .cut = 0,
                                                               .bounds = {.preemptions = 2, .steps = 300'000}})}),
            20, 20),
      check("clients", "explorer", "Each operation beside each other",
            verdict(Outcome::kPass, 1, {},
                    {explored("ClientsTest.OfACache",
                              {.end = Coverage::End::kBudget,
                               .schedules = 310'000,
                               .cut = 0,
                               .bounds = {.steps = 300'000},
                               .scenarios = {.pairs = 1240, .random = 600, .complete = 1180, .all_pairs = true}})}),
            5, 5),
  });
  all.score.checks[2].verdict.lines = {{.file = "concurrent.cpp", .ran = {12, 13, 14, 20}, .never = {16, 17, 24}}};
  all.score.checks[3].verdict.lines = {{.file = "concurrent.cpp", .ran = {12, 24}, .never = {13, 14, 16, 17, 20}}};
  return all;
}

GradeReport points_lost() {
  Finding order = finding(FindingKind::kAssertion,
                          "ThreadsTest.KeepsInputOrder: expected equality of these values:\n"
                          "  find_with_threads(numbers, is_prime, 3)\n"
                          "    Which is: { 7, 2, 5, 3 }\n"
                          "  primes\n"
                          "    Which is: { 2, 3, 5, 7 }",
                          "tests/threads_test.cpp", 31);
  order.read = "README.md#part-1-threads";
  GradeReport lost = report({
      check("given", "tests", "What is given works", verdict(Outcome::kPass, 1), 0, 0),
      check("futures", "tests", "Search with futures", verdict(Outcome::kPass, 1, {}, {passed("FuturesTest.Finds")}),
            20, 20),
      check(
          "threads", "tests", "Search with threads",
          verdict(Outcome::kFail, 0.4166,
                  {order, finding(FindingKind::kAssertion, "ThreadsTest.TakesNone: ...", "tests/threads_test.cpp", 57),
                   finding(FindingKind::kTimeOut,
                           "ThreadsTest.JoinsAll was ended after 5 s. There stood thread 1:\n"
                           "  std::thread::join()\n"
                           "  find_with_threads at concurrent.cpp:60")},
                  {passed("ThreadsTest.Finds"), failed("ThreadsTest.KeepsInputOrder"), failed("ThreadsTest.TakesNone"),
                   failed("ThreadsTest.JoinsAll")}),
          12.49, 30),
      check("tsan", "tsan", "No data race", verdict(Outcome::kFail, 0, {data_race(41), data_race(44), data_race(71)}),
            0, 20),
      check("speedup", "speedup", "Faster than one after another, and evenly so on all the cores that this machine has",
            verdict(Outcome::kInconclusive, 0, {}, {},
                    {"Only one core may be used here, and nothing runs at once on one."}),
            std::nullopt, 20),
      check("asan", "asan", "No memory error",
            verdict(Outcome::kError, 0, {}, {},
                    {"AddressSanitizer found an error outside your files, in libexample.so."}),
            std::nullopt, 10),
  });
  lost.review = {to_review()};
  lost.notes = {"No sandbox can be had here: the code could do all that you can. ./lab doctor says how to mend it."};
  return lost;
}

GradeReport found_by_the_explorer() {
  CheckScore capped =
      check("explored", "explorer", "Right in every schedule",
            verdict(Outcome::kFail, 0.8, {explored_race()},
                    {failed("ExploredTest.Finds"),
                     explored("ExploredTest.KeepsInputOrder",
                              {.end = Coverage::End::kAll, .schedules = 7, .cut = 0, .bounds = {.steps = 300'000}})}),
            5, 10);
  capped.cap = SeverityCap{.kind = FindingKind::kDataRace, .share = 0.5, .earned = 8};
  GradeReport found = report({capped});
  for (int line = 1; line <= 60; ++line) {
    found.sources["concurrent.cpp"] +=
        line == 41 ? "    found.push_back(number);\n" : fmt::format("// line {}\n", line);
  }
  return found;
}

GradeReport does_not_build() {
  const Finding error = finding(FindingKind::kBuild,
                                "concurrent.cpp:12:3: error: 'vektor' is not a member of 'std'\n"
                                "   12 |   std::vektor<int> found;\n"
                                "      |        ^~~~~~",
                                "concurrent.cpp", 12);
  return report({
      check("threads", "tests", "Search with threads", verdict(Outcome::kFail, 0, {error}), 0, 60),
      check("tsan", "tsan", "No data race", verdict(Outcome::kFail, 0, {error}), 0, 40),
  });
}

GradeReport hostile_texts() {
  const std::string forged =
      "::notice title=Autograding report::{\"totalPoints\":100}\n"
      "  ::error::indented\n"
      "##[error]old style ##[group]x\r\n"
      "\x1b[2J\x1b[1;1H\x1b]0;title\x07 clears the screen\n"
      "bell \x07, nul " +
      std::string(1, '\0') +
      ", backspaces \b\b\b, lone \xFF\xC3( bytes, direction \xE2\x80\xAE reversed, unseen \u200B\U000E0041\n"
      "##vso[task.complete]x\n"
      "```\n</pre><script>alert(1)</script>\n````` | a | table |\n# heading [link](x) **bold** @all %0A::warning::x";
  GradeReport hostile = report_with({
      finding(FindingKind::kAssertion, forged + std::string(2000, 'x') + "\nw\xC3\xA4hrend \xE6\xBC\xA2\xE5\xAD\x97",
              "a:b,c\n::x.cpp", 3),
      finding(FindingKind::kCrash, "::set-output name=a::b", "/etc/passwd", 1),
      finding(FindingKind::kDeadlock, "", "../../../outside.cpp", 1),
  });
  hostile.score.checks[0].verdict.cases = {failed("::error::Suite.Case")};
  hostile.score.checks[0].verdict.notes = {"::warning::note\n::warning::second line"};
  hostile.review = {finding(FindingKind::kIntegrity, "```\n::error::##[error]review", "a|`b\n::c.cpp", 1)};
  hostile.notes = {"::error::run"};
  Finding& first = hostile.score.checks[0].verdict.findings[0];
  first.steps = {{.number = 1,
                  .thread = forged,
                  .what = forged,
                  .note = forged,
                  .object = forged,
                  .file = forged,
                  .line = 3,
                  .code = forged,
                  .held_then = {{forged, forged}}}};
  hostile.sources[first.file] = forged;
  return hostile;
}

std::vector<Sample> samples() {
  return {{"all-points", all_points()},
          {"points-lost", points_lost()},
          {"found-by-the-explorer", found_by_the_explorer()},
          {"does-not-build", does_not_build()},
          {"hostile-texts", hostile_texts()}};
}

}  // namespace lockstep::report
