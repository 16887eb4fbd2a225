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

std::span<const Format> formats() {
  static const std::array table{
      Format{.name = "json",
             .extension = ".json",
             .write = json,
             .destination =
                 OptionFile{.option = "--json",
                            .help = "Write the grade as lockstep.grade/1 to a file, or to standard output (-)"}},
      Format{.name = "junit",
             .extension = ".junit.xml",
             .write = junit,
             .destination = OptionFile{.option = "--junit",
                                       .help = "Write the grade as JUnit's XML to a file, or to standard output (-)"}},
      Format{
          .name = "sarif",
          .extension = ".sarif",
          .write = sarif,
          .destination = OptionFile{.option = "--sarif",
                                    .help = "Write the findings as SARIF 2.1.0 to a file, or to standard output (-)"}},
      Format{.name = "gradescope",
             .extension = ".gradescope",
             .write = gradescope,
             .destination = OptionFile{.option = "--gradescope",
                                       .help = "Write Gradescope's results.json to a file, or to standard output (-)"},
             .grows = true},
      Format{
          .name = "prairielearn",
          .extension = ".prairielearn",
          .write = prairielearn,
          .destination = OptionFile{.option = "--prairielearn",
                                    .help = "Write PrairieLearn's results.json to a file, or to standard output (-)"}},
      Format{.name = "vpl",
             .extension = ".vpl",
             .write = vpl,
             .destination = OptionFile{.option = "--vpl",
                                       .help = "Write what Moodle's VPL reads to a file, or to standard output (-)"}},
      Format{.name = "ctrf",
             .extension = ".ctrf",
             .write = ctrf,
             .destination = OptionFile{.option = "--ctrf",
                                       .help = "Write the cases as CTRF's JSON to a file, or to standard output (-)"}},
      Format{.name = "classroom",
             .extension = ".classroom",
             .write = classroom,
             .destination = OptionFile{.option = "--classroom",
                                       .help = "Write the result of a classroom autograding action to a file, or to "
                                               "standard output (-)"}},
      Format{.name = "classroom50",
             .extension = ".classroom50",
             .write = classroom50,
             .destination = OptionFile{.option = "--classroom50",
                                       .help = "Write the grade's part of Classroom 50's result.json to a file, or to "
                                               "standard output (-)"}},
      Format{.name = "html",
             .extension = ".html",
             .write = html,
             .destination = OptionFile{.option = "--html",
                                       .help = "Write the page of the grade to a file too, or to standard output (-)"}},
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
