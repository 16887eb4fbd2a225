#pragma once

#include <span>
#include <string_view>

namespace lockstep::exported {

/// Whether a file of the checkout is a part of the kit that grades, and no more: neither a test of the grader nor what
/// only such tests need.
/// \param path  below the checkout: "grader/os/file.cpp"
[[nodiscard]] bool is_of_kit(std::string_view path);

/// Whether a file of a lab's folder belongs to the lab, and is not a build's or an editor's.
/// \param path  below the lab's folder: "tests/primes_test.cpp"
[[nodiscard]] bool is_of_lab(std::string_view path);

/// The folder of the concept pages, which findings name, with their programs and pictures: learners read all of it.
inline constexpr std::string_view kConceptPages = "docs/concepts/";

/// The other pages and pictures of docs/ that learners read, and what an editor or a container reads.
[[nodiscard]] std::span<const std::string_view> learners_pages();

}  // namespace lockstep::exported
