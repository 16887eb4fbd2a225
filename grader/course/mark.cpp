#include "course/mark.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "course/moment.h"
#include "report/points_text.h"

namespace lockstep::course {
namespace {

using report::points_text;

/// What holds for one learner in one lab.
struct Terms {
  std::optional<Moment> due;
  std::optional<Moment> last;
  bool extended = false;
};

Terms terms_of(const Course& course, const CourseLab* lab, std::string_view learner) {
  if (lab == nullptr) return {};
  Terms terms{.due = lab->due, .last = lab->last};
  for (const Extension& extension : course.extensions) {
    if (extension.learner != learner || extension.lab != lab->name || !lab->due) continue;
    if (terms.last) *terms.last += extension.due - *lab->due;
    terms.due = extension.due;
    terms.extended = true;
  }
  return terms;
}

/// Days that have begun since the due time. Grace forgives a small delay; it moves no day's begin.
int days_late(const GradedAttempt& attempt, const Terms& terms, const LatePolicy& policy) {
  if (!terms.due || !attempt.received || *attempt.received <= *terms.due + policy.grace) return 0;
  return static_cast<int>(std::chrono::ceil<std::chrono::days>(*attempt.received - *terms.due).count());
}

/// Rounded down to hundredths, so that a lost point never rounds to none lost. A product that is a hundredth but for
/// the error of floating point stays what it is.
double hundredths(double points) { return std::floor(points * 100 + 1e-6) / 100; }

struct Judged {
  const GradedAttempt* attempt = nullptr;
  double earned = 0;
  double taken_off = 0;
  int days = 0;

