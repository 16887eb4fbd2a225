#pragma once

#include <fmt/core.h>

#include <cstddef>
#include <string>

namespace lockstep::book {

/// The names of the pages, by indices in the book.

inline constexpr const char* kIndexPage = "index.html";

[[nodiscard]] inline std::string learner_page_name(std::size_t learner) {
  return fmt::format("learner-{}.html", learner + 1);
}

[[nodiscard]] inline std::string attempt_page_name(std::size_t learner, std::size_t lab, int attempt) {
  return fmt::format("learner-{}-lab-{}-attempt-{}.html", learner + 1, lab + 1, attempt);
}

[[nodiscard]] inline std::string alike_page_name(std::size_t pair) { return fmt::format("alike-{}.html", pair + 1); }

}  // namespace lockstep::book
