#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "book/alike.h"
#include "book/book.h"

namespace lockstep::book {

/// How many there are of what.
struct Counts {
  std::size_t attempts = 0;
  std::size_t ungraded = 0;  ///< attempts
  std::size_t unmarked = 0;  ///< learners' labs with an attempt and without a mark
  std::size_t review = 0;    ///< likewise, whose judged attempt has something to review
};

[[nodiscard]] Counts counts_of(const Book& book);

/// "1 learner", "3 learners"
[[nodiscard]] std::string counted_text(std::size_t number, std::string_view noun);

/// "4 learners, 2 labs, 7 attempts, 1 of them not graded yet; 1 submission without a mark."
[[nodiscard]] std::string counts_text(const Book& book);

/// How many submissions were compared for likeness, and which were not and why.
[[nodiscard]] std::string compared_text(const AllAlike& alike);

}  // namespace lockstep::book
