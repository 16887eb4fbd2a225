#pragma once

#include <span>
#include <string_view>

namespace lockstep::exported {

/// A row of the table of platforms. Files that only a platform has lie in grader/export/platforms/NAME, as they will
/// lie in the export (template_text.h says what is filled in).
struct Platform {
  std::string_view name;      ///< "classroom"
  std::string_view summary;   ///< what is made, in a line of help
  std::string_view kit_at;    ///< the folder that the kit lies in: "" or "lockstep/"
  bool many_labs = false;     ///< an assignment there can have more than one lab
  bool for_learners = false;  ///< learners get the files: pages for them are in it, and hidden checks never are
  std::string_view next;      ///< what the instructor does with it, in a line or two
};

[[nodiscard]] std::span<const Platform> platforms();

/// The row with this name; null when there is none.
[[nodiscard]] const Platform* find_platform(std::string_view name);

}  // namespace lockstep::exported
