#include "export/platforms.h"

#include <algorithm>
#include <array>

namespace lockstep::exported {

std::span<const Platform> platforms() {
  static constexpr std::array kTable{
      Platform{.name = "classroom",
               .summary = "a repository to hand out on GitHub, which grades itself on each push",
               .kit_at = "",
               .many_labs = true,
               .for_learners = true,
               .next = "Make it a template repository: git init, commit, push. Then let the organisation's variable "
                       "LOCKSTEP_TEMPLATE name it."},
      Platform{.name = "classroom50",
               .summary = "the autograder of an assignment of Classroom 50",
               .kit_at = "lockstep/",
               .for_learners = true,  // its files are on a public page
               .next = "Copy what is in it into CLASSROOM/autograders/ASSIGNMENT of your classroom50 repository."},
      Platform{.name = "gradescope",
               .summary = "an autograder to upload to Gradescope, once its files are zipped",
               .kit_at = "lockstep/",
               .next =
                   "Zip what is in it, not the folder: cd DIR && zip -r ../autograder.zip . Upload that, and give it "
                   "all the CPU and memory that there is."},
      Platform{.name = "prairielearn",
               .summary = "a question for PrairieLearn, and the image of its external grader",
               .kit_at = "image/lockstep/",
               .next = "Build the image in DIR/image, push it, and copy DIR/question into your course's questions."},
      Platform{.name = "vpl",
               .summary = "the files of an activity of Moodle's VPL, and the kit for its execution server",
               .kit_at = "server/lockstep/",
               .next =
                   "Copy DIR/server/lockstep to /opt/lockstep on the execution server and run DIR/server/install.sh "
                   "there; DIR/execution has the activity's execution files."},
  };
  return kTable;
}

const Platform* find_platform(std::string_view name) {
  const auto rows = platforms();
  const auto found = std::find_if(rows.begin(), rows.end(), [name](const Platform& row) { return row.name == name; });
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace lockstep::exported
