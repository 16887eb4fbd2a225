#include "book/counts.h"

#include <fmt/core.h>

#include <algorithm>

namespace lockstep::book {

Counts counts_of(const Book& book) {
  Counts counts;
  for (const Learner& learner : book.learners) {
    for (const Work& work : learner.works) {
      counts.attempts += work.attempts.size();
      counts.ungraded += static_cast<std::size_t>(
          std::count_if(work.grades.begin(), work.grades.end(), [](const auto& grade) { return !grade.points; }));
      if (!work.attempts.empty() && !work.mark.points) ++counts.unmarked;
      const auto* attempt = judged_attempt(book, work);
      if (attempt != nullptr && !report_of(book, *attempt)->review.empty()) ++counts.review;
    }
  }
  return counts;
}

std::string counted_text(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string counts_text(const Book& book) {
  const Counts counts = counts_of(book);
  std::string text = fmt::format("{}, {}, {}", counted_text(book.learners.size(), "learner"),
                                 counted_text(book.labs.size(), "lab"), counted_text(counts.attempts, "attempt"));
  if (counts.ungraded > 0) text += fmt::format(", {} of them not graded yet", counts.ungraded);
  if (counts.unmarked > 0) text += fmt::format("; {} without a mark", counted_text(counts.unmarked, "submission"));
  return text + ".";
}

std::string compared_text(const AllAlike& alike) {
  std::string text = fmt::format("{} compared, each learner's latest.", counted_text(alike.compared, "submission"));
  if (alike.too_short > 0) text += fmt::format(" {} had too little of their own to be compared.", alike.too_short);
  if (alike.without_files > 0) {
    text +=
        fmt::format(" Of {} the gradebook does not have the files.", counted_text(alike.without_files, "submission"));
  }
  return text;
}

}  // namespace lockstep::book
