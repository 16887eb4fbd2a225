#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "course/course.h"

namespace lockstep::course {

/// What a mark is made of: one submission of a learner to a lab, as it was graded.
struct GradedAttempt {
  int number = 0;                       ///< 1-based, in the order of their receipt
  std::optional<Moment> received = {};  ///< nothing: not known, and so not late
  std::optional<double> points = {};    ///< nothing: it is not graded yet
  int max_points = 0;                   ///< of the checks that could be judged
  int left_out = 0;                     ///< points of the checks that could not be judged
};

/// What a learner gets for a lab, and why.
struct Mark {
  std::optional<double> points;  ///< of `worth`, rounded down to hundredths; nothing: there is no mark yet
  double worth = 0;
  int attempt = 0;       ///< the number of the one that counts; 0: none does
  int days_late = 0;     ///< of that attempt; days that have begun
  double taken_off = 0;  ///< points, for being late
  std::string reason;    ///< in words: "82 of 100, 2 days late: −20"
};

/// The mark of one learner in one lab. What of an attempt could not be judged costs nothing: its points are scaled from
/// those that could be judged up to the lab's worth.
/// \param attempts  all that the learner made, in any order
/// \param worth     of the lab, where the course says nothing of it; points
[[nodiscard]] Mark mark(const Course& course, std::string_view lab, std::string_view learner,
                        std::span<const GradedAttempt> attempts, double worth);

/// A learner's sum over labs.
struct Total {
  double points = 0;
  double worth = 0;
  std::vector<std::size_t> dropped;  ///< the indices of the marks that were not summed, in rising order
};

/// The sum of a learner's marks; a mark without points counts as 0. The course's `drop_lowest` leaves out those with
/// the lowest share of their worth, of equal ones the earliest, and never all.
[[nodiscard]] Total total(const Course& course, std::span<const Mark> marks);

}  // namespace lockstep::course
