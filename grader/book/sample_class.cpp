#include "book/sample_class.h"

#include <map>
#include <stdexcept>
#include <string>

#include "report/json.h"
#include "report/sample_reports.h"

namespace lockstep::book {
namespace {

using report::GradeReport;

/// With the cases of its findings, as checks name them.
GradeReport explored() {
  GradeReport found = report::found_by_the_explorer();
  for (Finding& finding : found.score.checks[0].verdict.findings) finding.of_case = "ExploredTest.Finds";
  return found;
}

struct Submission {
  std::string learner;
  std::string received;
  std::string content;
};

void add(const gradebook::Gradebook& file, const std::string& lab, const Submission& submission) {
  (void)file
      .add({.lab = lab,
            .learner = submission.learner,
            .number = 0,
            .received = submission.received,
            .source = submission.learner + ".zip",
            .content = submission.content})
      .value();
}

void must(const Result<void>& done) {
  if (!done) throw std::runtime_error(done.error().message);
}

void record(const gradebook::Gradebook& file, const std::string& lab, const std::string& content, GradeReport report) {
  report.lab = lab;
  must(file.record({.lab = lab,
                    .content = content,
                    .grader = "v1",
                    .report = report::json(report),
                    .points = report.score.points,
                    .max_points = report.score.max_points,
                    .outcome = "fail",
                    .graded = "2026-10-03T00:00:00Z",
                    .seconds = 1}));
}

/// A search with two functions whose texts differ in names alone where `name` differs.
std::string source_of(const std::string& name) {
  return "// by " + name + "\n#include <mutex>\n#include <vector>\nstd::mutex " + name + "_mutex;\nstd::vector<int> " +
         name + ";\nvoid add_" + name + "(int value) {\n  std::scoped_lock lock(" + name +
         "_mutex);\n  for (int i = 2; i * i <= value; ++i) {\n    if (value % i == 0) return;\n  }\n  " + name +
         ".push_back(value);\n}\nint last_" + name + "() {\n  std::scoped_lock lock(" + name + "_mutex);\n  if (" +
         name + ".empty()) throw 1;\n  const int found = " + name + ".back();\n  " + name +
         ".pop_back();\n  return found;\n}\n";
}

}  // namespace

gradebook::Gradebook sample_class(const std::filesystem::path& file) {
  auto made = gradebook::Gradebook::open(file);
  gradebook::Gradebook& store = made.value();
  add(store, "01-primes", {"ada", "2026-10-01T12:00:00Z", "lost"});
  add(store, "01-primes", {"ada", "2026-10-02T12:00:00Z", "all"});
  add(store, "01-primes", {"bob", "2026-10-01T13:00:00Z", "explored"});
  add(store, "01-primes", {"=HYPERLINK(\"x\")<script>alert(1)</script>", "2026-10-01T14:00:00Z", "hostile"});
  add(store, "01-primes", {"carol", "2026-10-01T15:00:00Z", "ungraded"});
  add(store, "03-locks", {"ada", "2026-10-15T12:00:00Z", "locks"});
  add(store, "03-locks", {"bob", "", "build"});
  record(store, "01-primes", "lost", report::points_lost());
  record(store, "01-primes", "all", report::all_points());
  record(store, "01-primes", "explored", explored());
  record(store, "01-primes", "hostile", report::hostile_texts());
  record(store, "03-locks", "locks", explored());
  record(store, "03-locks", "build", report::does_not_build());
  must(store.keep("all", {{"concurrent.cpp", source_of("primes")}}));
  must(store.keep("explored", {{"concurrent.cpp", source_of("numbers")}}));
  must(store.keep("hostile", {{"a<b>.cpp", "</pre><script>alert(1)</script>\nint i;\n"}}));
  return std::move(store);
}

}  // namespace lockstep::book
