#include "report/formats.h"

#include <array>

#include "report/annotations.h"
#include "report/json.h"
#include "report/step_summary.h"

namespace lockstep::report {

std::span<const Format> formats() {
  static const std::array table{
      Format{.name = "json",
             .extension = ".json",
             .write = json,
             .destination =
                 OptionFile{.option = "--json",
                            .help = "Write the grade as lockstep.grade/1 to a file, or to standard output (-)"}},
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
