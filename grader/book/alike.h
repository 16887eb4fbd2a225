#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "book/book.h"
#include "similarity/compare.h"

namespace lockstep::book {

/// Two learners whose latest submissions to a lab are alike, which says nothing of how they came to be.
struct Alike {
  std::size_t lab = 0;        ///< index in the book
  std::size_t learner_a = 0;  ///< likewise
  std::size_t learner_b = 0;
  int attempt_a = 0;
  int attempt_b = 0;
  std::string content_a;
  std::string content_b;
  similarity::Pair pair;  ///< its indices are of no use here
};

struct AllAlike {
  std::vector<Alike> pairs;       ///< lab by lab, the most alike first
  std::size_t compared = 0;       ///< submissions
  std::size_t too_short = 0;      ///< submissions with too little of their own to be compared
  std::size_t without_files = 0;  ///< submissions whose files the gradebook does not have
};

/// Compares the latest submissions of all learners, lab by lab.
/// \param skeletons  the files that each lab hands out, by the lab's name
[[nodiscard]] AllAlike find_alike(const Book& book, const std::map<std::string, similarity::Files>& skeletons,
                                  const similarity::Options& options);

/// The indices of those pairs that pages show: of each lab the `kMostPairsOfALab` most alike.
inline constexpr std::size_t kMostPairsOfALab = 100;
[[nodiscard]] std::vector<std::size_t> shown_pairs(const AllAlike& alike);

}  // namespace lockstep::book
