// The harness's own `main` for a lab's tests.
//
// Run by a person, or by CTest, it is GoogleTest's. Run by the grader it also reports, on file descriptor 3, a line a
// record: fields divided by tabs, with \t, \n and \\ for the characters that would disturb.
//
//   case NAME                        a case of the program; for --lockstep-list only
//   failure FILE LINE MESSAGE        an expectation failed in the case under way
//   explored KEY VALUE               what the explorer found in the case under way: kind, places, message, schedule,
//                                    reduction (lockstep/reduction_field.h), interleaving, steps
//                                    (lockstep/trace_step_fields.h), replay; or, without a finding, what it covered:
//                                    the keys of lockstep/coverage_fields.h; of a replay: trace, program,
//                                    every_step (as steps)
//   end NAME passed|failed|skipped   a case is over
//   epilogue SEAL                    the run ended here, and not earlier; a hash of all above, keyed by the nonce
//
// The epilogue is the last thing that the program does, after all that the submission has set up for its end. The
// grader feeds the nonce on standard input, it is read before any code of the submission's runs, and it is never sent
// back: what leaves early, writes a report of its own making, or changes this one on its way, does not know it. A
// submission that searches this program's memory may find it: docs/security.md.

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <string_view>

#include "nonce.h"
#include "raw_io.h"
#include "sanitizer_channel.h"
// Behind raw_io.h, which says how code is kept from being instrumented.
#include "lockstep/seal.h"

namespace {

constexpr int kReportFd = 3;

bool finished = false;

lockstep::Seal seal;  // guarded by seal_is_taken
bool seal_is_taken = false;

/// A thread that outlives its test may report while the test ends. A lock of the library's would be a step of what the
/// explorer watches.
LOCKSTEP_NOT_INSTRUMENTED void write_sealed(const char* line, std::size_t size) {
  while (__atomic_test_and_set(&seal_is_taken, __ATOMIC_ACQUIRE)) {
  }
  lockstep::add_to_seal(seal, line, size);
  lockstep::raw_io::write_all(kReportFd, {line, size});
  __atomic_clear(&seal_is_taken, __ATOMIC_RELEASE);
}

void report(std::string line) {
  line += '\n';
  write_sealed(line.data(), line.size());
}

/// After all other handlers of the program's end: they run in the reverse order of their registration. A copy of the
/// process, which a submission has forked, does not seal what it reports: it could be the luckiest of many.
void report_epilogue() {
  if (finished && !lockstep::is_copy()) report("epilogue\t" + finished_seal(seal));
}

/// What the grader told this run.
struct Grader {
  Grader() {
    const std::string nonce = lockstep::nonce();
    if (nonce.empty()) return;
    lockstep::begin_seal(seal, nonce.data(), nonce.size());
    std::atexit(report_epilogue);
    unsetenv("LOCKSTEP_GRADES");
    unsetenv("TSAN_OPTIONS");  // it has been read; whether this run looks behind the first report is not the program's
    lockstep::send_sanitizer_reports_to_grader();
    grades = true;
  }

  bool grades = false;
};

// 101 is the first priority that programs may use; a learner's own constructors have none, and run later.
__attribute__((init_priority(101))) Grader grader;

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '\t':
        result += "\\t";
        break;
      case '\n':
        result += "\\n";
        break;
      case '\\':
        result += "\\\\";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string full_name(const testing::TestInfo& test) { return std::string(test.test_suite_name()) + "." + test.name(); }

void report_end(const testing::TestInfo& test, const char* how) {
  constexpr std::string_view kExplorers = "lockstep_";
  for (int i = 0; i < test.result()->test_property_count(); ++i) {
    const testing::TestProperty& property = test.result()->GetTestProperty(i);
    const std::string_view key = property.key();
    if (!key.starts_with(kExplorers)) continue;
    report("explored\t" + escaped(key.substr(kExplorers.size())) + "\t" + escaped(property.value()));
  }
  report("end\t" + escaped(full_name(test)) + "\t" + how);
}

class Reporter : public testing::EmptyTestEventListener {
  void OnTestPartResult(const testing::TestPartResult& part) override {
    if (!part.failed()) return;
    const char* file = part.file_name() == nullptr ? "" : part.file_name();
    report("failure\t" + escaped(file) + "\t" + std::to_string(part.line_number()) + "\t" + escaped(part.message()));
  }

  void OnTestEnd(const testing::TestInfo& test) override {
    report_end(test, test.result()->Passed() ? "passed" : test.result()->Skipped() ? "skipped" : "failed");
  }
};

/// An exception has left a test. GoogleTest would go on, and forgive one that bears the name of a certain type of its
/// own. Nothing that the test made was given back, so the program ends here, before a search for leaks.
[[noreturn]] void end_by_exception(const std::string& description) {
  const testing::TestInfo* const test = testing::UnitTest::GetInstance()->current_test_info();
  if (test == nullptr) std::abort();
  report("failure\t\t-1\t" + escaped(description + " thrown in the test body.\n"));
  report_end(*test, "failed");
  finished = true;
  report_epilogue();
  std::fflush(nullptr);
  _exit(1);
}

int run_case() {
  testing::GTEST_FLAG(catch_exceptions) = false;
  // NOLINTNEXTLINE(cppcoreguidelines-owning-memory): GoogleTest owns its listeners
  testing::UnitTest::GetInstance()->listeners().Append(new Reporter);
  try {
    return RUN_ALL_TESTS();
  } catch (const std::exception& thrown) {
    end_by_exception("C++ exception with description \"" + std::string(thrown.what()) + "\"");
  } catch (...) {
    end_by_exception("Unknown C++ exception");
  }
}

void list_cases() {
  const testing::UnitTest& unit = *testing::UnitTest::GetInstance();
  for (int i = 0; i < unit.total_test_suite_count(); ++i) {
    const testing::TestSuite& suite = *unit.GetTestSuite(i);
    for (int k = 0; k < suite.total_test_count(); ++k) report("case\t" + escaped(full_name(*suite.GetTestInfo(k))));
  }
}

}  // namespace

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  if (!grader.grades) return RUN_ALL_TESTS();

  int status = 0;
  if (argc == 2 && std::string_view(argv[1]) == "--lockstep-list") {
    list_cases();
  } else {
    status = run_case();
  }
  finished = true;
  return status;
}
