#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep::intake {

/// Whose an entry of the class's folder is, as its name says.
struct Owner {
  std::string learner;    ///< the platform's number of the learner where the layout has it, else the name
  std::string name;       ///< for a person
  std::string file = {};  ///< what the learner called it; empty: the whole entry is the submission
  int attempt = 0;        ///< Canvas: which hand-in it is of, from the second on 1, 2, ...
};

/// How a platform names what it lets an instructor download.
enum class Layout {
  kPlain,   ///< NAME, NAME.zip
  kMoodle,  ///< Full Name_12345_assignsubmission_file, likewise with _FILE behind, for each of them
  kCanvas,  ///< lovelaceada_LATE_12345_67890_FILE, for each of them
};

/// The layout of a folder with these files in it. Canvas's is only believed where all files have it, each with a number
/// of its own: `hw_1_2_ada.zip` and `hw_1_2_bob.zip` are two learners'.
[[nodiscard]] Layout layout_of_files(const std::vector<std::string>& names);

/// \param name  of a folder
[[nodiscard]] Owner owner_of_folder(const std::string& name);

/// \return nothing when the file is no submission, by its name
[[nodiscard]] std::optional<Owner> owner_of_file(const std::string& name, Layout layout);

/// The name of a file without the number that Canvas puts before the ending of one that was handed in again:
/// queue-2.hpp was queue.hpp. \return nothing when there is no such number
struct Numbered {
  std::string name;
  int number = 0;
};
[[nodiscard]] std::optional<Numbered> without_number(const std::string& file);

}  // namespace lockstep::intake
