#include "report/formats.h"

#include <array>

#include "report/annotations.h"
#include "report/classroom.h"
#include "report/classroom50.h"
#include "report/ctrf.h"
#include "report/gradescope.h"
#include "report/html.h"
#include "report/json.h"
#include "report/junit.h"
#include "report/prairielearn.h"
#include "report/sarif.h"
#include "report/step_summary.h"
#include "report/vpl.h"

namespace lockstep::report {

namespace {

/// A row of a format that is written to a file of the user's choice.
Format to_file(const char* name, const char* extension, std::string (*write)(const GradeReport&),
               const OptionFile& destination, bool grows = false) {
  return {.name = name, .extension = extension, .write = write, .destination = destination, .grows = grows};
}

}  // namespace

std::span<const Format> formats() {
  static const std::array table{
      to_file("json", ".json", json,
              {.option = "--json", .help = "Write the grade as lockstep.grade/1 to a file, or to standard output (-)"}),
      to_file("junit", ".junit.xml", junit,
              {.option = "--junit", .help = "Write the grade as JUnit's XML to a file, or to standard output (-)"}),
      to_file("sarif", ".sarif", sarif,
              {.option = "--sarif", .help = "Write the findings as SARIF 2.1.0 to a file, or to standard output (-)"}),
      to_file(
          "gradescope", ".gradescope", gradescope,
          {.option = "--gradescope", .help = "Write Gradescope's results.json to a file, or to standard output (-)"},
          /*grows=*/true),
      to_file("prairielearn", ".prairielearn", prairielearn,
              {.option = "--prairielearn",
               .help = "Write PrairieLearn's results.json to a file, or to standard output (-)"}),
      to_file("vpl", ".vpl", vpl,
              {.option = "--vpl", .help = "Write what Moodle's VPL reads to a file, or to standard output (-)"}),
      to_file("ctrf", ".ctrf", ctrf,
              {.option = "--ctrf", .help = "Write the cases as CTRF's JSON to a file, or to standard output (-)"}),
      to_file("classroom", ".classroom", classroom,
              {.option = "--classroom",
               .help = "Write the result of a classroom autograding action to a file, or to "
                       "standard output (-)"}),
      to_file("classroom50", ".classroom50", classroom50,
              {.option = "--classroom50",
               .help = "Write the grade's part of Classroom 50's result.json to a file, or to "
                       "standard output (-)"}),
      to_file("html", ".html", html,
              {.option = "--html", .help = "Write the page of the grade to a file too, or to standard output (-)"}),
      Format{.name = "github-annotations",
             .extension = ".annotations",
             .write = annotations,
             .destination = WorkflowLog{}},
      Format{.name = "github-step-summary",
             .extension = ".md",
             .write = step_summary,
             .destination = WorkflowFile{.variable = "GITHUB_STEP_SUMMARY"}},
  };
  return table;
}

}  // namespace lockstep::report