  [[nodiscard]] double points() const { return earned - taken_off; }
};

/// Nothing where it is not graded, or nothing of it could be judged.
std::optional<Judged> judge(const GradedAttempt& attempt, const Terms& terms, const LatePolicy& policy, double worth) {
  if (!attempt.points || attempt.max_points <= 0) return std::nullopt;
  Judged judged{.attempt = &attempt,
                .earned = hundredths(*attempt.points / attempt.max_points * worth),
                .days = days_late(attempt, terms, policy)};
  judged.taken_off = std::min(judged.earned, judged.days * policy.points_per_day);
  return judged;
}

std::string earned_text(const Judged& judged, double worth) {
  const GradedAttempt& attempt = *judged.attempt;
  std::string text = fmt::format("{} of {}", points_text(judged.earned), points_text(worth));
  const bool is_scaled = attempt.left_out > 0 || attempt.max_points != worth;
  if (is_scaled) text += fmt::format(" (for {} of {}", points_text(*attempt.points), attempt.max_points);
  if (attempt.left_out > 0) text += fmt::format("; {} could not be judged and cost nothing", attempt.left_out);
  return is_scaled ? text + ")" : text;
}

std::string late_text(const Judged& judged, const Terms& terms) {
  if (terms.due && !judged.attempt->received) return "; when it was received is not known, so it is not late";
  const std::string due = terms.extended ? fmt::format(" (extended to {})", moment_text(*terms.due)) : "";
  if (judged.days == 0) return terms.extended ? ", in time" + due : "";
  const std::string late = fmt::format(", {} {} late{}", judged.days, judged.days == 1 ? "day" : "days", due);
  return judged.taken_off > 0 ? fmt::format("{}: −{}", late, points_text(judged.taken_off)) : late;
}

std::string numbers_text(const std::vector<const GradedAttempt*>& attempts, std::string_view what) {
  if (attempts.empty()) return {};
  std::string text = attempts.size() == 1 ? "attempt " : "attempts ";
  for (std::size_t i = 0; i < attempts.size(); ++i)
    text += fmt::format("{}{}", i == 0 ? "" : ", ", attempts[i]->number);
  return fmt::format("; {} {} {}", text, attempts.size() == 1 ? "is" : "are", what);
}

/// The attempts of a learner by what may become of them.
struct Sorted {
  std::vector<const GradedAttempt*> in_order;  ///< those that may count
  std::vector<const GradedAttempt*> too_late;
  std::vector<const GradedAttempt*> ungraded;  ///< of those that may count
};

Sorted sort(std::span<const GradedAttempt> attempts, const Terms& terms) {
  Sorted sorted;
  for (const GradedAttempt& attempt : attempts) {
    const bool is_too_late = terms.last && attempt.received && *attempt.received > *terms.last;
    (is_too_late ? sorted.too_late : sorted.in_order).push_back(&attempt);
  }
  for (auto* all : {&sorted.in_order, &sorted.too_late}) {
    std::sort(all->begin(), all->end(), [](const auto* a, const auto* b) { return a->number < b->number; });
  }
  std::copy_if(sorted.in_order.begin(), sorted.in_order.end(), std::back_inserter(sorted.ungraded),
               [](const GradedAttempt* attempt) { return !attempt->points; });
  return sorted;
}

/// The attempt that counts, or nothing while it has no points. \pre `in_order` is not empty
std::optional<Judged> chosen(Counts counts, const std::vector<std::optional<Judged>>& in_order) {
  if (counts == Counts::kFirst) return in_order.front();
  if (counts == Counts::kLast) return in_order.back();
  const std::optional<Judged>* best = &in_order.front();
  for (const auto& each : in_order) {
    if (each && (!*best || each->points() > (*best)->points())) best = &each;
  }
  return *best;
}

std::string unmarked_text(Counts counts, const Sorted& sorted) {
  if (sorted.in_order.empty() && sorted.too_late.empty()) return "no submission";
  if (sorted.in_order.empty()) return "no submission before the last date";
  const GradedAttempt* const counted = counts == Counts::kFirst ? sorted.in_order.front() : sorted.in_order.back();
  if (counts == Counts::kBest) return sorted.ungraded.empty() ? "could not be judged" : "not graded yet";
  return fmt::format("attempt {} counts, and {}", counted->number,
                     counted->points ? "could not be judged" : "is not graded yet");
}

}  // namespace

Mark mark(const Course& course, std::string_view lab, std::string_view learner, std::span<const GradedAttempt> attempts,
          double worth) {
  const CourseLab* const rules = find_lab(course, lab);
  if (rules != nullptr && rules->worth) worth = *rules->worth;
  const Terms terms = terms_of(course, rules, learner);
  const Sorted sorted = sort(attempts, terms);
  std::vector<std::optional<Judged>> judged;
  judged.reserve(sorted.in_order.size());
  for (const GradedAttempt* attempt : sorted.in_order) {
    judged.push_back(judge(*attempt, terms, course.late, worth));
  }
  Mark result{.points = std::nullopt, .worth = worth, .reason = ""};
  const std::string ignored = numbers_text(sorted.too_late, "after the last date");
  const auto counted = judged.empty() ? std::nullopt : chosen(course.counts, judged);
  if (!counted) {
    result.reason = unmarked_text(course.counts, sorted) + ignored;
    return result;
  }
  result.points = hundredths(counted->points());
  result.attempt = counted->attempt->number;
  result.days_late = counted->days;
  result.taken_off = counted->taken_off;
  const std::string which = attempts.size() > 1 ? fmt::format("attempt {}: ", result.attempt) : "";
  result.reason = which + earned_text(*counted, worth) + late_text(*counted, terms) +
                  numbers_text(sorted.ungraded, "not graded yet") + ignored;
  return result;
}

Total total(const Course& course, std::span<const Mark> marks) {
  std::vector<std::size_t> by_share(marks.size());
  std::iota(by_share.begin(), by_share.end(), std::size_t{0});
  const auto share = [&](std::size_t i) {
    return marks[i].worth > 0 ? marks[i].points.value_or(0) / marks[i].worth : 0;
  };
  std::stable_sort(by_share.begin(), by_share.end(), [&](std::size_t a, std::size_t b) { return share(a) < share(b); });
  const std::size_t most = marks.empty() ? 0 : marks.size() - 1;
  Total result;
  const std::size_t dropped = std::min(most, static_cast<std::size_t>(course.drop_lowest));
  result.dropped.assign(by_share.begin(), by_share.begin() + static_cast<std::ptrdiff_t>(dropped));
  std::sort(result.dropped.begin(), result.dropped.end());
  for (std::size_t i = dropped; i < by_share.size(); ++i) {
    result.points += marks[by_share[i]].points.value_or(0);
    result.worth += marks[by_share[i]].worth;
  }
  return result;
}

}  // namespace lockstep::course
