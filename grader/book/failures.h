#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "book/book.h"

namespace lockstep::book {

/// The interleaving that most submissions failed a case with.
struct SeenInterleaving {
  const Finding* finding = nullptr;  ///< one of them, with its steps; points into the book
  std::size_t times = 0;             ///< submissions that show it
};

struct CaseFailures {
  std::string name;
  std::size_t judged = 0;  ///< submissions in which the case passed or failed
  std::size_t failed = 0;
  SeenInterleaving seen = {};  ///< null where no submission failed it with an interleaving
};

struct CheckFailures {
  std::string id;
  std::string title;
  std::size_t judged = 0;  ///< submissions in which the check passed or failed
  std::size_t failed = 0;
  std::size_t not_judged = 0;       ///< submissions in which it could not be
  std::vector<CaseFailures> cases;  ///< those that failed most first
};

/// How often the checks and cases of a lab failed, in the submission that each learner is judged by; those that failed
/// most first. Two interleavings are the same when the same threads do the same in the same order, whatever the lines
/// and the names: each learner has their own.
/// \param lab  index in the book
[[nodiscard]] std::vector<CheckFailures> failures(const Book& book, std::size_t lab);

}  // namespace lockstep::book
