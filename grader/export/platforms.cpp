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
      Platform{.name = "gradescope",
               .summary = "an autograder to upload to Gradescope, once its files are zipped",
               .kit_at = "lockstep/",
               .next = "Zip what is in it, not the folder: cd DIR && zip -r ../autograder.zip . Upload that, and give it "
                       "all the CPU and memory that there is."},
      Platform{.name = "prairielearn",
               .summary = "a question for PrairieLearn, and the image of its external grader",
               .kit_at = "image/lockstep/",
               .next = "Build the image in DIR/image, push it, and copy DIR/question into your course's questions."},
  };
  return kTable;
}

const Platform* find_platform(std::string_view name) {
  const auto rows = platforms();
  const auto found = std::find_if(rows.begin(), rows.end(), [name](const Platform& row) { return row.name == name; });
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace lockstep::exported
