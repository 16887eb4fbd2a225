#pragma once

#include <string_view>

namespace lockstep::manifest {

/// The rules of spelling for the names in a manifest. The `k...Rule` texts say what is accepted.

inline constexpr std::string_view kIdRule = "small letters, digits and \"-\", beginning with a letter";
[[nodiscard]] bool is_id(std::string_view text);

inline constexpr std::string_view kTargetRule = "a CMake target: letters, digits, \"_\" and \"-\"";
[[nodiscard]] bool is_target(std::string_view text);

inline constexpr std::string_view kCaseRule = "a GoogleTest case as \"Suite.Case\"";
[[nodiscard]] bool is_case(std::string_view text);

inline constexpr std::string_view kSubmitRule =
    "a path below the lab's folder of letters, digits, \"_\", \"-\", \".\" and \"/\", no part of it beginning with "
    "\".\" or \"-\"";
[[nodiscard]] bool is_submit_path(std::string_view text);

inline constexpr std::string_view kQualifiedNameRule =
    "a function or type with its namespaces and without template arguments: \"std::this_thread::sleep_for\"; what "
    "begins with \"_\" around it is left out: \"std::wait\", not \"std::__atomic_base::wait\"";
[[nodiscard]] bool is_qualified_name(std::string_view text);

inline constexpr std::string_view kPictureRule =
    "a file name of small letters, digits and \"-\", beginning with a letter, with .pgm, .ppm or .csv behind it";
[[nodiscard]] bool is_picture_file(std::string_view text);

inline constexpr std::string_view kImportRule = "a function of the C library, as \"fork\"";
[[nodiscard]] bool is_import(std::string_view text);

inline constexpr std::string_view kLabRule =
    "a folder NN-name: two digits, \"-\", then small letters, digits and \"-\"";
[[nodiscard]] bool is_lab_name(std::string_view text);

}  // namespace lockstep::manifest
